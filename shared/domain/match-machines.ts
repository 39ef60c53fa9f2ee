import { identityKeys, MATCH_KINDS, type IdentityFacts, type IdentityKeys, type MatchKind } from './identity-keys.ts';
import type { Machine } from './machine.ts';

/** A machine of the engagement that a statement may speak of, with what speaks for and against it. */
export interface Candidate {
  readonly machine: Machine;
  readonly by: MatchKind;
  /** 0 to 1. At or above `SURE` it is taken as the same machine; below, a person is asked. */
  readonly confidence: number;
  /** Kinds of identity that both sides state and that differ. */
  readonly against: readonly MatchKind[];
}

export type Match =
  | { readonly kind: 'known'; readonly candidate: Candidate }
  | { readonly kind: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'new' };

export const SURE = 0.75;

/** How far a shared key of each kind goes by itself, when nothing speaks against it. */
const CONFIDENCE: Readonly<Record<MatchKind, number>> = {
  'bios-id': 1,
  'instance-id': 0.98,
  mac: 0.95,
  'full-name': 0.9,
  name: 0.8,
  address: 0.5,
};

/** Contradictions that make a match doubtful although a weaker key agrees. A new name alone is a rename. */
const WEIGHS_AGAINST: Readonly<Record<MatchKind, readonly MatchKind[]>> = {
  'bios-id': [],
  'instance-id': [],
  mac: ['bios-id'],
  'full-name': ['bios-id', 'instance-id', 'mac'],
  name: ['bios-id', 'instance-id', 'mac', 'full-name'],
  address: ['bios-id', 'instance-id', 'mac', 'full-name', 'name'],
};

type Keys = IdentityKeys;
type Indexes = ReadonlyMap<MatchKind, ReadonlyMap<string, readonly Machine[]>>;

const SLICE = 100;

/**
 * Finds the machines that the statements of one source speak of, in their order: by BIOS id, instance id, MAC, full name, short
 * name, address. The strongest pairs are settled first, and a machine is given out once, so that two rows of one file never
 * become one machine. What is not sure is offered to a person, never merged. Yields between slices.
 */
export function* matchMachines(statements: readonly IdentityFacts[], machines: Iterable<Machine>): Generator<void, readonly Match[], void> {
  const { indexes, keysOf } = yield* indexMachines([...machines]);
  const found: Candidate[][] = [];
  for (const [row, facts] of statements.entries()) {
    found.push(candidatesFor(identityKeys(facts), indexes, keysOf));
    if (row % SLICE === SLICE - 1) yield;
  }
  const given = new Map<string, number>();
  const settled = new Map<number, Candidate>();
  const sure = found.flatMap((candidates, row) =>
    candidates.filter(({ confidence }) => confidence >= SURE).map((candidate) => ({ row, candidate })),
  );
  yield;
  for (const { row, candidate } of sure.toSorted((a, b) => b.candidate.confidence - a.candidate.confidence || a.row - b.row)) {
    if (settled.has(row) || given.has(candidate.machine.id)) continue;
    const isTied = found[row]?.some(
      (other) => other.machine !== candidate.machine && other.confidence >= candidate.confidence && !given.has(other.machine.id),
    );
    if (isTied === true) continue;
    settled.set(row, candidate);
    given.set(candidate.machine.id, row);
  }
  yield;
  return found.map((candidates, row) => {
    const candidate = settled.get(row);
    if (candidate !== undefined) return { kind: 'known', candidate };
    const open = candidates.filter(({ confidence, machine }) => confidence > 0 && !given.has(machine.id));
    return open.length === 0
      ? { kind: 'new' }
      : { kind: 'doubtful', candidates: open.toSorted((a, b) => b.confidence - a.confidence).slice(0, 5) };
  });
}

function* indexMachines(machines: readonly Machine[]): Generator<void, { indexes: Indexes; keysOf: ReadonlyMap<string, Keys> }, void> {
  const keysOf = new Map<string, Keys>();
  const indexes = new Map(MATCH_KINDS.map((kind) => [kind, new Map<string, Machine[]>()]));
  for (const [place, machine] of machines.entries()) {
    const keys = identityKeys(machine.facts);
    keysOf.set(machine.id, keys);
    for (const kind of MATCH_KINDS) {
      for (const key of new Set(keys[kind])) {
        const index = indexes.get(kind);
        const known = index?.get(key);
        if (known === undefined) index?.set(key, [machine]);
        else known.push(machine);
      }
    }
    if (place % SLICE === SLICE - 1) yield;
  }
  return { indexes, keysOf };
}

/** A key that very many machines share says nothing; walking all its holders would take for ever. */
const MOST_HOLDERS = 20;

function candidatesFor(keys: Keys, indexes: Indexes, keysOf: ReadonlyMap<string, Keys>): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const kind of MATCH_KINDS) {
    for (const key of keys[kind]) {
      const holders = indexes.get(kind)?.get(key) ?? [];
      if (holders.length > MOST_HOLDERS) continue;
      for (const machine of holders) {
        const known = keysOf.get(machine.id);
        if (known === undefined || found.has(machine.id)) continue;
        found.set(machine.id, rate(machine, { kind, keys, known, isUnique: holders.length === 1 }));
      }
    }
  }
  return [...found.values()];
}

interface Rating {
  readonly kind: MatchKind;
  readonly keys: Keys;
  readonly known: Keys;
  readonly isUnique: boolean;
}

function rate(machine: Machine, { kind, keys, known, isUnique }: Rating): Candidate {
  return { machine, by: kind, ...ratePair(kind, keys, known, isUnique) };
}

/** How surely two sets of keys that agree in one kind are one machine, and which stronger kinds speak against it. */
export function ratePair(kind: MatchKind, a: Keys, b: Keys, isUnique: boolean): Pick<Candidate, 'confidence' | 'against'> {
  const against = WEIGHS_AGAINST[kind].filter((other) => differs(a[other], b[other]));
  // Two different BIOS ids with nothing stronger than a name in common: surely two machines.
  const isOther = against.includes('bios-id') && (kind === 'name' || kind === 'address' || against.length > 1);
  const base = isUnique ? CONFIDENCE[kind] : 0.4;
  const confidence = isOther ? 0 : against.length > 0 ? Math.min(base, 0.5) : base;
  return { confidence, against };
}

function differs(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((key) => b.includes(key));
}
