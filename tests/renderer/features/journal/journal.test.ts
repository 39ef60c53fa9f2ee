import { expect, test } from 'vitest';

import { appendPage, linesByDay, type EntryView } from '../../../../renderer/features/journal/journal-days.ts';
import { changesOf, payloadText } from '../../../../renderer/features/journal/payload-changes.ts';

function entry(id: string, recordedAt: string): EntryView {
  return {
    id,
    lamport: 1,
    recordedAt,
    actor: 'A. Person',
    kind: 'journal.note-added',
    title: id,
    detail: '',
    screen: null,
    target: null,
    isUndone: false,
    hash: '0'.repeat(64),
    payload: {},
  };
}

test('settings and limits show only what changed', () => {
  expect(changesOf({ changes: { name: 'New', customer: 'Same' }, before: { name: 'Old', customer: 'Same' } })).toEqual([
    { name: 'name', before: 'Old', after: 'New' },
  ]);
  expect(changesOf({ limits: { machinesPerWave: 2500, pins: [] }, before: { machinesPerWave: null, pins: [] } })).toEqual([
    { name: 'machinesPerWave', before: '–', after: '2,500' },
  ]);
});

test('values of machines show one "before" where all agreed, else how many there were', () => {
  const values = { owner: 'Sam', isTemplate: false };
  const before = { m1: { owner: 'Kim', isTemplate: true }, m2: { owner: 'Lee', isTemplate: true } };
  expect(changesOf({ machineIds: ['m1', 'm2'], values, before })).toEqual([
    { name: 'owner', before: '2 different values', after: 'Sam' },
    { name: 'isTemplate', before: 'yes', after: 'no' },
  ]);
});

test('an entry without a before has no changes', () => {
  for (const payload of [null, 'x', [], {}, { text: 'note' }, { values: { a: 1 } }, { changes: 1, before: {} }]) {
    expect(changesOf(payload)).toEqual([]);
  }
});

test('a long payload is cut and says so', () => {
  expect(payloadText({ a: 1 })).toBe('{\n  "a": 1\n}');
  expect(payloadText('x'.repeat(5000))).toMatch(/… 1,002 more characters; the export holds all\.$/);
});

test('days head their entries, also when a merged journal returns to a day', () => {
  const dayOf = (instant: string) => instant.slice(0, 10);
  const entries = [
    entry('e1', '2027-01-02T10:00:00.000Z'),
    entry('e2', '2027-01-02T09:00:00.000Z'),
    entry('e3', '2027-01-01T09:00:00.000Z'),
    entry('e4', '2027-01-02T08:00:00.000Z'),
  ];
  const lines = linesByDay(entries, dayOf);
  expect(lines.map((line) => (line.kind === 'day' ? line.day : line.entry.id))).toEqual([
    '2027-01-02',
    'e1',
    'e2',
    '2027-01-01',
    'e3',
    '2027-01-02',
    'e4',
  ]);
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
});

test('a page that overlaps is not doubled', () => {
  const [a, b, c] = [entry('a', ''), entry('b', ''), entry('c', '')];
  expect(appendPage([a, b], [b, c]).map((one) => one.id)).toEqual(['a', 'b', 'c']);
});

test('a move says from which waves to which; a change of scope says what was so before', () => {
  expect(changesOf({ groupIds: ['g'], toWaveId: 'wave-2', fromWaveIds: ['wave-4', 'wave-5'] })).toEqual([
    { name: 'wave', before: 'wave-4, wave-5', after: 'wave-2' },
  ]);
  expect(changesOf({ groupIds: ['g'], toWaveId: 'wave-2', fromWaveIds: [] })).toEqual([{ name: 'wave', before: null, after: 'wave-2' }]);
  expect(changesOf({ machineIds: ['m'], isInScope: false, reason: 'Gone' })).toEqual([{ name: 'isInScope', before: 'yes', after: 'no' }]);
});
