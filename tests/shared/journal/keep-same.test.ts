import { expect, test } from 'vitest';

import type { Engagement } from '../../../shared/domain/engagement.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import type { Entry, EntryKind, EntryOf } from '../../../shared/journal/entry.ts';
import { foldEngagement } from '../../../shared/journal/fold-engagement.ts';
import { keepSame } from '../../../shared/journal/keep-same.ts';

const SHA = 'a'.repeat(64);

function entryOf<K extends EntryKind>(seq: number, kind: K, payload: EntryOf<K>['payload']): EntryOf<K> {
  const common = { id: `r1-${seq}`, seq, replica: 'r1', lamport: seq, recordedAt: '2026-11-24T10:00:00.000Z', actor: 'Tester' };
  return { ...common, appVersion: '1', hash: '', kind, payload } as unknown as EntryOf<K>;
}

const settings = { name: 'Engagement', customer: '', scenarios: ['vmware'], routeDecision: null, targetRegion: null } as const;
const ref = { sha256: SHA, storedSha256: SHA, sizeBytes: 1, name: 'estate', mediaType: 'text/plain' };
const machines = ['a', 'b', 'c'].map((name, place) => ({ machineId: `m-${name}`, facts: { name }, rows: { vInfo: place + 2 } }));
const inventories = new Map([
  [SHA, { formatId: 'generic', formatTitle: 'Table', sheets: [], fieldSheets: {}, machines, skipped: [], warnings: [] }],
]);
const entries: readonly Entry[] = [
  entryOf(1, 'engagement.created', {
    engagementId: 'e',
    settings: { ...settings, scenarios: ['vmware'], vaultRegion: null, siteLinkMbps: null, timeZone: 'UTC', isSample: false },
  }),
  entryOf(2, 'inventory.imported', {
    importId: 'i-1',
    fileName: 'estate.csv',
    fileSha256: SHA,
    fileSizeBytes: 1,
    formatId: 'generic',
    machineCount: 3,
    newMachineCount: 3,
    skippedRowCount: 0,
    inventory: ref,
    original: ref,
  }),
  entryOf(3, 'machine.values-set', { machineIds: ['m-a', 'm-b'], values: { owner: 'Ada' }, before: {} }),
  entryOf(4, 'machine.values-set', { machineIds: ['m-a'], values: { owner: 'Grace' }, before: {} }),
];
const undo = (of: string): Entry => entryOf(5, 'journal.entry-undone', { entryId: of, what: 'It' });

function fold(of: readonly Entry[]): Engagement {
  const state = foldEngagement(of, inventories);
  if (state === null) throw new Error('no engagement');
  return state;
}

test('after an undo only the machines that it changed are other objects', () => {
  const before = fold(entries);
  const after = fold([...entries, undo('r1-4')]);
  const kept = runToEnd(keepSame(before, after));
  expect(kept).toEqual(after);
  expect(kept.machines.get('m-a')?.facts.owner).toBe('Ada');
  expect([...kept.machines.keys()].filter((id) => kept.machines.get(id) === before.machines.get(id))).toEqual(['m-b', 'm-c']);
  expect(kept.imports).toBe(before.imports);
  expect(kept.settings).toBe(before.settings);
  expect(kept.groupEdits).toBe(before.groupEdits);
});

test('an undo that changes no machine leaves all of them as one and the same', () => {
  const note = entryOf(5, 'group.changed', { groupId: 'g', title: 'G', machineIds: ['m-a'] });
  const before = fold([...entries, note]);
  const after = fold(entries);
  const kept = runToEnd(keepSame(before, after));
  expect(kept).toEqual(after);
  expect(kept.machines).toBe(before.machines);
  expect(kept.groupEdits).toEqual([]);
});

test('undoing the import leaves nothing of it', () => {
  const before = fold(entries);
  const after = fold([...entries, undo('r1-2')]);
  const kept = runToEnd(keepSame(before, after));
  expect(kept).toEqual(after);
  expect([kept.machines.size, kept.imports.length]).toEqual([0, 0]);
});

test('machines in another order are another list, though each is the same', () => {
  const before = fold(entries);
  const after = { ...before, machines: new Map([...before.machines].toReversed()) };
  const kept = runToEnd(keepSame(before, after));
  expect([...kept.machines.keys()]).toEqual(['m-c', 'm-b', 'm-a']);
  expect(kept.machines.get('m-a')).toBe(before.machines.get('m-a'));
});
