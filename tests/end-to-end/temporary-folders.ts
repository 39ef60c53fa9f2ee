import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Folders {
  readonly userDataFolder: string;
  readonly documentsFolder: string;
  readonly remove: () => Promise<void>;
}

/** Fresh folders for a run of the app. */
export async function makeFolders(): Promise<Folders> {
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-e2e-'));
  return {
    userDataFolder: path.join(folder, 'user-data'),
    documentsFolder: folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
