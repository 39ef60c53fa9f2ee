import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { findRuntime, runInElectron } from '../../../electron/start/electron-runtime.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

async function packageWith(installer: string | null): Promise<string> {
  const root = await newFolder();
  const folder = path.join(root, 'node_modules/electron');
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  if (installer !== null) await writeFile(path.join(folder, 'install.js'), installer);
  return root;
}

async function program(folder: string, name: string, script: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

describe.skipIf(process.platform === 'win32')('finding the Electron runtime', () => {
  it('takes the one that is there, and the one a person names, without downloading', async () => {
    const root = await packageWith('process.exit(1)');
    const own = await newFolder();
    await writeFile(path.join(root, 'node_modules/electron/path.txt'), 'electron');
    await program(path.join(root, 'node_modules/electron/dist'), 'electron', 'exit 0');
    const named = await program(own, 'electron', 'exit 0');
    const downloads: string[] = [];
    const there = findRuntime(root, {}, () => downloads.push('there'));
    const override = findRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: own }, () => downloads.push('named'));
    expect({ there, override, downloads }).toEqual({
      there: { kind: 'found', executable: path.join(root, 'node_modules/electron/dist/electron') },
      override: { kind: 'found', executable: named },
      downloads: [],
    });
  });

  it('downloads it where it is not there, and says in a few words why that did not work', async () => {
    const install = `require('node:fs').writeFileSync(__dirname + '/path.txt', 'electron'); require('node:fs').writeFileSync(__dirname + '/dist/electron', '')`;
    const good = await packageWith(install);
    const offline = await packageWith(`console.error('Error: getaddrinfo ENOTFOUND downloads.example'); process.exit(1)`);
    const none = await packageWith(null);
    const quiet = (): void => undefined;
    expect(findRuntime(good, process.env, quiet)).toEqual({
      kind: 'found',
      executable: path.join(good, 'node_modules/electron/dist/electron'),
    });
    expect(findRuntime(offline, process.env, quiet)).toEqual({ kind: 'missing', reason: 'its download failed: ENOTFOUND' });
    expect(findRuntime(none, process.env, quiet)).toEqual({ kind: 'missing', reason: 'the package electron is not installed' });
  });

  it('tells a runtime that could not start from one that ran', async () => {
    const folder = await newFolder();
    const cannot = await program(folder, 'cannot', 'exit 127');
    const ran = await program(folder, 'ran', 'exit 0');
    expect(await runInElectron(cannot, folder, [])).toBe(false);
    expect(await runInElectron(ran, folder, [])).toBe(true);
    expect(await runInElectron(path.join(folder, 'nothing'), folder, [])).toBe(false);
  });
});
