import { expect, it } from 'vitest';

import type { Engagement } from '../../../shared/domain/engagement.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import type { Entry, EntryKind, EntryOf } from '../../../shared/journal/entry.ts';
import { applyEntry, foldEngagement } from '../../../shared/journal/fold-engagement.ts';

let seq = 0;

function entryOf<K extends EntryKind>(kind: K, payload: EntryOf<K>['payload']): EntryOf<K> {
  seq += 1;
  const id = `r1-${seq}`;
  const common = {
    id,
    seq,
    replica: 'r1',
    lamport: seq,
    recordedAt: '2026-11-24T10:00:00.000Z',
    actor: 'Tester',
    appVersion: '1',
    hash: '',
  };
  return { ...common, kind, payload } as unknown as EntryOf<K>;
}

const created = entryOf('engagement.created', {
  engagementId: 'e',
  settings: {
    name: 'Engagement',
    customer: '',
    scenarios: ['vmware'],
    routeDecision: null,
    targetRegion: null,
    vaultRegion: null,
    siteLinkMbps: null,
    timeZone: 'UTC',
    isSample: false,
  },
});

function mark(step: number, machine: number): Entry {
  const items = [{ stepId: `s${step}`, scope: { kind: 'machine', id: `m${machine}` } as const }];
  return entryOf('checklist.items-marked', { items, state: 'done', reason: null, evidence: [{ kind: 'note', text: 'Seen.' }] });
}

const entries: readonly Entry[] = [created, ...Array.from({ length: 200 }, (_, index) => mark(index % 7, index % 30))];

it('folding at once gives what folding one by one gives', () => {
  let state: Engagement | null = null;
  for (const entry of entries) state = runToEnd(applyEntry(state, entry, new Map()));
  expect(foldEngagement(entries, new Map())).toEqual(state);
});

it('one entry more leaves the state before it as it was', () => {
  const before = foldEngagement(entries, new Map());
  const marks = new Map(before?.marks);
  const after = runToEnd(applyEntry(before, mark(8, 99), new Map()));
  expect(after?.marks.size).toBe(marks.size + 1);
  expect(before?.marks).toEqual(marks);
});

function evidence(index: number): Entry {
  const scope = { kind: 'machine', id: 'm1' } as const;
  return entryOf('checklist.evidence-added', { stepId: 's1', scope, evidence: { kind: 'note', text: `Seen ${index}.` } });
}

const note = (index: number): Entry => entryOf('journal.note-added', { text: `note ${index}`, about: null });

const keptApart = (index: number): Entry =>
  entryOf('machine.kept-apart', { machineIds: [`m${index}`, `m${index + 1}`], names: ['a', 'b'], reason: 'Two.' });

it('notes, evidence and pairs kept apart are all there, in their order', () => {
  const state = foldEngagement([created, ...[0, 1, 2].flatMap((index) => [note(index), evidence(index), keptApart(index)])], new Map());
  expect(state?.notes.map(({ text }) => text)).toEqual(['note 0', 'note 1', 'note 2']);
  expect([...(state?.marks.values() ?? [])].map((marked) => marked.evidence.map(({ text }) => text))).toEqual([
    ['Seen 0.', 'Seen 1.', 'Seen 2.'],
  ]);
  expect(state?.keptApart.size).toBe(3);
});

const kinds: readonly [string, (index: number) => Entry][] = [
  ['ticks', (index) => mark(index, index)],
  ['notes', note],
  ['evidence of one item', evidence],
  ['pairs kept apart', keptApart],
];

it.each(kinds)('more %s take time in proportion, not the square of it', (_name, make) => {
  const list = [created, ...Array.from({ length: 16_000 }, (_, index) => make(index))];
  const cpuMs = (part: readonly Entry[]): number => {
    const start = process.cpuUsage();
    foldEngagement(part, new Map());
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  cpuMs(list.slice(0, 2000));
  // With a copy of everything per entry the long list takes some sixty times as long as an eighth of it.
  expect(cpuMs(list)).toBeLessThan(30 * Math.max(12, cpuMs(list.slice(0, 2000))));
});

it('takes a large import in by slices, also while it is the newest entry', () => {
  const machines = Array.from({ length: 1000 }, (_, place) => ({
    machineId: `m-${place}`,
    facts: { name: `machine-${place}` },
    rows: { vInfo: place + 2 },
  }));
  const sha256 = 'a'.repeat(64);
  const ref = { sha256, storedSha256: sha256, sizeBytes: 1, name: 'estate', mediaType: 'text/plain' };
  const imported = entryOf('inventory.imported', {
    importId: 'i-1',
    fileName: 'estate.csv',
    fileSha256: sha256,
    fileSizeBytes: 1,
    formatId: 'generic',
    machineCount: machines.length,
    newMachineCount: machines.length,
    skippedRowCount: 0,
    inventory: ref,
    original: ref,
  });
  const inventory = { formatId: 'generic', formatTitle: 'Table', sheets: [], fieldSheets: {}, machines, skipped: [], warnings: [] };
  const work = applyEntry(foldEngagement([created], new Map()), imported, new Map([[sha256, inventory]]));
  let pauses = 0;
  let step = work.next();
  for (; step.done !== true; step = work.next()) pauses += 1;
  expect(pauses).toBeGreaterThan(3);
  expect(step.value?.machines.size).toBe(machines.length);
});
