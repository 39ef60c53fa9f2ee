import { expect, test } from 'vitest';

import { buildHeatTable, NO_HEAT_FILTER, rowsInOrder, shadeOf } from '../../../../renderer/features/readiness/heat-table.ts';
import { readinessText } from '../../../../renderer/text/readiness.ts';
import type { RuleSummary } from '../../../../shared/contract/shapes.ts';

function rule(id: string, severity: RuleSummary['severity'], scenarios = ['vmware']): RuleSummary {
  const source = { code: 'X', title: 'Article', date: '2026-01-01', url: 'https://example.com' };
  return { id, title: `Title ${id}`, severity, why: 'why', remedy: 'remedy', source, scenarios };
}

const readiness = {
  rules: [rule('R-2', 'warning'), rule('R-10', 'blocker'), rule('R-9', 'blocker', ['vmware', 'physical']), rule('R-1', 'refused')],
  byRule: [
    { ruleId: 'R-2', scenario: 'vmware', raised: 1, unknown: 0 },
    { ruleId: 'R-10', scenario: 'vmware', raised: 3, unknown: 2 },
    { ruleId: 'R-9', scenario: 'vmware', raised: 3, unknown: 2 },
    { ruleId: 'R-9', scenario: 'physical', raised: 0, unknown: 4 },
  ],
};
const machines = new Map([
  ['vmware', 100],
  ['physical', 4],
]);

test('worst severity first, most frequent first, ids as numbers, silent rules left out', () => {
  const { sections } = buildHeatTable(readiness, machines);
  expect(sections.map((section) => [section.severity, section.rows.map((row) => row.rule.id)])).toEqual([
    ['blocker', ['R-9', 'R-10']],
    ['warning', ['R-2']],
  ]);
  expect(rowsInOrder(sections).map((row) => [row.raised, row.unknown])).toEqual([
    [3, 6],
    [3, 2],
    [1, 0],
  ]);
});

test('a scenario that a rule does not ask about is told apart from one where nobody is concerned', () => {
  const { scenarios, sections } = buildHeatTable(readiness, machines);
  expect(scenarios).toEqual(['physical', 'vmware']);
  const cells = rowsInOrder(sections).map((row) => row.cells.map((cell) => [cell.applies, cell.raised, cell.unknown]));
  expect(cells).toEqual([
    [
      [true, 0, 4],
      [true, 3, 2],
    ],
    [
      [false, 0, 0],
      [true, 3, 2],
    ],
    [
      [false, 0, 0],
      [true, 1, 0],
    ],
  ]);
});

test('a rule that is milder for some machines says how many it stops', () => {
  const byRule = [{ ruleId: 'R-10', scenario: 'vmware', raised: 46, unknown: 4, stopped: 1 }];
  const [row] = rowsInOrder(buildHeatTable({ ...readiness, byRule }, machines).sections);
  expect(row?.cells.map((cell) => [cell.scenario, cell.raised, cell.stopped])).toContainEqual(['vmware', 46, 1]);
  expect(readinessText.cell(46, 4, 1)).toBe('raised for 46 machines, stops 1 of them, data missing for 4');
  expect(readinessText.cell(46, 0, 0)).toBe('raised for 46 machines, stops none of them');
  expect(readinessText.cell(46, 0, 46)).toBe('raised for 46 machines');
  expect(readinessText.cell(46, 0, null)).toBe('raised for 46 machines');
});

test('filters by severity, text and scenario; counts follow the scenario', () => {
  const ids = (filter: Partial<typeof NO_HEAT_FILTER>) =>
    rowsInOrder(buildHeatTable(readiness, machines, { ...NO_HEAT_FILTER, ...filter }).sections).map((row) => row.rule.id);
  expect(ids({ severities: new Set(['warning']) })).toEqual(['R-2']);
  expect(ids({ text: 'r-10' })).toEqual(['R-10']);
  expect(ids({ scenario: 'physical' })).toEqual(['R-9']);
});

test.each([
  [0, 100, 0],
  [1, 10_000, 1],
  [5, 100, 2],
  [20, 100, 3],
  [50, 100, 4],
  [3, 0, 4],
])('%i of %i machines has shade %i', (raised, count, shade) => {
  expect(shadeOf(raised, count)).toBe(shade);
});
