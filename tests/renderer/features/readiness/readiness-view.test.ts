import { expect, test } from 'vitest';

import { findingsInOrder, type MachineFinding } from '../../../../renderer/features/readiness/finding-order.ts';
import {
  filterMachines,
  FIRST_VIEW,
  isFiltered,
  machinesByScenario,
  toggled,
  viewAt,
} from '../../../../renderer/features/readiness/readiness-view.ts';
import type { MachineRow } from '../../../../shared/contract/shapes.ts';

function row(name: string, more: Partial<MachineRow> = {}): MachineRow {
  const base: Partial<MachineRow> = {
    id: name,
    name,
    scenario: 'vmware',
    isInScope: true,
    verdict: 'ready',
    blockerCount: 0,
    warningCount: 0,
    unknownCount: 0,
    application: null,
    owner: null,
  };
  // The view reads these fields only.
  return { ...base, ...more } as MachineRow;
}

const rows = [
  row('web-10', { owner: 'Ada' }),
  row('web-2', { verdict: 'blocked', blockerCount: 1 }),
  row('db-1', { verdict: 'blocked', blockerCount: 3, application: 'Ticketing' }),
  row('old-1', { verdict: 'undecided', scenario: 'physical', unknownCount: 4 }),
  row('left-out', { isInScope: false, verdict: 'blocked' }),
];

function names(view: Partial<typeof FIRST_VIEW>): string[] {
  return filterMachines(rows, { ...FIRST_VIEW, ...view }).map((machine) => machine.name);
}

test('machines out of scope have no verdict to show; the worst stand first', () => {
  expect(names({})).toEqual(['db-1', 'web-2', 'old-1', 'web-10']);
});

test('sorting turns round, equal machines stay in the order of their names', () => {
  expect(names({ sort: { columnId: 'name', isDescending: false } })).toEqual(['db-1', 'old-1', 'web-2', 'web-10']);
  expect(names({ sort: { columnId: 'name', isDescending: true } })).toEqual(['web-10', 'web-2', 'old-1', 'db-1']);
  expect(names({ sort: { columnId: 'unknown', isDescending: true } })).toEqual(['old-1', 'db-1', 'web-2', 'web-10']);
});

test('filters by verdict, scenario and text', () => {
  expect(names({ verdicts: ['blocked', 'undecided'] })).toEqual(['db-1', 'web-2', 'old-1']);
  expect(names({ scenario: 'physical' })).toEqual(['old-1']);
  expect(names({ text: ' TICKET ' })).toEqual(['db-1']);
  expect(names({ text: 'ada' })).toEqual(['web-10']);
});

test('counts machines in scope by scenario', () => {
  expect([...machinesByScenario(rows)]).toEqual([
    ['vmware', 3],
    ['physical', 1],
  ]);
});

test('a link opens a rule or a machine, without old filters in the way', () => {
  const left = { ...FIRST_VIEW, text: 'old', severities: ['info' as const], verdicts: ['ready' as const], scenario: 'physical' };
  expect(viewAt(left, 'R-1', [{ id: 'R-1' }])).toMatchObject({ tab: 'rules', ruleId: 'R-1', text: '', severities: [], scenario: null });
  expect(viewAt(left, 'm-1', [{ id: 'R-1' }])).toMatchObject({ tab: 'machines', machineId: 'm-1', text: '', verdicts: [], scenario: null });
});

test('the backlog and the missing facts can be linked to by name', () => {
  expect(viewAt(FIRST_VIEW, 'backlog', [])).toMatchObject({ tab: 'backlog', panel: 'details' });
  expect(viewAt({ ...FIRST_VIEW, panel: 'facts' }, 'missing', [])).toMatchObject({ tab: 'missing', panel: 'details' });
});

test('says whether something is filtered away in the look that is shown', () => {
  expect(isFiltered(FIRST_VIEW)).toBe(false);
  expect(isFiltered({ ...FIRST_VIEW, severities: ['blocker'] })).toBe(true);
  expect(isFiltered({ ...FIRST_VIEW, tab: 'machines', severities: ['blocker'] })).toBe(false);
  expect(isFiltered({ ...FIRST_VIEW, tab: 'machines', verdicts: ['ready'] })).toBe(true);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggled(['b'], 'a')).toEqual(['b', 'a']);
});

test('findings: worst first, raised before unknown', () => {
  const finding = (ruleId: string, severity: MachineFinding['severity'], outcome: MachineFinding['outcome']): MachineFinding => ({
    ruleId,
    severity,
    outcome,
    seen: {},
    missing: [],
    detail: null,
    ruleSetVersion: '1',
  });
  const ids = findingsInOrder([
    finding('R-4', 'info', 'raised'),
    finding('R-2', 'blocker', 'unknown'),
    finding('R-3', 'warning', 'raised'),
    finding('R-1', 'blocker', 'raised'),
    finding('R-0', 'refused', 'unknown'),
  ]).map((one) => one.ruleId);
  expect(ids).toEqual(['R-0', 'R-1', 'R-2', 'R-3', 'R-4']);
});
