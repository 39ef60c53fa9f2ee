import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readingsOf } from '../../../shared/domain/effective-facts.ts';
import type { Engagement } from '../../../shared/domain/engagement.ts';
import { findDuplicates } from '../../../shared/domain/find-duplicates.ts';
import type { FieldName, ImportedInventory, MachineFacts } from '../../../shared/domain/machine.ts';
import { matchMachines } from '../../../shared/domain/match-machines.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import type { Entry, EntryKind, EntryPayload } from '../../../shared/journal/entry.ts';
import { foldEngagement } from '../../../shared/journal/fold-engagement.ts';

/** A truth of machines, seen by several sources: part of them each, renamed, in another order, some values wrong. */
interface Source {
  readonly members: readonly number[];
  readonly drops: readonly boolean[];
  readonly styles: readonly number[];
  readonly cpuOffset: number;
}

const SIZE = 12;
const sourceOf = fc.record({
  members: fc.shuffledSubarray(Array.from({ length: SIZE }, (_, index) => index)),
  drops: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
  styles: fc.array(fc.nat(3), { minLength: SIZE, maxLength: SIZE }),
  cpuOffset: fc.nat(2),
});
const everything: Source = {
  members: Array.from({ length: SIZE }, (_, index) => index),
  drops: Array(SIZE).fill(false),
  styles: Array(SIZE).fill(0),
  cpuOffset: 0,
};

const hex = (index: number, length: number): string => index.toString(16).padStart(length, '0');

/** How a source speaks of machine `index`: always with at least one strong sign of who it is. */
function statementOf(index: number, { drops, styles, cpuOffset }: Source): MachineFacts {
  const style = styles[index] ?? 0;
  const hasBiosId = drops[index] !== true;
  const uuid = `4210${hex(index, 4)}-00aa-00bb-8000-${hex(index, 12)}`;
  const turned = `${hex(index, 4).slice(2)}${hex(index, 4).slice(0, 2)}1042-aa00-bb00-8000-${hex(index, 12)}`;
  const names = [`srv${index}`, `SRV${index}`, `srv${index}.corp.example`, `renamed-${index}`];
  return {
    name: names[style] ?? '',
    cpuCount: index + cpuOffset,
    nics: [{ id: 'a', mac: style % 2 === 0 ? `00:50:56:00:00:${hex(index, 2)}` : `00-50-56-00-00-${hex(index, 2).toUpperCase()}` }],
    ...(hasBiosId ? { biosId: style === 1 ? turned : uuid } : {}),
  };
}

let clock = 0;
function entryOf<K extends EntryKind>(kind: K, payload: EntryPayload<K>): Entry {
  clock += 1;
  const at = new Date(Date.UTC(2026, 0, 1) + clock * 1000).toISOString();
  return {
    id: `r-${clock}`,
    seq: clock,
    replica: 'r',
    lamport: clock,
    recordedAt: at,
    actor: 'tester',
    appVersion: '0',
    hash: '',
    kind,
    payload,
  } as Entry;
}

const settings = {
  name: 'x',
  customer: '',
  scenarios: ['vmware'],
  routeDecision: null,
  targetRegion: null,
  vaultRegion: null,
  siteLinkMbps: null,
  timeZone: 'UTC',
  isSample: false,
};

/** Imports the sources one after another, as the service does: what is not sure becomes a machine of its own. */
function importAll(sources: readonly Source[]): {
  readonly entries: Entry[];
  readonly inventories: Map<string, ImportedInventory>;
  readonly state: Engagement;
} {
  const entries: Entry[] = [entryOf('engagement.created', { engagementId: 'e', settings })];
  const inventories = new Map<string, ImportedInventory>();
  let state = foldEngagement(entries, inventories);
  let made = 0;
  for (const [place, each] of sources.entries()) {
    const statements = each.members.map((index) => statementOf(index, each));
    const matches = runToEnd(matchMachines(statements, state?.machines.values() ?? []));
    const sha256 = hex(place, 64);
    const machines = statements.map((facts, row) => {
      const match = matches[row];
      made += 1;
      return { machineId: match?.kind === 'known' ? match.candidate.machine.id : `m-${made}`, facts, rows: { list: row + 2 } };
    });
    inventories.set(sha256, {
      formatId: 'f',
      formatTitle: 'F',
      sheets: [],
      fieldSheets: { name: 'list', cpuCount: 'list', biosId: 'list', nics: 'list' },
      machines,
      skipped: [],
      warnings: [],
    });
    const attachment = { sha256, storedSha256: sha256, sizeBytes: 1, mediaType: 'x', name: 'x' };
    entries.push(
      entryOf('inventory.imported', {
        importId: `i-${place}`,
        fileName: `source-${place}`,
        fileSha256: sha256,
        fileSizeBytes: 1,
        formatId: 'f',
        machineCount: machines.length,
        newMachineCount: 0,
        skippedRowCount: 0,
        inventory: attachment,
        original: attachment,
      }),
    );
    state = foldEngagement(entries, inventories);
  }
  if (state === null) throw new Error('no engagement');
  return { entries, inventories, state };
}

/** Adapters are told apart by their hardware address, however it is written. */
function macOrValue(value: unknown): unknown {
  const mac = typeof value === 'object' && value !== null && 'mac' in value ? String(value.mac) : null;
  return mac === null ? value : mac.replaceAll(/[^\da-f]/gi, '').toLowerCase();
}

/** Which machine of the truth it is, told by what every source states of it. */
const truthOf = (facts: MachineFacts): number => Number.parseInt((facts.nics?.[0]?.mac ?? '').slice(-2), 16);

describe('merging random sources', () => {
  test('gives exactly the machines of the truth, once each', () => {
    fc.assert(
      fc.property(fc.array(sourceOf, { minLength: 1, maxLength: 5 }), (sources) => {
        const { state } = importAll([everything, ...sources]);
        expect([...state.machines.values()].map(({ facts }) => truthOf(facts)).toSorted((a, b) => a - b)).toEqual(everything.members);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('is the same whichever source comes first, when each states who its machines are', () => {
    fc.assert(
      fc.property(fc.array(sourceOf, { minLength: 2, maxLength: 5 }), (sources) => {
        const { state } = importAll(sources);
        const truth = [...new Set(sources.flatMap(({ members }) => members))];
        expect([...state.machines.values()].map(({ facts }) => truthOf(facts)).toSorted((a, b) => a - b)).toEqual(
          truth.toSorted((a, b) => a - b),
        );
        expect(runToEnd(findDuplicates([...state.machines.values()], new Set()))).toEqual([]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test('keeps every value traceable to its source and row', () => {
    fc.assert(
      fc.property(fc.array(sourceOf, { minLength: 1, maxLength: 4 }), (sources) => {
        const { state } = importAll([everything, ...sources]);
        const imports = new Map(state.imports.map((record) => [record.id, record]));
        for (const machine of state.machines.values()) {
          for (const field of Object.keys(machine.facts) as FieldName[]) {
            const readings = readingsOf(machine, field, imports);
            const stating = machine.statements.filter((statement) => statement.machine.facts[field] !== undefined);
            expect([field, readings.length]).toEqual([field, stating.length]);
            // Adapters are put together from what the sources say of each; every one of them was said by some source.
            const parts = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);
            const said = readings.flatMap(({ value }) => parts(value).map(macOrValue));
            for (const part of parts(machine.facts[field]))
              expect([field, said]).toEqual([field, expect.arrayContaining([macOrValue(part)])]);
            for (const { source, sheet, row } of readings) {
              expect([field, sheet, typeof row]).toEqual([field, 'list', 'number']);
              const importId = source.kind === 'import' ? source.importId : '';
              const stated = imports.get(importId)?.inventory.machines.find((one) => one.rows['list'] === row);
              expect([field, stated?.machineId, said]).toEqual([
                field,
                machine.id,
                expect.arrayContaining(parts(stated?.facts[field]).map(macOrValue)),
              ]);
            }
          }
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('undoing all imports gives the empty engagement', () => {
    fc.assert(
      fc.property(fc.array(sourceOf, { minLength: 1, maxLength: 4 }), (sources) => {
        const { entries, inventories } = importAll(sources);
        const undone = entries
          .filter((entry) => entry.kind === 'inventory.imported')
          .map((entry) => entryOf('journal.entry-undone', { entryId: entry.id, what: '' }));
        expect(foldEngagement([...entries, ...undone], inventories)).toEqual(foldEngagement(entries.slice(0, 1), inventories));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('merging by hand', () => {
  test('one machine takes over statements and ticks; undo brings both back', () => {
    const { entries, inventories, state } = importAll([
      { ...everything, members: [1] },
      { ...everything, members: [2] },
    ]);
    const [keep, other] = [...state.machines.keys()];
    const mark = entryOf('checklist.items-marked', {
      items: [{ stepId: 's', scope: { kind: 'machine', id: other ?? '' } }],
      state: 'done',
      reason: null,
      evidence: [],
    });
    const merge = entryOf('machine.merged', { keepId: keep ?? '', mergedIds: [other ?? ''], names: [], reason: '' });
    const merged = foldEngagement([...entries, mark, merge], inventories);
    expect([...(merged?.machines.keys() ?? [])]).toEqual([keep]);
    expect(merged?.machines.get(keep ?? '')?.statements).toHaveLength(2);
    expect([...(merged?.marks.values() ?? [])].map(({ scope, state: done }) => [scope.id, done])).toEqual([[keep, 'done']]);
    const undone = foldEngagement([...entries, mark, merge, entryOf('journal.entry-undone', { entryId: merge.id, what: '' })], inventories);
    expect(undone).toEqual(foldEngagement([...entries, mark], inventories));
  });

  test('an import after the merge still finds the machine under its old id', () => {
    const { entries, inventories, state } = importAll([
      { ...everything, members: [1] },
      { ...everything, members: [2] },
    ]);
    const [keep, other] = [...state.machines.keys()];
    const merge = entryOf('machine.merged', { keepId: keep ?? '', mergedIds: [other ?? ''], names: [], reason: '' });
    const set = entryOf('machine.values-set', { machineIds: [other ?? ''], values: { owner: 'Finance' }, before: {} });
    expect(foldEngagement([...entries, merge, set], inventories)?.machines.get(keep ?? '')?.facts.owner).toBe('Finance');
  });
});
