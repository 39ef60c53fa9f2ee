import { expect, it } from 'vitest';

import type { Engagement } from '../../../shared/domain/engagement.ts';
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
  for (const entry of entries) state = applyEntry(state, entry, new Map());
  expect(foldEngagement(entries, new Map())).toEqual(state);
});

it('one entry more leaves the state before it as it was', () => {
  const before = foldEngagement(entries, new Map());
  const marks = new Map(before?.marks);
  const after = applyEntry(before, mark(8, 99), new Map());
  expect(after?.marks.size).toBe(marks.size + 1);
  expect(before?.marks).toEqual(marks);
});

it('a longer checklist takes time in proportion, not the square of it', () => {
  const many = (count: number): readonly Entry[] => [created, ...Array.from({ length: count }, (_, index) => mark(index, index))];
  const cpuMs = (list: readonly Entry[]): number => {
    const start = process.cpuUsage();
    foldEngagement(list, new Map());
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const list = many(16_000);
  cpuMs(list.slice(0, 2000));
  // With a copy of all marks per entry the long list takes some sixty times as long as an eighth of it.
  expect(cpuMs(list)).toBeLessThan(30 * Math.max(4, cpuMs(list.slice(0, 2000))));
});
