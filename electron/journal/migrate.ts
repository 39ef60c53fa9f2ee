import { copyFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';

import type { Migration } from './migrations/index.ts';

export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings the file to the newest format, one transaction per step: a crash leaves a whole older or a whole newer file. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    if (migration.version <= versionOf(database)) continue;
    database
      .transaction(() => {
        database.exec(migration.sql);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

/** A copy of the file as it was, beside it, before its format changes. Returns its path, or `null` when nothing is to change. */
async function backUpBeforeMigration(
  database: Database.Database,
  filePath: string,
  migrations: readonly Migration[],
  now: Date,
): Promise<string | null> {
  const version = versionOf(database);
  if (migrations.every((migration) => migration.version <= version)) return null;
  // All of it in the one file first; the lock keeps everybody else out meanwhile.
  database.pragma('wal_checkpoint(TRUNCATE)');
  const backupPath = `${filePath.replace(/\.landfall$/, '')} before format ${migrations.at(-1)?.version ?? version} ${now.toISOString().slice(0, 19).replaceAll(':', '-')}.landfall`;
  await copyFile(filePath, backupPath);
  return backupPath;
}

/** Copies the file, then changes its format. Returns why that failed, in a sentence, or `null`. */
export async function bringUpToDate(
  database: Database.Database,
  filePath: string,
  migrations: readonly Migration[],
  now: Date,
): Promise<string | null> {
  const fileName = path.basename(filePath);
  const newest = migrations.at(-1)?.version ?? 0;
  let backupPath: string | null;
  try {
    backupPath = await backUpBeforeMigration(database, filePath, migrations, now);
  } catch {
    return `${fileName} has to be brought to file format ${newest}, and no copy of it could be made before. Free some space beside it and open it again.`;
  }
  if (backupPath === null) return null;
  try {
    migrate(database, migrations);
    return null;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return `${fileName} could not be brought to file format ${newest} (${error.code}). A copy of the file as it was is “${path.basename(backupPath)}”; open it with the Landfall that wrote it.`;
  }
}
