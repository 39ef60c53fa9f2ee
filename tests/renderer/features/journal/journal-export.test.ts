import { expect, test } from 'vitest';

import type { EntryView } from '../../../../renderer/features/journal/journal-days.ts';
import { journalExport } from '../../../../renderer/features/journal/journal-export.ts';

const entry: EntryView = {
  id: 'r1-7',
  lamport: 7,
  recordedAt: '2027-01-09T21:00:00.000Z',
  actor: 'A. Person',
  kind: 'journal.note-added',
  title: 'Added a note',
  detail: 'x'.repeat(40_000),
  screen: 'journal',
  target: null,
  isUndone: true,
  hash: 'ab'.repeat(32),
  payload: { text: 'Agreed', about: null },
};

test('an exported entry holds order, person, kind in words, mark of undo, hash and payload', () => {
  const { columns, rows } = journalExport([entry]);
  const row = rows[0] ?? [];
  expect(row).toHaveLength(columns.length);
  expect([row[0], row[1], row[3], row[4], row[7], row[8], row[9], row[10]]).toEqual([
    7,
    '2027-01-09T21:00:00.000Z',
    'A. Person',
    'Note',
    true,
    'r1-7',
    'ab'.repeat(32),
    '{"text":"Agreed","about":null}',
  ]);
});

test('no cell is longer than a spreadsheet takes, and a cut is marked', () => {
  const detail = journalExport([entry]).rows[0]?.[6];
  expect(detail).toHaveLength(32_767);
  expect(String(detail).endsWith('…')).toBe(true);
});
