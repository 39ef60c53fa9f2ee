import Database from 'better-sqlite3';

import { readEntries, type ReadEntries } from './journal.ts';
import { migrate, versionOf } from './migrate.ts';
import type { Migration } from './migrations/index.ts';
import { withWholeCopy } from './read-whole-file.ts';

/** What a file is once everything that belongs to it is counted: its own bytes and the log that a crash left beside it. */
export type Judged =
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' }
  /** `known`: its entries, or `null` when they have to be read from the file itself. */
  | { readonly kind: 'ours'; readonly known: ReadEntries | null };

/**
 * Judges a copy. A writable handle would put the log into the file when it is closed, whatever the file turned out to be; so
 * it must not exist before this is known.
 */
export async function judgeCopy(filePath: string, migrations: readonly Migration[]): Promise<Judged> {
  return await withWholeCopy(filePath, async (database) => {
    try {
      const version = versionOf(database);
      if (version > (migrations.at(-1)?.version ?? 0)) return { kind: 'newer', version };
      if (!hasOurTables(database)) return { kind: 'damaged' };
      if (!couldBeMigrated(database, migrations)) return { kind: 'ours', known: null };
      return { kind: 'ours', known: readEntries(database) };
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code !== 'SQLITE_FULL') return { kind: 'damaged' };
      throw error;
    }
  });
}

export function hasOurTables(database: Database.Database): boolean {
  const tables = database
    .prepare<[], { count: number }>(
      "SELECT count(*) AS count FROM sqlite_schema WHERE type = 'table' AND name IN ('entries', 'attachments')",
    )
    .get();
  return tables?.count === 2;
}

/** A step that fails on a sound file is no damage: it is tried on the file itself, after a backup, and explained there. */
function couldBeMigrated(copy: Database.Database, migrations: readonly Migration[]): boolean {
  try {
    migrate(copy, migrations);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && !/^SQLITE_(?:CORRUPT|NOTADB|IOERR|FULL)/.test(error.code)) return false;
    throw error;
  }
}
