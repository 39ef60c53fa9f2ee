import { identityKeys, MATCH_KINDS, type MatchKind } from './identity-keys.ts';
import type { Machine } from './machine.ts';
import { ratePair } from './match-machines.ts';

/** Two machines of the engagement that may be one. A person merges them or says that they are two. */
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly by: MatchKind;
  readonly confidence: number;
  readonly against: readonly MatchKind[];
}

const SLICE = 200;
/** A key that very many machines share says nothing. */
const MOST_HOLDERS = 10;

/**
 * Pairs that share an identity and were stated by different files; two rows of one file are two machines by that file's word.
 * Strongest first. Yields between slices.
 */
export function* findDuplicates(
  machines: readonly Machine[],
  keptApart: ReadonlySet<string>,
): Generator<void, readonly DuplicatePair[], void> {
  const pairs = new Map<string, DuplicatePair>();
  for (const kind of MATCH_KINDS) {
    const holders = new Map<string, Machine[]>();
    for (const [index, machine] of machines.entries()) {
      for (const key of new Set(identityKeys(machine.facts)[kind])) {
        const known = holders.get(key);
        if (known === undefined) holders.set(key, [machine]);
        else known.push(machine);
      }
      if (index % SLICE === SLICE - 1) yield;
    }
    let count = 0;
    for (const group of holders.values()) {
      count += 1;
      if (count % SLICE === 0) yield;
      if (group.length < 2 || group.length > MOST_HOLDERS) continue;
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) {
          const id = pairKey(a.id, b.id);
          if (pairs.has(id) || keptApart.has(id) || isFromOneFile(a, b)) continue;
          const { confidence, against } = ratePair(kind, identityKeys(a.facts), identityKeys(b.facts), group.length === 2);
          if (confidence > 0) pairs.set(id, { a: a.id, b: b.id, by: kind, confidence, against });
        }
      }
    }
  }
  return [...pairs.values()].toSorted((a, b) => b.confidence - a.confidence || (a.a + a.b < b.a + b.b ? -1 : 1));
}

/** Same key whichever way round the two are named. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

function isFromOneFile(a: Machine, b: Machine): boolean {
  const files = new Set(a.statements.map((statement) => statement.importId));
  return b.statements.some((statement) => files.has(statement.importId));
}
