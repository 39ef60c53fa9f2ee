import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { startDesktop, type RunningDesktop } from './harness-desktop.ts';
import { makeFolders, type Folders } from './temporary-folders.ts';
import type { PageFaults } from './watch-page.ts';

const faults: PageFaults = { cspViolations: [], consoleErrors: [] };
const viewport = { width: 1280, height: 720 };
let folders: Folders;
let app: RunningDesktop;

const start = async (...args: readonly string[]): Promise<void> => {
  app = await startDesktop({ ...folders, viewport, faults, blocked: [], args });
};
const sampleFile = (): string => path.join(folders.documentsFolder, 'Sample engagement.landfall');

/** The menu knows of an engagement a moment before the window shows it, and only then is there something to close. */
const overview = (page: Page): Locator => page.locator('main h1', { hasText: 'Overview' });

beforeEach(async () => {
  folders = await makeFolders();
  await start();
});

afterEach(async () => {
  await app.close();
  await folders.remove();
});

test('a menu item does in the window what its command does; what needs an engagement waits until one is open', async () => {
  const { page, control } = app;
  expect(control.findMenuItem('Go', 'Inventory').enabled).toBe(false);
  control.clickMenu('Help', 'Keyboard shortcuts');
  await page.getByRole('dialog', { name: /shortcuts/i }).waitFor();
  await page.keyboard.press('Escape');
  control.clickMenu('File', 'Open the sample engagement');
  await expect.poll(() => control.findMenuItem('Go', 'Inventory').enabled, { timeout: 20_000 }).toBe(true);
  expect(control.run.recentDocuments).toEqual([sampleFile()]);
  await overview(page).waitFor();
  control.clickMenu('File', 'Close engagement');
  await expect.poll(() => control.findMenuItem('Go', 'Inventory').enabled).toBe(false);
});

test('the file with which the app is started is opened, and one that is handed over later as well', async () => {
  app.control.clickMenu('File', 'Open the sample engagement');
  await expect.poll(() => app.control.findMenuItem('Go', 'Inventory').enabled, { timeout: 20_000 }).toBe(true);
  await app.close();
  await start('--some-switch', sampleFile());
  const isOpen = () => app.control.findMenuItem('Go', 'Inventory').enabled;
  await expect.poll(isOpen).toBe(true);
  await overview(app.page).waitFor();
  app.control.clickMenu('File', 'Close engagement');
  await expect.poll(isOpen).toBe(false);
  app.control.app.emit('open-file', { preventDefault: () => undefined }, sampleFile());
  await expect.poll(isOpen).toBe(true);
});

test('the native dialog says which file is opened', async () => {
  const { page, control } = app;
  control.prepareAnswer('showOpenDialog', { canceled: false, filePaths: [path.join(folders.documentsFolder, 'Not there.landfall')] });
  // The window listens to the menu from its first screen on.
  await page.locator('main h1').waitFor();
  control.clickMenu('File', 'Open engagement…');
  await page.getByText('Not there.landfall').first().waitFor();
  expect(control.run.dialogs).toMatchObject([{ kind: 'showOpenDialog', options: { defaultPath: folders.documentsFolder } }]);
});

test('the system follows the theme that was chosen, also after a restart', async () => {
  const isDark = () => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  app.control.clickMenu('View', 'Theme: dark');
  await expect.poll(isDark).toBe(true);
  await app.close();
  await start();
  expect(await isDark()).toBe(true);
});

test('closing asks while something runs; the engagement is closed before the app ends', async () => {
  const { control } = app;
  control.clickMenu('File', 'Open the sample engagement');
  await expect.poll(() => control.run.powerBlockers.size, { timeout: 20_000 }).toBe(1);
  control.prepareAnswer('showMessageBox', { response: 0 });
  control.window().close();
  await expect.poll(() => control.run.dialogs.length).toBe(1);
  expect(control.run.dialogs[0]?.options).toMatchObject({ message: 'Something is still running' });
  expect(control.window().isDestroyed()).toBe(false);
  await expect.poll(() => control.run.powerBlockers.size, { timeout: 20_000 }).toBe(0);
  expect(control.run.progress.at(-1)).toBe(-1);
  control.window().close();
  expect(await control.run.ended.promise).toBe(0);
  const files = await readdir(folders.documentsFolder);
  expect(files.filter((name) => /-(?:wal|shm|journal)$/.test(name))).toEqual([]);
});

test('after a crash of the page the person is asked, and the page is loaded again', async () => {
  const { page, control } = app;
  control.prepareAnswer('showMessageBox', { response: 0 });
  const reloaded = page.waitForEvent('load');
  control.window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await reloaded;
  expect(control.run.dialogs.map(({ options }) => options)).toMatchObject([{ message: 'The window of Landfall stopped working' }]);
  expect(await page.evaluate(() => 'landfall' in globalThis)).toBe(true);
});
