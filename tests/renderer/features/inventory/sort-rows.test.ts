import { expect, test } from 'vitest';

import { sortRows } from '../../../../renderer/features/inventory/sort-rows.ts';
import { noNames, rowOf } from './rows.ts';

const rows = [
  rowOf({ id: 'web-10', cpuCount: 4, environment: 'Test', waveId: 'w-2' }),
  rowOf({ id: 'web-2', cpuCount: null, environment: 'Production' }),
  rowOf({ id: 'db-1', cpuCount: 16, environment: 'Production', waveId: 'w-1' }),
  rowOf({ id: 'db-2', cpuCount: 4, environment: null }),
];

const sorted = (...by: readonly Parameters<typeof sortRows>[1][number][]): string[] => sortRows(rows, by, noNames).map((row) => row.id);

test('nothing to sort by leaves the very same list', () => {
  expect(sortRows(rows, [], noNames)).toBe(rows);
});

test('text sorts as people count, numbers by size', () => {
  expect(sorted({ id: 'name', desc: false })).toEqual(['db-1', 'db-2', 'web-2', 'web-10']);
  expect(sorted({ id: 'name', desc: true })).toEqual(['web-10', 'web-2', 'db-2', 'db-1']);
});

test('unknown is last in both directions, and equal values keep their order', () => {
  expect(sorted({ id: 'cpuCount', desc: false })).toEqual(['web-10', 'db-2', 'db-1', 'web-2']);
  expect(sorted({ id: 'cpuCount', desc: true })).toEqual(['db-1', 'web-10', 'db-2', 'web-2']);
});

test('a second column decides among those that the first holds equal', () => {
  expect(sorted({ id: 'environment', desc: false }, { id: 'name', desc: false })).toEqual(['db-1', 'web-2', 'web-10', 'db-2']);
  expect(sorted({ id: 'environment', desc: true }, { id: 'cpuCount', desc: true })).toEqual(['web-10', 'db-1', 'web-2', 'db-2']);
});

test('ids sort by the names that people read', () => {
  const names = {
    ...noNames,
    waves: new Map([
      ['w-1', 'Wave B'],
      ['w-2', 'Wave A'],
    ]),
  };
  expect(
    sortRows(rows, [{ id: 'waveId', desc: false }], names)
      .map((row) => row.id)
      .slice(0, 2),
  ).toEqual(['web-10', 'db-1']);
});
