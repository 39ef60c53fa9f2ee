import { expect, test } from 'vitest';

import { FIRST_LAYOUT, resizeColumn, toggleColumn } from '../../../../renderer/features/inventory/column-layout.ts';
import {
  builtInViews,
  readViews,
  viewOf,
  withView,
  writeViews,
  type InventoryView,
} from '../../../../renderer/features/inventory/views.ts';
import { EVERYTHING } from '../../../../renderer/store/inventory-query.ts';

const view: InventoryView = {
  id: 'v1',
  name: 'Not ready, production',
  query: {
    text: 'web',
    filters: [
      { kind: 'choice', field: 'environment', values: ['Production', null] },
      { kind: 'range', field: 'memoryMiB', from: 64, to: null },
    ],
  },
  layout: { ...resizeColumn(toggleColumn(FIRST_LAYOUT, 'owner', false), 'name', 240), groupBy: 'application' },
};

test('a view survives being kept; what cannot be understood is left out and the rest stays', () => {
  const text = writeViews([view]) ?? '';
  expect(readViews(text)).toEqual([view]);
  const mixed = JSON.stringify([{ id: 'x' }, ...(JSON.parse(text) as unknown[]), 7]);
  expect(readViews(mixed)).toEqual([view]);
  expect([undefined, '', '{', '{}'].map(readViews)).toEqual([[], [], [], []]);
});

test('a view that is too large is not kept', () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `m-${index}-0000-0000-0000`);
  expect(writeViews([{ ...view, query: { text: '', filters: [{ kind: 'machines', title: 'x', ids }] } }])).toBe(null);
});

test('a view of the same name is replaced where it stands, and keeps its id', () => {
  const other = { ...view, id: 'v2', name: 'Other' };
  const again = { ...view, id: 'v3', name: 'not ready, PRODUCTION', query: EVERYTHING };
  expect(withView([view, other], again).map(({ id, query }) => [id, query.text])).toEqual([
    ['v1', ''],
    ['v2', 'web'],
  ]);
});

test('the view in force is told by its filters and columns; a change makes it none', () => {
  const wanted = view.layout ?? FIRST_LAYOUT;
  expect([
    viewOf([view], view.query, wanted)?.id,
    viewOf([view], view.query, FIRST_LAYOUT)?.id,
    viewOf([view], EVERYTHING, FIRST_LAYOUT)?.id,
    viewOf([], builtInViews[1]?.query ?? EVERYTHING, FIRST_LAYOUT)?.id,
  ]).toEqual(['v1', undefined, 'all', 'blocked']);
});
