import { expect, test } from 'vitest';

import {
  FIRST_LAYOUT,
  moveColumn,
  moveColumnTo,
  readLayout,
  resizeColumn,
  toggleColumn,
  toggleSorting,
  visibleIds,
  widthOf,
} from '../../../../renderer/features/inventory/column-layout.ts';

test('a layout survives being kept', () => {
  const changed = toggleSorting(resizeColumn(toggleColumn(FIRST_LAYOUT, 'owner', false), 'osName', 300.4), 'cpuCount', false);
  const kept = readLayout(JSON.stringify({ ...changed, groupBy: 'application' }));
  expect(kept).toEqual({ ...changed, groupBy: 'application' });
  expect(kept === null ? null : [widthOf(kept, 'osName'), widthOf(kept, 'name')]).toEqual([300, 170]);
});

test('a kept layout is mended: unknown columns go, new ones come, the name is first and shown', () => {
  const old = { order: ['owner', 'gone', 'name'], hidden: ['name', 'gone'], widths: { gone: 5, owner: 9000 }, sorting: [], groupBy: null };
  const layout = readLayout(JSON.stringify(old));
  expect(layout?.order.slice(0, 3)).toEqual(['name', 'owner', 'verdict']);
  expect(layout?.order.length).toBe(FIRST_LAYOUT.order.length);
  expect(layout?.widths).toEqual({ owner: 600 });
  expect(layout?.hidden.includes('name')).toBe(false);
  expect(layout?.hidden.includes('fqdn')).toBe(true);
});

test('text that is no layout is none', () => {
  expect([undefined, '', '{', '[]', '{"order":1}'].map(readLayout)).toEqual([null, null, null, null, null]);
});

test('columns move past their visible neighbour, and never before the name', () => {
  const hidden = toggleColumn(FIRST_LAYOUT, 'application', false);
  const shown = visibleIds(hidden);
  const moved = moveColumn(hidden, 'verdict', 1);
  expect(visibleIds(moved).slice(0, 3)).toEqual(['name', shown[2], 'verdict']);
  expect(moveColumn(hidden, 'verdict', -1)).toBe(hidden);
  expect(moveColumn(hidden, 'name', 1)).toBe(hidden);
  expect(moveColumnTo(FIRST_LAYOUT, 'owner', 'name', 'before').order.slice(0, 2)).toEqual(['name', 'owner']);
});

test('sorting goes up, down and away; with Shift it adds', () => {
  const up = toggleSorting(FIRST_LAYOUT, 'owner', false);
  const down = toggleSorting(up, 'owner', false);
  const both = toggleSorting(down, 'name', true);
  expect([
    up.sorting,
    down.sorting,
    toggleSorting(down, 'owner', false).sorting,
    both.sorting,
    toggleSorting(both, 'name', false).sorting,
  ]).toEqual([
    [{ id: 'owner', desc: false }],
    [{ id: 'owner', desc: true }],
    [],
    [
      { id: 'owner', desc: true },
      { id: 'name', desc: false },
    ],
    [{ id: 'name', desc: true }],
  ]);
});
