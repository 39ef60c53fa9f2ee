import { expect, test } from 'vitest';

import { facetsOf, filterRows, isFiltered, withFilter, withoutFilter } from '../../../../renderer/features/inventory/filter-rows.ts';
import { filterWords } from '../../../../renderer/features/inventory/filter-words.ts';
import { EVERYTHING, type InventoryQuery, type MachineFilter } from '../../../../renderer/store/inventory-query.ts';
import { noNames, rowOf } from './rows.ts';

const rows = [
  rowOf({ id: 'web-01', environment: 'Production', memoryMiB: 16_384, ipAddresses: '10.0.0.1', provenance: { owner: 'conflict' } }),
  rowOf({ id: 'web-02', environment: 'Test', memoryMiB: 8192, verdict: 'blocked', provenance: { owner: 'agreed', cpuCount: 'person' } }),
  rowOf({ id: 'db-01', environment: 'Production', verdict: 'undecided', isInScope: false }),
  rowOf({ id: 'db-02', application: 'Web shop' }),
];
const ids = (query: InventoryQuery): string[] => filterRows(rows, query).map((row) => row.id);
const only = (...filters: MachineFilter[]): InventoryQuery => ({ text: '', filters });

test('every word of the text has to be found, in any of the columns, whatever the case', () => {
  expect([ids({ text: 'WEB', filters: [] }), ids({ text: 'web prod', filters: [] }), ids({ text: '10.0.0', filters: [] })]).toEqual([
    ['web-01', 'web-02', 'db-02'],
    ['web-01'],
    ['web-01'],
  ]);
});

test('values of one filter are alternatives, several filters have to be passed together, unknown can be chosen', () => {
  const production: MachineFilter = { kind: 'choice', field: 'environment', values: ['Production', null] };
  expect([ids(only(production)), ids(only(production, { kind: 'choice', field: 'isInScope', values: ['true'] }))]).toEqual([
    ['web-01', 'db-01', 'db-02'],
    ['web-01', 'db-02'],
  ]);
});

test('a range is in the unit of the column, includes its ends, and holds nothing unknown', () => {
  const memory = (from: number | null, to: number | null) => only({ kind: 'range', field: 'memoryMiB', from, to });
  expect([ids(memory(8, 8)), ids(memory(9, null)), ids(memory(null, 100)), ids(memory(null, null)).length]).toEqual([
    ['web-02'],
    ['web-01'],
    ['web-01', 'web-02'],
    4,
  ]);
});

test('machines are found by how far their values can be trusted, and by a list from another screen', () => {
  expect([
    ids(only({ kind: 'choice', field: 'trust', values: ['conflict'] })),
    ids(only({ kind: 'choice', field: 'trust', values: ['person'] })),
    ids(only({ kind: 'machines', title: 'Rule R-1', ids: ['db-02', 'web-01'] })),
  ]).toEqual([['web-01'], ['web-02'], ['web-01', 'db-02']]);
});

test('the values offered for a filter count what the other filters leave, most frequent first and unknown last', () => {
  const query = only({ kind: 'choice', field: 'environment', values: ['Test'] }, { kind: 'choice', field: 'isInScope', values: ['true'] });
  expect(facetsOf(rows, query, 'environment')).toEqual([
    { value: 'Production', count: 1 },
    { value: 'Test', count: 1 },
    { value: null, count: 1 },
  ]);
});

test('a second filter on a field takes the place of the first; an empty one filters nothing', () => {
  const first = withFilter(EVERYTHING, { kind: 'choice', field: 'environment', values: ['Test'] });
  const second = withFilter(first, { kind: 'choice', field: 'environment', values: [] });
  expect([second.filters.length, isFiltered(first), isFiltered(second), isFiltered({ text: ' ', filters: [] })]).toEqual([
    1,
    true,
    false,
    false,
  ]);
  expect(withoutFilter(first, 'environment')).toEqual(EVERYTHING);
});

test('a chip says what its filter does', () => {
  const names = { ...noNames, waves: new Map([['w1', 'Wave 1']]) };
  expect(
    (
      [
        { kind: 'choice', field: 'verdict', values: ['blocked', 'undecided'] },
        { kind: 'choice', field: 'waveId', values: ['w1', null] },
        { kind: 'choice', field: 'owner', values: ['a', 'b', 'c'] },
        { kind: 'choice', field: 'isInScope', values: [] },
        { kind: 'range', field: 'memoryMiB', from: 64, to: null },
        { kind: 'machines', title: 'Rule R-1', ids: [] },
      ] satisfies MachineFilter[]
    ).map((filter) => filterWords(filter, names)),
  ).toEqual([
    'Readiness: Blocked, Undecided',
    'Wave: Wave 1, Unknown',
    'Owner: 3 values',
    'Scope: any',
    'Memory: at least 64 GiB',
    'Rule R-1',
  ]);
});
