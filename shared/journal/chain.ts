import { canonicalJson } from './canonical-json.ts';
import { entryId, type EntryContent, type StoredEntry } from './entry.ts';

/** Hash function of the host, lower-case hexadecimal; `shared` has none of its own. */
export type HashText = (text: string) => string;

/** Covers everything of an entry and the hash of the one before it in the same laptop's chain. */
export function hashEntry(content: EntryContent, previousHash: string, sha256: HashText): string {
  const { seq, replica, lamport, recordedAt, actor, kind, payload, appVersion } = content;
  return sha256(canonicalJson({ seq, replica, lamport, recordedAt, actor, kind, payload, appVersion, previousHash }));
}

export interface ChainProblem {
  readonly entryId: string;
  readonly what: string;
}

/** Checks one chain entry by entry; feed it the entries of all chains in (replica, seq) order. */
export function createChainCheck(sha256: HashText): (entry: StoredEntry) => ChainProblem[] {
  const lastOf = new Map<string, StoredEntry>();
  return (entry) => {
    const id = entryId(entry);
    const problems: ChainProblem[] = [];
    const say = (what: string): number => problems.push({ entryId: id, what });
    const last = lastOf.get(entry.replica);
    problems.push(...missingBetween(entry, last?.seq ?? 0));
    if (entry.previousHash !== (last?.hash ?? '')) say(`Entry ${id} does not name the hash of the entry before it.`);
    if (last !== undefined && entry.lamport <= last.lamport) say(`Entry ${id} is not later than the entry before it.`);
    if (hashEntry(entry, entry.previousHash, sha256) !== entry.hash)
      say(`Entry ${id} does not match its hash: it was changed after it was written.`);
    else if (!isCanonical(entry.payload)) say(`Entry ${id} holds a payload that Landfall did not write.`);
    lastOf.set(entry.replica, entry);
    return problems;
  };
}

const MOST_MISSING_NAMED = 20;

/** Names the entries that should stand before this one, each; a chain counts from 1 without a gap. */
function missingBetween({ replica, seq }: StoredEntry, lastSeq: number): ChainProblem[] {
  const id = entryId({ replica, seq });
  if (seq <= lastSeq) return [{ entryId: id, what: `Entry ${id} stands where ${entryId({ replica, seq: lastSeq + 1 })} should.` }];
  const count = seq - lastSeq - 1;
  const missing = Array.from({ length: Math.min(count, MOST_MISSING_NAMED) }, (_, index) => entryId({ replica, seq: lastSeq + 1 + index }));
  const problems = missing.map((gone) => ({ entryId: gone, what: `Entry ${gone} is missing.` }));
  const left = count - missing.length;
  return left > 0 ? [...problems, { entryId: id, what: `${left.toLocaleString('en')} more entries before ${id} are missing.` }] : problems;
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
