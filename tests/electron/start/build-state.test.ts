import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { isBuildFresh, markAsBuilt, sourceState } from '../../../electron/start/build-state.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

async function project(): Promise<string> {
  const root = await newFolder();
  await Promise.all(['electron/host', 'renderer', 'shared', 'out'].map((folder) => mkdir(path.join(root, folder), { recursive: true })));
  for (const file of ['electron/a.ts', 'electron/host/b.ts', 'renderer/c.ts', 'package.json', 'package-lock.json', 'vite.config.ts'])
    await writeFile(path.join(root, file), file);
  return root;
}

describe('whether a build is fresh', () => {
  it('is not before the first build, is after it, and is not after any change of a source', async () => {
    const root = await project();
    expect(isBuildFresh(root)).toBe(false);
    const changes: Readonly<Record<string, () => Promise<void>>> = {
      'another content': () => writeFile(path.join(root, 'electron/a.ts'), 'longer than before'),
      'an older time': () => utimes(path.join(root, 'renderer/c.ts'), 1, 1),
      'a new file': () => writeFile(path.join(root, 'shared/new.ts'), ''),
      'a new name': () => rename(path.join(root, 'electron/host/b.ts'), path.join(root, 'electron/host/d.ts')),
      'a file gone': () => rm(path.join(root, 'shared/new.ts')),
      'another dependency': () => writeFile(path.join(root, 'package-lock.json'), '{"a":1}'),
    };
    for (const [what, change] of Object.entries(changes)) {
      markAsBuilt(root, sourceState(root));
      expect({ what, isFresh: isBuildFresh(root) }).toEqual({ what, isFresh: true });
      await change();
      expect({ what, isFresh: isBuildFresh(root) }).toEqual({ what, isFresh: false });
    }
  });

  it('is not touched by what a build makes or by what is no source', async () => {
    const root = await project();
    markAsBuilt(root, sourceState(root));
    await writeFile(path.join(root, 'out/main.js'), '');
    await writeFile(path.join(root, 'README.md'), '');
    expect(isBuildFresh(root)).toBe(true);
  });
});
