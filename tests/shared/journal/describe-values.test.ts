import { expect, test } from 'vitest';

import { describeEntry, type Names } from '../../../shared/journal/describe-entry.ts';
import type { EntryOf } from '../../../shared/journal/entry.ts';

const names: Names = {
  machine: (id) => `name of ${id}`,
  wave: (id) => id,
  group: (id) => id,
  step: (id) => id,
  question: (id) => `question ${id}`,
  scenario: (id) => id,
  rule: (id) => `rule ${id}`,
};

function valuesSet(payload: EntryOf<'machine.values-set'>['payload']): EntryOf<'machine.values-set'> {
  return {
    id: 'r1-2',
    seq: 2,
    replica: 'r1',
    lamport: 2,
    recordedAt: '2026-11-24T10:00:00.000Z',
    actor: 'Test Person',
    appVersion: '0.1.0',
    hash: 'a'.repeat(64),
    kind: 'machine.values-set',
    payload,
  };
}

test('setting values is told with the titles of the fields, the values and the reason', () => {
  const entry = valuesSet({ machineIds: ['m1', 'm2'], values: { memoryMiB: 8192, biosId: null }, before: {}, reason: 'Asked the owner' });
  const words = describeEntry(entry, names);
  expect([words.title, words.undoName, words.detail]).toEqual([
    'Set memory, BIOS id of 2 machines',
    'set memory, BIOS id of 2 machines',
    'Memory: 8192, BIOS id: as imported · Asked the owner',
  ]);
});

test('one machine is named', () => {
  expect(describeEntry(valuesSet({ machineIds: ['m1'], values: { owner: 'Finance' }, before: {} }), names).title).toBe(
    'Set owner of name of m1',
  );
});

test('an answer is told with its question, the values and the reason', () => {
  const { payload: _values, kind: _kind, ...common } = valuesSet({ machineIds: ['m1'], values: {}, before: {} });
  const answers = { 'push-install': { values: ['none'], reason: 'Security does not allow it.' } };
  const entry = { ...common, kind: 'engagement.settings-changed', payload: { changes: { answers }, before: {} } } as const;
  const { title, undoName, detail, screen } = describeEntry(entry, names);
  expect([title, undoName, detail, screen]).toEqual([
    'Answered “question push-install”',
    'answer “question push-install”',
    'none · Security does not allow it.',
    'checklist',
  ]);
});
