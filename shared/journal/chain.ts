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
    if (entry.seq !== (last?.seq ?? 0) + 1)
      say(`Entry ${id} does not follow ${last === undefined ? 'the start of its chain' : entryId(last)}: entries are missing.`);
    if (entry.previousHash !== (last?.hash ?? '')) say(`Entry ${id} does not name the hash of the entry before it.`);
    if (last !== undefined && entry.lamport <= last.lamport) say(`Entry ${id} is not later than the entry before it.`);
    if (hashEntry(entry, entry.previousHash, sha256) !== entry.hash)
      say(`Entry ${id} does not match its hash: it was changed after it was written.`);
    else if (!isCanonical(entry.payload)) say(`Entry ${id} holds a payload that Landfall did not write.`);
    lastOf.set(entry.replica, entry);
    return problems;
  };
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
