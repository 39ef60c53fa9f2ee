import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Database from 'better-sqlite3';

/**
 * The bytes of an engagement file as SQLite would see it, without touching the file or its folder. A crash may have left
 * entries in the write-ahead log beside it; then both are put together in a copy.
 */
export async function readWholeFile(filePath: string): Promise<Buffer> {
  const logPath = `${filePath}-wal`;
  if ((await sizeOf(logPath)) === 0) return await readFile(filePath);
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-'));
  try {
    const copyPath = path.join(folder, 'copy.landfall');
    await copyFile(filePath, copyPath);
    await copyFile(logPath, `${copyPath}-wal`);
    const database = new Database(copyPath);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    return await readFile(copyPath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizeOf(filePath: string): Promise<number> {
  try {
    return (await stat(filePath)).size;
  } catch {
    return 0;
  }
}
