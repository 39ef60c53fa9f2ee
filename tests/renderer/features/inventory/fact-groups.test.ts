import { expect, test } from 'vitest';

import {
  groupFacts,
  mainSource,
  orderFindings,
  type FactView,
  type MachineView,
} from '../../../../renderer/features/inventory/fact-groups.ts';

function fact(name: string, ...sources: readonly string[]): FactView {
  const readings = sources.map((source) => ({
    value: 1,
    source,
    importId: null,
    sheet: source === 'Test Person' ? null : 'vInfo',
    row: 2,
    at: '2026-10-05T00:00:00.000Z',
    counts: true,
  }));
  return { name, title: name, unit: null, value: 1, state: 'one-source', readings };
}

test('the file that most facts come from is said once; a person is not a file', () => {
  const facts = [fact('owner', 'a.xlsx', 'b.csv'), fact('cpuCount', 'a.xlsx'), fact('site', 'Test Person', 'Test Person', 'Test Person')];
  expect(mainSource(facts)?.source).toBe('a.xlsx');
  expect(mainSource([fact('site', 'Test Person')])).toBe(null);
});

test('facts stand under their headings; a field nobody sorted stands at the end', () => {
  expect(groupFacts([fact('biosId', 'a'), fact('owner', 'a'), fact('usesLvmThin', 'a')]).map(({ group }) => group)).toEqual([
    'business',
    'identity',
    'more',
  ]);
});

test('what stops the machine comes first, then what is not known, then warnings', () => {
  const finding = (ruleId: string, severity: string, outcome: string) =>
    ({ ruleId, severity, outcome }) as unknown as MachineView['findings'][number];
  const ordered = orderFindings([
    finding('warn', 'warning', 'raised'),
    finding('unknown-blocker', 'blocker', 'unknown'),
    finding('block-b', 'blocker', 'raised'),
    finding('block-a', 'blocker', 'raised'),
    finding('refused', 'refused', 'raised'),
    finding('info', 'info', 'raised'),
  ]);
  expect(ordered.map(({ ruleId }) => ruleId)).toEqual(['refused', 'block-a', 'block-b', 'unknown-blocker', 'warn', 'info']);
});
