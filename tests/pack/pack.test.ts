// Tests only: runs the packer that came with `npm ci`.
// oxlint-disable-next-line security/detect-child-process
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startDesktop } from '../end-to-end/harness-desktop.ts';
import { makeFolders } from '../end-to-end/temporary-folders.ts';
import type { PageFaults } from '../end-to-end/watch-page.ts';
import { makeStandInRuntime } from './stand-in-runtime.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const isLinux = process.platform === 'linux';

let folder: string;
let app: string;
let files: readonly string[];

interface Manifest {
  readonly main: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(PROJECT, 'package.json'), 'utf8')) as Manifest;
}

/** Packs into a folder, as `npm run dist` would without making an installer. */
async function pack(target: 'linux' | 'win'): Promise<void> {
  const packer = path.join(PROJECT, 'node_modules/electron-builder/cli.js');
  const places = [`-c.electronDist=${path.join(folder, 'runtime')}`, `-c.directories.output=${path.join(folder, 'dist')}`];
  await promisify(execFile)(process.execPath, [packer, `--${target}`, 'dir', '--x64', ...places], { cwd: PROJECT });
}

function filesIn(archive: string): readonly string[] {
  return listPackage(archive, { isPack: false }).map((file) => file.slice(1).replaceAll('\\', '/'));
}

// The stand-in for the runtime is one for Linux.
beforeAll(async () => {
  if (!isLinux) return;
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-pack-'));
  await makeStandInRuntime(path.join(folder, 'runtime'), (await readManifest()).devDependencies?.['electron'] ?? '');
  await pack('linux');
  app = path.join(folder, 'dist/linux-unpacked');
  files = filesIn(path.join(app, 'resources/app.asar'));
});

afterAll(async () => {
  if (isLinux) await rm(folder, { recursive: true, force: true });
});

test.runIf(isLinux)('the app holds its code, its window, its resources and one package, and nothing else', async () => {
  const built = async (name: string): Promise<readonly string[]> =>
    (await readdir(path.join(PROJECT, 'out', name), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const expected = (await Promise.all(['main', 'preload', 'renderer'].map(built))).flat();
  expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'LICENSE', 'resources/sample/sample-estate.xlsx', 'resources/icons/icon.png']),
  );
  const tops = new Set(files.map((file) => file.split('/')[0]));
  expect(tops).toEqual(new Set(['LICENSE', 'node_modules', 'out', 'package.json', 'resources']));
  const modules = files
    .map((file) => file.split('/'))
    .flatMap(([top, name]) => (top === 'node_modules' && name !== undefined ? [name] : []));
  expect(new Set(modules)).toEqual(new Set(['better-sqlite3']));
  expect(files.filter((file) => /\.(?:map|ts|tsx|cc|cpp|gyp|landfall)$|screenshots/.test(file))).toEqual([]);
});

test.runIf(isLinux)('what main, preload and worker are looked for is there, under the very names that the code uses', async () => {
  const manifest = JSON.parse(extractFile(path.join(app, 'resources/app.asar'), 'package.json').toString()) as Manifest;
  const { version } = await readManifest();
  expect(manifest).toMatchObject({ main: 'out/main/main.js', version });
  expect(files).toEqual(
    expect.arrayContaining([manifest.main, 'out/main/worker.js', 'out/preload/preload.cjs', 'out/renderer/index.html']),
  );
});

test.runIf(isLinux)('the one native binary is that of the target, and lies outside the archive where the system can load it', async () => {
  const natives = files.filter((file) => file.endsWith('.node'));
  expect(natives).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  const unpacked = path.join(app, 'resources/app.asar.unpacked');
  expect(existsSync(path.join(unpacked, natives[0] ?? ''))).toBe(true);
  expect(existsSync(path.join(unpacked, 'resources/sample/sample-estate.xlsx'))).toBe(true);
});

test.runIf(isLinux)('the fuses are set: no plain Node, no inspector, only the checked archive, no rights for files', async () => {
  const fuses = await getCurrentFuseWire(path.join(app, 'landfall'));
  const [off, on] = [FuseState.DISABLE, FuseState.ENABLE];
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});

test.runIf(isLinux)('the code taken out of the archive starts, reads the sample in its worker, and keeps it', async () => {
  const rootFolder = path.join(folder, 'taken-out');
  extractAll(path.join(app, 'resources/app.asar'), rootFolder);
  const folders = await makeFolders();
  const faults: PageFaults = { cspViolations: [], consoleErrors: [] };
  const options = { ...folders, viewport: { width: 1280, height: 720 }, faults, blocked: [], args: [] };
  const running = await startDesktop(options, rootFolder);
  const count = await running.page.evaluate(async () => {
    type Reply = { readonly ok: boolean; readonly value: { readonly machineCount: number } | null };
    const { landfall } = globalThis as unknown as { readonly landfall: { readonly call: (name: string, input: object) => Promise<Reply> } };
    const opened = await landfall.call('engagement.open-sample', {});
    const snapshot = await landfall.call('snapshot.get', {});
    return opened.ok ? snapshot.value?.machineCount : opened;
  });
  expect(count).toBeGreaterThan(100);
  await running.close();
  await folders.remove();
});

test.runIf(isLinux)('packed for Windows, the app holds the binary of Windows', async () => {
  // The packer fills the archive, then stops at writing into the program file, which is none here.
  await expect(pack('win')).rejects.toMatchObject({ stdout: expect.stringContaining('addWinAsarIntegrity') as unknown });
  const archive = path.join(folder, 'dist/win-unpacked/resources/app.asar');
  expect(filesIn(archive).filter((file) => file.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/win32-x64.node']);
});
