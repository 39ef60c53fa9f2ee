import { describe, expect, test } from 'vitest';

import { countFilter, filterGroups, FIRST_SORT, groupRows, sortGroups } from '../../../../renderer/features/groups/group-list.ts';
import { FIRST_GROUPS_VIEW, stillThere, viewAt, viewOnTab } from '../../../../renderer/features/groups/groups-view.ts';
import type { GroupView } from '../../../../shared/contract/shapes.ts';

const group = (id: string, reason: GroupView['reason'], ...machineIds: string[]): GroupView => ({
  id,
  title: id,
  reason,
  machineIds,
  sizeGiB: 1,
  unknownSizeCount: 0,
  verdict: 'ready',
  waveId: id === 'shop' ? 'w1' : null,
});

const MACHINES = new Map([
  ['a', { name: 'till-01', application: 'Shop' }],
  ['b', { name: 'till-02', application: 'shop ' }],
  ['c', { name: 'db-01', application: 'Billing' }],
  ['d', { name: 'lone-01', application: null }],
]);

const ROWS = groupRows({
  groups: [group('shop', 'connections', 'a', 'b', 'c'), group('lone', 'single', 'd')],
  ties: [{ groupId: 'shop', tiesInside: 4, tiesOutside: 1, connectionsOutside: 9, latencySensitiveOutside: 1 }],
  machinesById: MACHINES,
  largestGroup: 2,
  waveTitles: new Map([['w1', 'Wave 1']]),
});

describe('the list of groups', () => {
  test('joins groups with their ties, applications, wave and limit', () => {
    expect(
      ROWS.map(({ applications, ties, isLarge, waveTitle }) => [applications, ties.tiesInside, ties.tiesOutside, isLarge, waveTitle]),
    ).toEqual([
      [['Billing', 'Shop'], 4, 1, true, 'Wave 1'],
      [[], 0, 0, false, null],
    ]);
  });

  test('is narrowed by chips and by text over titles, applications and names of machines', () => {
    const shown = (text: string, filters: Parameters<typeof filterGroups>[1]['filters'] = []): string[] =>
      filterGroups(ROWS, { text, filters }, MACHINES).map((row) => row.group.id);
    expect([shown(''), shown('billing'), shown('LONE-01'), shown('till-02'), shown('nothing')]).toEqual([
      ['shop', 'lone'],
      ['shop'],
      ['lone'],
      ['shop'],
      [],
    ]);
    expect([shown('', ['large']), shown('', ['single']), shown('', ['large', 'single'])]).toEqual([['shop'], ['lone'], []]);
    expect([countFilter(ROWS, 'crossing'), countFilter(ROWS, 'connections'), countFilter(ROWS, 'hand')]).toEqual([1, 1, 0]);
  });

  test('has the largest first, and can be turned round', () => {
    expect(sortGroups(ROWS, FIRST_SORT).map((row) => row.group.id)).toEqual(['shop', 'lone']);
    expect(sortGroups(ROWS, { columnId: 'group', isDescending: false }).map((row) => row.group.id)).toEqual(['lone', 'shop']);
  });
});

describe('the view', () => {
  const ids = new Set(['shop']);
  test('a link leads to a group without the filters that would hide it, or to the reason of a machine', () => {
    const left = { ...FIRST_GROUPS_VIEW, tab: 'rules' as const, text: 'x', filters: ['hand' as const] };
    expect(viewAt(left, 'shop', ids)).toMatchObject({ tab: 'groups', text: '', filters: [], panel: { kind: 'group', groupId: 'shop' } });
    expect(viewAt(left, 'why:a', ids)).toMatchObject({ tab: 'rules', panel: { kind: 'why', from: 'a', to: '' } });
    expect(viewAt(left, 'gone', ids)).toBe(left);
  });

  test('the panel goes with the look it belongs to, and with the group it was about', () => {
    const onGroup = { ...FIRST_GROUPS_VIEW, panel: { kind: 'group', groupId: 'shop' } as const };
    expect(viewOnTab(onGroup, 'graph')).toEqual({ tab: 'graph' });
    expect(viewOnTab(onGroup, 'rules')).toEqual({ tab: 'rules', panel: { kind: 'none' } });
    expect(stillThere(onGroup.panel, ids)).toBe(onGroup.panel);
    expect(stillThere({ kind: 'edit', groupId: 'gone' }, ids)).toEqual({ kind: 'none' });
  });
});
