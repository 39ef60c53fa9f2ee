import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { settle, showScreen } from '../end-to-end/page-acts.ts';
import { dismissToasts, fillSample, SCREENS } from '../end-to-end/screens.ts';
import { makeFolders } from '../end-to-end/temporary-folders.ts';
import { runMain } from './run-main.ts';
import { closeSharedBrowser } from './shared-browser.ts';

/** Takes the pictures of every screen again, light and dark, of the built app: `npm run screenshots`. */
const rootFolder = path.join(import.meta.dirname, '../..');
const target = path.join(rootFolder, 'resources/screenshots');

/** What is done on a screen before its picture is taken, so that it shows what it is for. */
const PREPARE: Readonly<Partial<Record<string, (page: Page) => Promise<void>>>> = {};

async function takeAll(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  for (const { id, title, digit } of SCREENS) {
    // One after another: it is one window.
    // oxlint-disable-next-line no-await-in-loop
    await showScreen(page, title, digit);
    // oxlint-disable-next-line no-await-in-loop
    await PREPARE[id]?.(page);
    // oxlint-disable-next-line no-await-in-loop
    await dismissToasts(page);
    // oxlint-disable-next-line no-await-in-loop
    await settle(page);
    // oxlint-disable-next-line no-await-in-loop
    await page.screenshot({ path: path.join(target, `${id}-${scheme}.png`) });
  }
}

const { remove, ...folders } = await makeFolders();
try {
  const running = await runMain({ ...folders, rootFolder, viewport: { width: 1280, height: 720 } });
  if (running === null) throw new Error('The app ended without a window.');
  const { page, control } = running;
  await fillSample(page);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await takeAll(page, 'light');
  await takeAll(page, 'dark');
  control.app.quit();
  await control.run.ended.promise;
} finally {
  await closeSharedBrowser();
  await remove();
}
