import path from 'node:path';

import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { hasDisplay } from '../../electron/open-browser.ts';
import { knownExecutable } from '../../electron/start/electron-runtime.ts';
import { makeFolders, type Folders } from '../end-to-end/temporary-folders.ts';
import { watchPage, type PageFaults } from '../end-to-end/watch-page.ts';

/**
 * The built app in real Electron, where there is a runtime and a display (on Linux without one: `xvfb-run npm test`). Shows what
 * the stand-in cannot: the real scheme, sandbox, preload, workers by utilityProcess, and the SQLite package in Electron's Node.
 */
const PROJECT = path.join(import.meta.dirname, '../..');
const executable = knownExecutable(path.join(PROJECT, 'node_modules/electron'), process.env);

function reasonToSkip(): string | null {
  if (executable === null) return 'there is no Electron runtime (run `npm start` once, or set ELECTRON_OVERRIDE_DIST_PATH)';
  return hasDisplay(process.platform, process.env) ? null : 'there is no display (on Linux, use xvfb-run)';
}

const reason = reasonToSkip();
// Said aloud, because a test that did not run proves nothing.
if (reason !== null) process.stdout.write(`Tests in real Electron were skipped: ${reason}.\n`);

const faults: PageFaults = { cspViolations: [], consoleErrors: [] };
let folders: Folders;
let app: ElectronApplication;

beforeAll(async () => {
  if (reason !== null) return;
  folders = await makeFolders();
  app = await start();
});

afterAll(async () => {
  if (reason !== null) return;
  await app.close();
  await folders.remove();
});

async function start(): Promise<ElectronApplication> {
  const env = { ...process.env, LANDFALL_USER_DATA: folders.userDataFolder, LANDFALL_DOCUMENTS: folders.documentsFolder };
  const started = await _electron.launch({ executablePath: executable ?? '', args: [PROJECT], env });
  const page = await started.firstWindow();
  await watchPage(page, faults);
  return started;
}

/** Calls over the bridge, as the window does. */
async function ask(name: string): Promise<unknown> {
  const page = await app.firstWindow();
  return await page.evaluate(
    (method) =>
      (globalThis as unknown as { readonly landfall: { readonly call: (name: string, input: object) => Promise<unknown> } }).landfall.call(
        method,
        {},
      ),
    name,
  );
}

test.skipIf(reason !== null)('the window runs in the sandbox at its own origin, with the two verbs and nothing else', async () => {
  const page = await app.firstWindow();
  expect(page.url()).toBe('app://landfall/');
  const seen = await page.evaluate(() => ({
    verbs: Object.keys((globalThis as unknown as { readonly landfall: object }).landfall),
    hasNode: 'require' in globalThis || 'process' in globalThis,
    isSecure: isSecureContext,
  }));
  expect(seen).toEqual({ verbs: ['call', 'subscribe'], hasNode: false, isSecure: true });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as { readonly getLastWebPreferences?: () => object } | undefined;
    return contents?.getLastWebPreferences?.();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test.skipIf(reason !== null)('the sample is read by a worker and kept by the SQLite package inside Electron', async () => {
  expect(await ask('engagement.open-sample')).toMatchObject({ ok: true, value: { settings: { isSample: true } } });
  expect(await ask('snapshot.get')).toMatchObject({ ok: true, value: { machineCount: expect.any(Number) as unknown } });
});

test.skipIf(reason !== null)('after closing and starting again the engagement is still there', async () => {
  await app.close();
  app = await start();
  expect(await ask('engagement.list-recent')).toMatchObject({ ok: true, value: [{ isSample: true }] });
  expect(await ask('engagement.open-sample')).toMatchObject({ ok: true });
});

test.skipIf(reason !== null)('no violation of the content policy and no error on the console', () => {
  expect(faults).toEqual({ cspViolations: [], consoleErrors: [] });
});
