import { entryId, entryPayloadSchemas, type Entry, type EntryKind, type StoredEntry } from './entry.ts';

/** An entry this version cannot read. Kept as it is, reported, and reason enough to open the file read-only. */
export interface UnreadableEntry {
  readonly entryId: string;
  readonly kind: string;
  readonly reason: 'unknown-kind' | 'bad-payload';
}

export type ParsedEntry = { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly unreadable: UnreadableEntry };

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(entryPayloadSchemas, kind);
}

export function parseEntry(stored: StoredEntry): ParsedEntry {
  const id = entryId(stored);
  if (!isWhole(stored))
    return {
      ok: false,
      unreadable: { entryId: id, kind: typeof stored.kind === 'string' ? stored.kind : 'damaged', reason: 'bad-payload' },
    };
  if (!isEntryKind(stored.kind)) return { ok: false, unreadable: { entryId: id, kind: stored.kind, reason: 'unknown-kind' } };
  const payload = readPayload(stored.kind, stored.payload);
  if (payload === null) return { ok: false, unreadable: { entryId: id, kind: stored.kind, reason: 'bad-payload' } };
  const { seq, replica, lamport, recordedAt, actor, appVersion, hash } = stored;
  // The schema of the kind has just accepted the payload; the compiler cannot follow the pairing through the table.
  const entry = { id, seq, replica, lamport, recordedAt, actor, appVersion, hash, kind: stored.kind, payload } as Entry;
  return { ok: true, entry };
}

const TEXTS = ['replica', 'recordedAt', 'actor', 'kind', 'payload', 'appVersion', 'previousHash', 'hash'] as const;

/** As `Date.prototype.toISOString` writes it; everything that sorts or shows times relies on it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A damaged page can hand out what no Landfall wrote, even values of another type than the table allows. */
function isWhole(stored: StoredEntry): boolean {
  if (!TEXTS.every((column) => typeof stored[column] === 'string')) return false;
  return isCount(stored.seq) && isCount(stored.lamport) && INSTANT.test(stored.recordedAt) && !Number.isNaN(Date.parse(stored.recordedAt));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function readPayload(kind: EntryKind, text: string): unknown {
  try {
    const result = entryPayloadSchemas[kind].safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Order of the engagement: (lamport, replica). */
export function compareEntries(
  a: { readonly lamport: number; readonly replica: string },
  b: { readonly lamport: number; readonly replica: string },
): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.replica === b.replica) return 0;
  return a.replica < b.replica ? -1 : 1;
}
