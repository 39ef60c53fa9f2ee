import { expect, test } from 'vitest';

import { extendTo, NOTHING_SELECTED, toggleAll, toggleMachine } from '../../../../renderer/features/inventory/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];

test('a range goes from its anchor to where the focus is, also when it turns back', () => {
  const one = toggleMachine(NOTHING_SELECTED, 'b');
  const longer = extendTo(extendTo(one, shown, 'b', 'c'), shown, 'c', 'd');
  const shorter = extendTo(longer, shown, 'd', 'c');
  const above = extendTo(extendTo(shorter, shown, 'c', 'b'), shown, 'b', 'a');
  expect([longer.ids, shorter.ids, above.ids]).toEqual([
    ['b', 'c', 'd'],
    ['b', 'c'],
    ['a', 'b'],
  ]);
});

test('a range leaves what was chosen elsewhere', () => {
  const far = toggleMachine(toggleMachine(NOTHING_SELECTED, 'e'), 'a');
  expect(extendTo(far, shown, 'a', 'b').ids).toEqual(['e', 'a', 'b']);
});

test('choosing again lets go; choosing all of a group takes the missing ones, and all again lets go of them', () => {
  const one = toggleMachine(NOTHING_SELECTED, 'b');
  const all = toggleAll(one, ['a', 'b', 'c']);
  expect([toggleMachine(one, 'b').ids, all.ids, toggleAll(all, ['a', 'b', 'c']).ids, toggleAll(one, []).ids]).toEqual([
    [],
    ['b', 'a', 'c'],
    [],
    ['b'],
  ]);
});
