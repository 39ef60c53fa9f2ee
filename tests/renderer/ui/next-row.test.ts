import { expect, test } from 'vitest';

import { nextRow } from '../../../renderer/ui/next-row.ts';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 0],
  ['PageDown', -1, 4],
  ['PageDown', 8, 9],
  ['PageUp', 5, 1],
  ['PageUp', 2, 0],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['a', 4, null],
])('%s from row %i leads to %j', (key, current, next) => {
  expect(nextRow({ key, current, count: 10, page: 4 })).toBe(next);
});

test('an empty table has no row to go to', () => {
  expect(nextRow({ key: 'ArrowDown', current: -1, count: 0, page: 4 })).toBeNull();
});
