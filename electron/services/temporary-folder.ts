import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A folder of this run's own, named after the process; nothing is made before it is needed. */
export function temporaryFolderIn(userDataFolder: string): string {
  return path.join(userDataFolder, 'temporary', `${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** SECURITY: customers' files that a crashed run left behind are removed at the next start. Never stops the start. */
export async function removeAbandonedFolders(userDataFolder: string): Promise<void> {
  const parent = path.join(userDataFolder, 'temporary');
  try {
    const names = await readdir(parent);
    const abandoned = names.filter((name) => !isRunning(Number.parseInt(name, 10)));
    await Promise.all(abandoned.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
  } catch {
    // There is no such folder yet, or another start is tidying up at the same time.
  }
}

function isRunning(processId: number): boolean {
  try {
    return Number.isInteger(processId) && process.kill(processId, 0);
  } catch (error) {
    // Signal 0 only asks; "no permission" means that the process is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
