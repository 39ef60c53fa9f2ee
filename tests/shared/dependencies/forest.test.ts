import { describe, expect, test } from 'vitest';

import { createForest } from '../../../shared/dependencies/forest.ts';

describe('a forest of parts', () => {
  test('ties join parts, whatever their order, and say whether they were apart', () => {
    const forest = createForest(['a', 'b', 'c', 'd', 'e']);
    expect(forest.join('a', 'b')).toBe(true);
    expect(forest.join('c', 'd')).toBe(true);
    expect(forest.join('d', 'a')).toBe(true);
    expect(forest.join('b', 'c')).toBe(false);
    const parts = Map.groupBy(['a', 'b', 'c', 'd', 'e'], forest.find);
    expect([...parts.values()]).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  });

  test('what is not known is not joined', () => {
    const forest = createForest(['a']);
    expect(forest.has('x')).toBe(false);
    expect(forest.join('a', 'x')).toBe(false);
    expect(forest.find('a')).toBe('a');
  });
});
