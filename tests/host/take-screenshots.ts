import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { ask, dismissToasts, settle, showScreen } from '../end-to-end/page-acts.ts';
import { fillSample, SCREENS } from '../end-to-end/screens.ts';
import { withPalette } from './palette-png.ts';
import { runMain } from './run-main.ts';
import { closeSharedBrowser } from './shared-browser.ts';

/** Takes the pictures of every screen again, light and dark, of the built app: `npm run screenshots`. */
const rootFolder = path.join(import.meta.dirname, '../..');
const target = path.join(rootFolder, 'resources/screenshots');

/** What is done on a screen before its picture is taken, so that it shows what it is for. */
const PREPARE: Readonly<Partial<Record<string, (page: Page) => Promise<void>>>> = {
  readiness: (page) => page.getByTestId('rule-row').nth(4).click(),
  groups: async (page) => {
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.locator('[data-testid=group-graph][data-is-arranged=true]').waitFor();
    await page.getByTestId('graph-node').filter({ hasText: 'Freight booking' }).first().click();
  },
  waves: (page) => page.getByTestId('wave-timeline').getByRole('button').nth(1).click(),
  checklist: (page) =>
    page
      .getByTestId('step-list')
      .getByRole('option', { name: /^Run the readiness rules/ })
      .click(),
  azure: async (page) => {
    const { isRehearsing } = await ask(page, 'azure.status', {});
    if (!isRehearsing) await ask(page, 'azure.rehearse', { isOn: true });
    await ask(page, 'azure.check', {});
    await page.getByTestId('azure-items').getByRole('row').nth(2).click();
  },
  journal: async (page) => {
    // The other pictures are of the real engagement.
    await ask(page, 'azure.rehearse', { isOn: false });
    await page.getByTestId('journal-list').getByRole('option').filter({ hasText: 'Exported the assessment' }).first().click();
  },
};

/** Where the mouse lies over nothing that would light up. */
const CORNER = { x: 1000, y: 708 };

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
    await page.mouse.move(CORNER.x, CORNER.y);
    // oxlint-disable-next-line no-await-in-loop
    await settle(page);
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(target, `${id}-${scheme}.png`), withPalette(await page.screenshot()));
  }
}

/** A folder of a plain name, because the start screen shows it. */
const documentsFolder = path.join(tmpdir(), 'Engagements');
const userDataFolder = path.join(documentsFolder, 'user-data');

try {
  await rm(documentsFolder, { recursive: true, force: true });
  await mkdir(documentsFolder);
  const running = await runMain({ documentsFolder, userDataFolder, rootFolder, viewport: { width: 1280, height: 720 } });
  if (running === null) throw new Error('The app ended without a window.');
  const { page, control } = running;
  await ask(page, 'app.set-preferences', { actorName: 'Migration consultant' });
  await fillSample(page);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await takeAll(page, 'light');
  await takeAll(page, 'dark');
  control.app.quit();
  await control.run.ended.promise;
} finally {
  await closeSharedBrowser();
  await rm(documentsFolder, { recursive: true, force: true });
}
