import { expect, test } from 'vitest';

import { inventoryColumn, type InventoryColumn } from '../../../../renderer/features/inventory/columns.ts';
import { compareValues, displayRows, shownMachines } from '../../../../renderer/features/inventory/display-rows.ts';
import { noNames, rowOf } from './rows.ts';

const rows = [
  rowOf({ id: 'b', environment: 'Test', verdict: 'ready' }),
  rowOf({ id: 'a', environment: 'Production', verdict: 'blocked' }),
  rowOf({ id: 'c', environment: null, verdict: 'blocked' }),
  rowOf({ id: 'd', environment: 'Production', verdict: 'undecided' }),
];

function column(id: string): InventoryColumn {
  const found = inventoryColumn(id);
  if (found === undefined) throw new Error(id);
  return found;
}

const keys = (by: string, collapsed: readonly string[] = []): string[] =>
  displayRows(rows, { column: column(by), names: noNames, collapsed: new Set(collapsed) }).map((row) => row.key);

test('groups stand in the order of their values, unknown last, their machines as they were sorted', () => {
  expect(keys('environment')).toEqual(['group:Production', 'a', 'd', 'group:Test', 'b', 'group:–', 'c']);
  expect(keys('verdict')).toEqual(['group:Blocked', 'a', 'c', 'group:Undecided', 'd', 'group:Ready', 'b']);
});

test('a closed group hides its machines, which still count as shown', () => {
  expect(keys('environment', ['Production'])).toEqual(['group:Production', 'group:Test', 'b', 'group:–', 'c']);
  const shown = shownMachines(displayRows(rows, { column: column('environment'), names: noNames, collapsed: new Set(['Production']) }));
  expect(shown.map((row) => row.id)).toEqual(['a', 'd', 'b', 'c']);
});

test('names sort as people count', () => {
  expect(['web-10', 'Web-2', 'db-1'].toSorted(compareValues)).toEqual(['db-1', 'Web-2', 'web-10']);
});
