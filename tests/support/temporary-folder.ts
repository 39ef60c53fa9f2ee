import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach } from 'vitest';

/** A folder of a test's own, removed after it. Call at the top of a test file. */
export function useTemporaryFolders(): () => Promise<string> {
  const made: string[] = [];
  afterEach(async () => {
    await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  });
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'landfall-test-'));
    made.push(folder);
    return folder;
  };
}

/** For a file whose tests share one; remove it at the end. */
export async function makeTemporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-test-'));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
