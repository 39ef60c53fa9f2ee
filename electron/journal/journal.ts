import Database from 'better-sqlite3';

import { failed, success, type Failure, type Reply } from '../../shared/contract/failure.ts';
import { canonicalJson } from '../../shared/journal/canonical-json.ts';
import { hashEntry } from '../../shared/journal/chain.ts';
import {
  entryId,
  entryPayloadSchemas,
  type EntryContent,
  type EntryKind,
  type EntryOf,
  type EntryPayload,
  type StoredEntry,
} from '../../shared/journal/entry.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import { compareEntries, parseEntry, type UnreadableEntry } from '../../shared/journal/parse-entry.ts';
import { sha256Of, unpackAttachment, type PreparedAttachment } from './attachments.ts';

/** The open journal of one engagement: the only way to the truth, and all SQL of the app. */
export interface Journal {
  readonly path: string;
  /** Whose chain is written here. */
  readonly replica: string;
  /** `null` when it can be written; else the sentence why not. */
  readonly readOnlyReason: string | null;
  /** On disk when it returns; its attachments are in the same transaction. Fails as `journal-unavailable`, writing nothing. */
  readonly append: <K extends EntryKind>(
    kind: K,
    payload: EntryPayload<K>,
    attachments?: readonly PreparedAttachment[],
  ) => Reply<EntryOf<K>>;
  /** All entries in engagement order; those this version cannot read are named beside. */
  readonly readAll: () => ReadEntries;
  /** Readable entries later than a Lamport time, in engagement order. */
  readonly readSince: (lamport: number) => Entry[];
  readonly readAttachment: (sha256: string) => Promise<Reply<Buffer>>;
  /** Raw rows for the verifier, chain by chain. */
  readonly storedEntries: () => Iterable<StoredEntry>;
  readonly storedAttachments: () => Iterable<{ readonly sha256: string; readonly bytes: Uint8Array }>;
  readonly integrityProblems: () => string[];
  readonly entryCount: () => number;
  readonly attachmentCount: () => number;
  /** Brings everything into the one file and lets go of it. */
  readonly close: () => void;
}

export interface JournalParts {
  readonly database: Database.Database;
  readonly path: string;
  readonly replica: string;
  readonly readOnlyReason: string | null;
  readonly actor: () => string;
  readonly machineName: string;
  readonly appVersion: string;
  readonly now: () => Date;
  readonly releaseLock: () => void;
  /** What was read to judge the file; handed out once, so that opening does not read everything twice. */
  readonly known?: ReadEntries;
}

export interface ReadEntries {
  readonly entries: Entry[];
  readonly unreadable: UnreadableEntry[];
}

const ENTRY_COLUMNS = 'replica, seq, lamport, recordedAt, actor, kind, payload, appVersion, previousHash, hash';
const ENTRIES_BY_CHAIN = `SELECT ${ENTRY_COLUMNS} FROM entries ORDER BY replica, seq`;

/** All entries, by the table itself and not by an index: a damaged index must not hide any. */
export function readEntries(database: Database.Database): ReadEntries {
  const entries: Entry[] = [];
  const unreadable: UnreadableEntry[] = [];
  for (const stored of database.prepare<[], StoredEntry>(ENTRIES_BY_CHAIN).iterate()) {
    const parsed = parseEntry(stored);
    if (parsed.ok) entries.push(parsed.entry);
    else unreadable.push(parsed.unreadable);
  }
  return { entries: entries.sort(compareEntries), unreadable };
}

export function createJournal(parts: JournalParts): Journal {
  const { database } = parts;
  let known = parts.known ?? null;
  const insertEntry = database.prepare(
    `INSERT INTO entries (${ENTRY_COLUMNS}) VALUES (@replica, @seq, @lamport, @recordedAt, @actor, @kind, @payload, @appVersion, @previousHash, @hash)`,
  );
  const insertAttachment = database.prepare('INSERT INTO attachments (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING');
  const head = database.prepare<[string], { seq: number; hash: string }>(
    'SELECT seq, hash FROM entries WHERE replica = ? ORDER BY seq DESC LIMIT 1',
  );
  const highestLamport = database.prepare<[], { lamport: number | null }>('SELECT max(lamport) AS lamport FROM entries');
  const countEntries = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM entries');
  const countAttachments = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM attachments');
  const since = database.prepare<[number], StoredEntry>(`SELECT ${ENTRY_COLUMNS} FROM entries WHERE lamport > ? ORDER BY lamport, replica`);
  const byChain = database.prepare<[], StoredEntry>(ENTRIES_BY_CHAIN);
  const oneAttachment = database.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM attachments WHERE sha256 = ?');
  // Past the index, which holds a second copy of the keys and could hide a change of the row itself.
  const attachmentRows = database.prepare<[], { place: number }>('SELECT rowid AS place FROM attachments NOT INDEXED');
  const attachmentAt = database.prepare<[number], { sha256: string; bytes: Buffer }>(
    'SELECT sha256, bytes FROM attachments WHERE rowid = ?',
  );

  function write(kind: EntryKind, payload: unknown): StoredEntry {
    const last = head.get(parts.replica);
    const content: EntryContent = {
      seq: (last?.seq ?? 0) + 1,
      replica: parts.replica,
      lamport: (highestLamport.get()?.lamport ?? 0) + 1,
      recordedAt: parts.now().toISOString(),
      actor: parts.actor(),
      kind,
      payload: canonicalJson(payload),
      appVersion: parts.appVersion,
    };
    const previousHash = last?.hash ?? '';
    const stored: StoredEntry = { ...content, previousHash, hash: hashEntry(content, previousHash, sha256Of) };
    insertEntry.run(stored);
    return stored;
  }

  const appendInTransaction = database.transaction(
    (kind: EntryKind, payload: unknown, attachments: readonly PreparedAttachment[]): StoredEntry => {
      const isFirstOfReplica = head.get(parts.replica) === undefined;
      if (isFirstOfReplica && kind !== 'engagement.created') write('journal.replica-joined', { machineName: parts.machineName });
      for (const attachment of attachments) insertAttachment.run(attachment.ref.sha256, attachment.stored);
      return write(kind, payload);
    },
  );

  return {
    path: parts.path,
    replica: parts.replica,
    readOnlyReason: parts.readOnlyReason,
    append(kind, payload, attachments = []) {
      if (parts.readOnlyReason !== null) return failed('journal-unavailable', parts.readOnlyReason);
      known = null;
      const checked = entryPayloadSchemas[kind].parse(payload);
      try {
        const stored = appendInTransaction.immediate(kind, checked, attachments);
        const { seq, replica, lamport, recordedAt, actor, appVersion, hash } = stored;
        const entry = { id: entryId(stored), seq, replica, lamport, recordedAt, actor, appVersion, hash, kind, payload: checked };
        // The schema of this very kind produced the payload.
        return success(entry as unknown as EntryOf<typeof kind>);
      } catch (error) {
        if (error instanceof Database.SqliteError) return { ok: false, failure: storageFailure(error, parts.path) };
        throw error;
      }
    },
    readAll() {
      const read = known ?? readEntries(database);
      known = null;
      return read;
    },
    readSince(lamport) {
      return since.all(lamport).flatMap((stored) => {
        const parsed = parseEntry(stored);
        return parsed.ok ? [parsed.entry] : [];
      });
    },
    async readAttachment(sha256) {
      const row = oneAttachment.get(sha256);
      if (row === undefined)
        return failed('not-found', `The attachment ${sha256.slice(0, 12)} is not in this file. Run Verify in the journal.`);
      return await unpackAttachment(sha256, row.bytes);
    },
    storedEntries: () => asFarAsReadable(byChain.iterate()),
    *storedAttachments() {
      // One at a time, because together they may be larger than the memory; and no statement stays open while one is looked at, because an open one would keep appends waiting.
      for (const { place } of [...asFarAsReadable(attachmentRows.iterate())]) yield* [...asFarAsReadable(attachmentAt.iterate(place))];
    },
    integrityProblems() {
      try {
        const rows = database.pragma('integrity_check(20)') as { integrity_check: string }[];
        return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
      } catch (error) {
        if (error instanceof Database.SqliteError) return [error.message];
        throw error;
      }
    },
    entryCount: () => countEntries.get()?.count ?? 0,
    attachmentCount: () => countAttachments.get()?.count ?? 0,
    close() {
      if (!database.open) return;
      if (parts.readOnlyReason === null) database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
      parts.releaseLock();
    },
  };
}

/** What a damaged page hides is missing to whoever counts; `integrityProblems` says that the page is damaged. */
function* asFarAsReadable<T>(rows: Iterable<T>): Generator<T, void, void> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

function storageFailure(error: { readonly code: string }, path: string): Failure {
  const what = (reason: string, todo: string): Failure => ({
    code: 'journal-unavailable',
    retry: 'later',
    detail: `Nothing was saved in ${path}: ${reason}. ${todo}`,
  });
  if (error.code === 'SQLITE_FULL') return what('the disk is full', 'Free some space and try again.');
  if (error.code.startsWith('SQLITE_READONLY'))
    return what('the file may not be written', 'Check its permissions or save a copy elsewhere.');
  if (error.code.startsWith('SQLITE_BUSY')) return what('another program is writing to the file', 'Try again in a moment.');
  return what(`the disk reports a fault (${error.code})`, 'Check the disk or stick, copy the file to another one and open it there.');
}
