import { hostname } from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

/** Who holds a file; shown to the second person who tries to open it. */
export interface LockHolder {
  readonly person: string;
  readonly computer: string;
  readonly since: string;
  readonly pid: number;
}

export type WriterLock = { readonly ok: true; readonly release: () => void } | { readonly ok: false; readonly holder: LockHolder | null };

/**
 * One writer per engagement, across processes. A small SQLite file beside the engagement is kept in a write transaction: the
 * operating system lets go of it when the process ends, however it ends, so that no stale lock can keep a person out. The
 * holder's name is committed before, so that others can read it meanwhile.
 */
export function takeWriterLock(engagementPath: string, person: string, now: string): WriterLock {
  const database = new Database(lockPath(engagementPath), { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), note TEXT NOT NULL) STRICT');
    const holder: LockHolder = { person, computer: hostname(), since: now, pid: process.pid };
    database.prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET note = excluded.note').run(JSON.stringify(holder));
    database.exec('BEGIN IMMEDIATE');
    return { ok: true, release: () => database.close() };
  } catch (error) {
    const holder = readHolder(database);
    database.close();
    if (isBusy(error)) return { ok: false, holder };
    throw error;
  }
}

/** Takes the lock, or says in one sentence who has the file open or what stands in the way. Returns what lets go of it. */
export function lockOrRefuse(filePath: string, person: string, now: Date): Reply<() => void> {
  try {
    const lock = takeWriterLock(filePath, person, now.toISOString());
    if (lock.ok) return success(lock.release);
    const { holder } = lock;
    const who =
      holder === null
        ? 'Another running Landfall'
        : `${holder.person} on ${holder.computer} (since ${holder.since.slice(0, 16).replace('T', ' ')} UTC, process ${holder.pid})`;
    return failed('conflict', `${who} has ${path.basename(filePath)} open. Close it there first, then open it here.`, 'later');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      const name = path.basename(lockPath(filePath));
      return failed(
        'journal-unavailable',
        `${name} beside the engagement is not what Landfall puts there. Remove it and open the engagement again.`,
      );
    }
    if (error instanceof Database.SqliteError || error instanceof TypeError) {
      return failed(
        'journal-unavailable',
        `${path.dirname(filePath)} cannot be written to. Choose a folder that exists and that you may write to.`,
      );
    }
    throw error;
  }
}

export function lockPath(engagementPath: string): string {
  return `${engagementPath}-lock`;
}

function readHolder(database: Database.Database): LockHolder | null {
  try {
    const row = database.prepare<[], { note: string }>('SELECT note FROM holder').get();
    if (row === undefined) return null;
    const note: unknown = JSON.parse(row.note);
    if (typeof note !== 'object' || note === null) return null;
    const { person, computer, since, pid } = note as Record<string, unknown>;
    if (typeof person !== 'string' || typeof computer !== 'string' || typeof since !== 'string' || typeof pid !== 'number') return null;
    return { person, computer, since, pid };
  } catch {
    return null;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
