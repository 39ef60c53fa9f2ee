import { expect, test } from 'vitest';

import { buildHeatTable } from '../../../../renderer/features/readiness/heat-table.ts';
import { backlogExport, heatTableExport, missingExport } from '../../../../renderer/features/readiness/readiness-export.ts';

const source = { code: 'VM-SM', title: 'Support matrix', date: '2026-05-14', url: 'https://example.com/matrix' };
const rule = (id: string, severity: 'blocker' | 'warning', scenarios: string[]) => ({
  id,
  title: `Rule ${id}`,
  severity,
  why: 'Because.',
  remedy: 'Mend it.',
  source,
  scenarios,
});

test('the export holds the rows of the screen in their order, an empty cell where a rule is not asked', () => {
  const readiness = {
    byRule: [
      { ruleId: 'R-2', scenario: 'vmware', raised: 5, unknown: 1 },
      { ruleId: 'R-1', scenario: 'vmware', raised: 2, unknown: 0 },
    ],
    rules: [rule('R-2', 'warning', ['vmware', 'physical']), rule('R-1', 'blocker', ['vmware'])],
  };
  const machines = new Map([
    ['vmware', 10],
    ['physical', 3],
  ]);
  const { scenarios, sections } = buildHeatTable(readiness, machines);
  const table = heatTableExport(scenarios, sections);
  expect(table.columns).toHaveLength(5 + 2 * 2 + 3);
  expect(table.rows.map((row) => row.slice(0, 9))).toEqual([
    ['Blocker', 'R-1', 'Rule R-1', 2, 0, null, null, 2, 0],
    ['Warning', 'R-2', 'Rule R-2', 5, 1, 0, 0, 5, 1],
  ]);
  expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
});

test('missing facts go out with their rules', () => {
  const fact = {
    field: 'firmware',
    title: 'Firmware',
    machineCount: 7,
    undecidedMachineCount: 4,
    ruleIds: ['R-1', 'R-2'],
    blockerRuleIds: ['R-1'],
  };
  expect(missingExport([fact]).rows).toEqual([['Firmware', 7, 4, 'R-1, R-2']]);
});

test('tasks go out with owner, due day, state and remedy', () => {
  const task = {
    ruleId: 'R-1',
    machineId: 'm-1',
    machineName: 'web-1',
    waveId: null,
    severity: 'blocker' as const,
    title: 'Secure Boot is on',
    remedy: 'Turn it off.',
    state: 'in-progress' as const,
    reopenedBecause: null,
    isProven: false,
    owner: 'Kim',
    dueOn: '2027-01-09',
    note: null,
    stateBy: null,
    stateAt: null,
    seen: { firmware: 'efi' },
    detail: null,
  };
  const { columns, rows } = backlogExport([task]);
  expect(rows).toEqual([
    ['Blocker', 'R-1', 'Secure Boot is on', 'web-1', 'Kim', '2027-01-09', 'Under way', null, 'Firmware: efi', 'Turn it off.'],
  ]);
  expect(columns).toHaveLength(10);
});
