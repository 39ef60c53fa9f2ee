import { expect, test } from 'vitest';

import { courseLines } from '../../../../renderer/features/waves/course.ts';

test('plan and bound are drawn as steps that meet where the proof is', () => {
  const course = [
    { elapsedMs: 0, upper: null, lower: 3, by: 'filling' },
    { elapsedMs: 100, upper: 7, lower: 3, by: 'filling' },
    { elapsedMs: 300, upper: 6, lower: 5, by: 'pairs' },
    { elapsedMs: 400, upper: 6, lower: 6, by: 'columns' },
  ];
  const lines = courseLines(course, 1000);
  expect(lines).toMatchObject({ most: 7, least: 2 });
  expect(lines?.upper).toBe('10.00,0.00 30.00,0.00 30.00,20.00 40.00,20.00 40.00,20.00 100.00,20.00');
  expect(lines?.lower.split(' ').at(-1)).toBe('100.00,20.00');
});

test('before anything is known nothing is drawn, and one standing is a line', () => {
  expect(courseLines([], 100)).toBeNull();
  expect(courseLines([{ elapsedMs: 5, upper: 1, lower: 1, by: '' }], 0)?.upper).toBe('100.00,0.00 100.00,0.00');
});
