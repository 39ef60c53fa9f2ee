import { describe, expect, test } from 'vitest';

import {
  conflictFields,
  conflictKey,
  conflictsTable,
  filterConflicts,
  nextConflict,
  numberedReadings,
  trustOffers,
  type Conflict,
} from '../../../../renderer/features/inventory/conflict-list.ts';
import { lookOf, pageTarget, sourceTarget } from '../../../../renderer/features/inventory/inventory-look.ts';

const conflict = (machine: string, field: string, ...values: readonly (readonly [string, unknown])[]): Conflict => ({
  machineId: machine,
  machineName: machine.toUpperCase(),
  field,
  title: field,
  value: values.at(-1)?.[1],
  readings: values.map(([source, value], index) => ({
    value,
    source,
    importId: source,
    sheet: 'S',
    row: index + 2,
    at: `2026-10-0${index + 1}T00:00:00.000Z`,
  })),
});

const LIST = [
  conflict('a', 'owner', ['old.xlsx', 'Crew'], ['new.csv', 'Fleet']),
  conflict('b', 'owner', ['old.xlsx', 'Crew'], ['other.csv', 'Port']),
  conflict('b', 'cpuCount', ['old.xlsx', 4], ['new.csv', 8]),
];

describe('the list of conflicts', () => {
  test('is narrowed by field and by text over machine, field and every value', () => {
    const shown = (text: string, fields: readonly string[] = []): string[] => filterConflicts(LIST, { text, fields }).map(conflictKey);
    expect(conflictFields(LIST)).toEqual([
      { field: 'owner', title: 'owner', count: 2 },
      { field: 'cpuCount', title: 'cpuCount', count: 1 },
    ]);
    expect([shown(''), shown('port'), shown('A', ['cpuCount']), shown('', ['cpuCount'])]).toEqual([
      ['a|owner', 'b|owner', 'b|cpuCount'],
      ['b|owner'],
      [],
      ['b|cpuCount'],
    ]);
  });

  test('values are numbered with the one that counts first', () => {
    expect(numberedReadings(LIST[0]!).map(({ value }) => value)).toEqual(['Fleet', 'Crew']);
  });

  test('a source is offered for a field on every machine where it says something', () => {
    expect(trustOffers(LIST, 'owner').map(({ source, machineIds }) => [source, machineIds])).toEqual([
      ['old.xlsx', ['a', 'b']],
      ['new.csv', ['a']],
      ['other.csv', ['b']],
    ]);
  });

  test('goes out as a table that names every value and source', () => {
    expect(conflictsTable(LIST).rows[0]).toEqual(['A', 'owner', 'Fleet', 'Crew', 'old.xlsx, new.csv']);
    expect(conflictsTable(LIST).columns).toHaveLength(5);
  });

  test('after a decision the next one is chosen, at the end the one before', () => {
    expect([nextConflict(LIST, 'a|owner'), nextConflict(LIST, 'b|cpuCount'), nextConflict([LIST[0]!], 'a|owner')]).toEqual([
      'b|owner',
      'b|owner',
      null,
    ]);
  });
});

test('a target names a look, and a machine alone means its row in the list', () => {
  expect(lookOf(null)).toEqual({ kind: 'machines' });
  expect(lookOf('m-1')).toEqual({ kind: 'machines' });
  expect(lookOf('conflicts')).toEqual({ kind: 'conflicts' });
  expect(lookOf('sources')).toEqual({ kind: 'sources', importId: null });
  expect(lookOf(sourceTarget('i-1'))).toEqual({ kind: 'sources', importId: 'i-1' });
  expect(lookOf(pageTarget('m-1'))).toEqual({ kind: 'machine', machineId: 'm-1' });
});
