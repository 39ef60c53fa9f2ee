import { expect, test } from 'vitest';

import { rememberLast } from '../../../renderer/store/remember-last.ts';

test('works once for the same arguments, and anew for any other', () => {
  let runs = 0;
  const sum = rememberLast((numbers: readonly number[], factor: number) => {
    runs += 1;
    return { sum: numbers.reduce((total, number) => total + number, 0) * factor };
  });
  const numbers = [1, 2];
  const first = sum(numbers, 2);
  expect(first).toEqual({ sum: 6 });
  expect(sum(numbers, 2)).toBe(first);
  expect(runs).toBe(1);
  // An equal list is another list: whoever changes one makes a new one.
  expect(sum([1, 2], 2)).toEqual(first);
  expect(sum(numbers, 3)).toEqual({ sum: 9 });
  expect(runs).toBe(3);
  expect(sum(numbers, 2)).toEqual(first);
  expect(runs).toBe(4);
});
