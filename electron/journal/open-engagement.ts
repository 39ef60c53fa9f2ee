import { access, constants, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sha256Of } from './attachments.ts';
import { APPLICATION_ID, parseFileHeader, readFileHeader, withoutLog } from './file-header.ts';
import { createJournal, readEntries, type Journal, type ReadEntries } from './journal.ts';
import { hasOurTables, judgeCopy } from './judge-file.ts';
import { bringUpToDate, migrate } from './migrate.ts';
import { migrations as builtInMigrations, type Migration } from './migrations/index.ts';
import { damagedSentence, newerSentence, noCopySentence, refusalOf, unreadableSentence } from './opening-sentences.ts';
import { hasLeftLog, readWholeFile } from './read-whole-file.ts';
import { lockOrRefuse } from './writer-lock.ts';

export interface OpenOptions {
  readonly actor: () => string;
  readonly machineName: string;
  /** Random, kept per laptop: with the engagement's id it names this laptop's chain. */
  readonly laptopId: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Only tests hand in other migrations. */
  readonly migrations?: readonly Migration[];
}

/** Makes a new, empty engagement file; the caller appends `engagement.created`. Never replaces a file. */
export async function createEngagementFile(filePath: string, engagementId: string, options: OpenOptions): Promise<Reply<Journal>> {
  const header = await readFileHeader(filePath);
  if (header.kind !== 'missing') {
    return failed('conflict', `${filePath} is there already. Choose another name or open it.`);
  }
  const lock = lockOrRefuse(filePath, options.actor(), options.now());
  if (!lock.ok) return lock;
  try {
    const database = new Database(filePath);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    setUp(database);
    migrate(database, migrationsOf(options));
    // The header that says "engagement" must be in the file itself before anything is written to it.
    database.pragma('wal_checkpoint(TRUNCATE)');
    return success(
      journalOf(database, filePath, {
        replica: replicaOf(options.laptopId, engagementId),
        readOnlyReason: null,
        options,
        release: lock.value,
      }),
    );
  } catch (error) {
    lock.value();
    if (error instanceof Database.SqliteError)
      return failed('journal-unavailable', `${filePath} cannot be created (${error.code}). Choose a folder that you may write to.`);
    throw error;
  }
}

/** Opens an engagement file, or says in one sentence why not. What is refused is not touched. */
export async function openEngagementFile(filePath: string, options: OpenOptions): Promise<Reply<Journal>> {
  const header = await readFileHeader(filePath);
  const newest = newestVersion(options);
  const refusal = refusalOf(header, path.basename(filePath), newest);
  if (refusal !== null || header.kind !== 'engagement')
    return failed(header.kind === 'missing' ? 'not-found' : 'journal-unavailable', refusal ?? '');
  const realPath = await realpath(filePath);
  if (!(await mayWrite(realPath)))
    return await openReadOnly(
      realPath,
      options,
      'This file or its folder may not be written, so it is open for reading only. Copy it to a folder of yours to work on it.',
    );
  const lock = lockOrRefuse(realPath, options.actor(), options.now());
  if (!lock.ok) return lock;
  // A writable handle would change it, be it only by closing: the log goes into the file, or its format is changed.
  const changesByOpening = (await hasLeftLog(realPath)) || header.version < newest || !header.usesLog;
  const opened = await (changesByOpening ? judgeThenOpen : openForWriting)({ realPath, options, release: lock.value });
  if (!opened.ok || opened.value.readOnlyReason !== null) lock.value();
  return opened;
}

interface Opening {
  readonly realPath: string;
  readonly options: OpenOptions;
  readonly release: () => void;
  readonly known?: ReadEntries;
}

/** Only a file that proved to be sound and of this version in a copy gets a writable handle. */
async function judgeThenOpen(opening: Opening): Promise<Reply<Journal>> {
  const { realPath, options } = opening;
  const fileName = path.basename(realPath);
  try {
    const judged = await judgeCopy(realPath, migrationsOf(options));
    if (judged.kind === 'newer') return failed('journal-unavailable', newerSentence(fileName, judged.version, newestVersion(options)));
    if (judged.kind === 'damaged') return failed('journal-unavailable', damagedSentence(fileName));
    const { known } = judged;
    if (known === null) return await openForWriting(opening);
    const [unreadable] = known.unreadable;
    return unreadable === undefined
      ? await openForWriting({ ...opening, known })
      : await openReadOnly(realPath, options, unreadableSentence(unreadable));
  } catch (error) {
    return failed('journal-unavailable', sentenceOf(error, fileName));
  }
}

async function openForWriting({ realPath, options, release, known: judged }: Opening): Promise<Reply<Journal>> {
  let database: Database.Database | null = null;
  try {
    database = new Database(realPath, { fileMustExist: true });
    const refusal = await prepareForWriting(database, realPath, options);
    const known = refusal === null ? (judged ?? readEntries(database)) : null;
    const [unreadable] = known?.unreadable ?? [];
    if (known === null || unreadable !== undefined) {
      database.close();
      return unreadable === undefined
        ? failed('journal-unavailable', refusal ?? '')
        : await openReadOnly(realPath, options, unreadableSentence(unreadable));
    }
    const replica = replicaOf(options.laptopId, engagementIdOf(database));
    return success(journalOf(database, realPath, { replica, readOnlyReason: null, options, release, known }));
  } catch (error) {
    database?.close();
    return failed('journal-unavailable', sentenceOf(error, path.basename(realPath)));
  }
}

/** Why the file cannot be worked on, or `null` when it is ready for it. */
async function prepareForWriting(database: Database.Database, realPath: string, options: OpenOptions): Promise<string | null> {
  // Looked at before anything may change the file, even if only its journal mode.
  if (!hasOurTables(database)) return damagedSentence(path.basename(realPath));
  setUp(database);
  return await bringUpToDate(database, realPath, migrationsOf(options), options.now());
}

/** Works on a copy in memory: not even a side file appears beside the engagement. */
async function openReadOnly(realPath: string, options: OpenOptions, reason: string): Promise<Reply<Journal>> {
  const fileName = path.basename(realPath);
  let database: Database.Database | null = null;
  try {
    const bytes = await readWholeFile(realPath);
    const refusal = refusalOf(parseFileHeader(bytes), fileName, newestVersion(options));
    if (refusal !== null) return failed('journal-unavailable', refusal);
    database = new Database(withoutLog(bytes), { readonly: true });
    const known = readEntries(database);
    return success(
      journalOf(database, realPath, { replica: 'read-only', readOnlyReason: reason, options, release: () => undefined, known }),
    );
  } catch (error) {
    database?.close();
    return failed('journal-unavailable', sentenceOf(error, fileName));
  }
}

/** What a failure says about the file that was to be opened. Throws on what is no failure of the file or the disk. */
function sentenceOf(error: unknown, fileName: string): string {
  if (error instanceof Database.SqliteError && error.code !== 'SQLITE_FULL') return damagedSentence(fileName);
  if (error instanceof Error && 'code' in error) return noCopySentence(fileName, tmpdir(), String(error.code));
  throw error;
}

function migrationsOf(options: OpenOptions): readonly Migration[] {
  return options.migrations ?? builtInMigrations;
}

function newestVersion(options: OpenOptions): number {
  return migrationsOf(options).at(-1)?.version ?? 0;
}

interface Opened {
  readonly replica: string;
  readonly readOnlyReason: string | null;
  readonly options: OpenOptions;
  readonly release: () => void;
  readonly known?: ReadEntries;
}

function journalOf(database: Database.Database, filePath: string, opened: Opened): Journal {
  const { actor, machineName, appVersion, now } = opened.options;
  const { replica, readOnlyReason, release, known } = opened;
  const parts = { database, path: filePath, replica, readOnlyReason, actor, machineName, appVersion, now, releaseLock: release };
  return createJournal(known === undefined ? parts : { ...parts, known });
}

/** INVARIANT: an entry that was acknowledged survives a power loss; the package's own default is less. */
function setUp(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  const isSafe = database.pragma('journal_mode', { simple: true }) === 'wal' && database.pragma('synchronous', { simple: true }) === 2;
  if (!isSafe) throw new Error('SQLite did not take the settings that make entries durable');
}

/** One laptop writes one chain per engagement, also in a copy of the file. */
function replicaOf(laptopId: string, engagementId: string): string {
  return `r${sha256Of(`${laptopId} ${engagementId}`).slice(0, 11)}`;
}

/** The payload of the first entry names the engagement. A file without one was left by a crash while it was being made. */
function engagementIdOf(database: Database.Database): string {
  const row = database
    .prepare<[], { id: string | null }>(
      "SELECT payload ->> 'engagementId' AS id FROM entries WHERE kind = 'engagement.created' ORDER BY lamport LIMIT 1",
    )
    .get();
  return row?.id ?? 'unnamed';
}

async function mayWrite(filePath: string): Promise<boolean> {
  try {
    await access(filePath, constants.W_OK);
    await access(path.dirname(filePath), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
