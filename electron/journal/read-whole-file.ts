import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

/** Whether a crash left entries, or a newer format, in the write-ahead log beside the file; its own bytes then tell only half. */
export async function hasLeftLog(filePath: string): Promise<boolean> {
  return (await sizeOf(logPathOf(filePath))) > 0;
}

/**
 * The bytes of an engagement file as SQLite would see it, without touching the file or its folder. A crash may have left
 * entries in the write-ahead log beside it; then both are put together in a copy.
 */
export async function readWholeFile(filePath: string): Promise<Buffer> {
  if (!(await hasLeftLog(filePath))) return await readFile(filePath);
  return await withWholeCopy(filePath, async (database, copyPath) => {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    return await readFile(copyPath);
  });
}

/** Opens a copy of the file and of the log beside it, elsewhere; the copy may be changed and is gone when `use` ends. */
export async function withWholeCopy<T>(filePath: string, use: (database: Database.Database, copyPath: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-'));
  let database: Database.Database | null = null;
  try {
    const copyPath = path.join(folder, 'copy.landfall');
    await copyFile(filePath, copyPath);
    if (await hasLeftLog(filePath)) await copyFile(logPathOf(filePath), logPathOf(copyPath));
    database = new Database(copyPath);
    return await use(database, copyPath);
  } finally {
    database?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function logPathOf(filePath: string): string {
  return `${filePath}-wal`;
}

async function sizeOf(filePath: string): Promise<number> {
  try {
    return (await stat(filePath)).size;
  } catch {
    return 0;
  }
}
