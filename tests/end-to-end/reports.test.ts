import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { ask, dismissToasts, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

const LONG = { timeout: 60_000 };

/** Steps of one story: a report is looked at, written in every format, and found again by its hashes. */
describe.each(['desktop', 'loopback'] as const)('reports over the %s host', (host) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample(host);
    await showScreen(app.page, 'Reports', 7);
  });
  afterAll(() => app.close());

  test('each report is previewed in a frame that runs nothing, in its own style', async () => {
    const { page } = app;
    for (const [preset, title] of [
      ['Wave plan', 'Wave plan'],
      ['Completion', 'Completion'],
      ['Assessment', 'Migration assessment'],
    ] as const) {
      // One report after the other, in the same frame.
      // oxlint-disable-next-line no-await-in-loop
      await page.getByRole('radio', { name: new RegExp(`^${preset}`) }).click();
      const frame = page.frameLocator(`iframe[title="Preview of the report “${preset}”"]`);
      // oxlint-disable-next-line no-await-in-loop
      await frame.getByText(title).first().waitFor(LONG);
    }
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin allow-modals');
    // Its style counts: without it a heading would be as large as the browser makes it.
    const margin = await frame.evaluate((element) => {
      const document = (element as HTMLIFrameElement).contentDocument;
      return document === null ? '' : getComputedStyle(document.body).margin;
    });
    expect(margin).not.toBe('8px');
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('the preview follows a change', async () => {
    const { page } = app;
    await ask(page, 'engagement.change-settings', { customer: 'Another harbour' });
    const shown = page.frameLocator('iframe').getByText('Another harbour').first();
    await expect.poll(() => shown.isVisible(), LONG).toBe(true);
  });

  test('every format is written, saved, recorded with its hash, and can be saved again', async () => {
    const { page } = app;
    for (const name of [/^JSON/, /^CSV/]) {
      // oxlint-disable-next-line no-await-in-loop -- one box after the other
      await page.getByRole('checkbox', { name }).check();
    }
    const saved = await filesSaved(page, 5, () => page.keyboard.press('Control+E'));
    expect(saved.map((file) => file.name.split('.').at(-1))).toEqual(['html', 'xlsx', 'json', 'json', 'zip']);
    const report = (await ask(page, 'snapshot.get', {}))?.reports.at(-1);
    expect(report?.files.map((file) => file.sha256)).toEqual(saved.map((file) => file.sha256));
    const panel = page.getByRole('complementary');
    for (const file of saved) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      await panel.getByText(file.sha256).waitFor();
    }
    await page.locator('main header').getByText('Handed over once.').waitFor();
    const [again] = await Promise.all([
      page.waitForEvent('download', LONG),
      panel.getByRole('button', { name: `Save ${saved[2]?.name} again` }).click(),
    ]);
    expect(await hashOf(again)).toBe(saved[2]?.sha256);
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await page.getByRole('button', { name: 'Show in journal' }).first().click();
    await page
      .getByTestId('journal-list')
      .getByRole('option', { name: /Exported the assessment report/ })
      .first()
      .waitFor();
  });

  test('a result stays long enough to be read, also for people who want no motion', async () => {
    const { page } = app;
    await showScreen(page, 'Reports', 7);
    await dismissToasts(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.press('Control+E');
    const toast = page.locator('.fui-Toast');
    await toast.waitFor(LONG);
    const shownAt = Date.now();
    await toast.waitFor({ state: 'detached', ...LONG });
    expect(Date.now() - shownAt).toBeGreaterThan(3000);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  test('without a format nothing is exported', async () => {
    const { page } = app;
    await showScreen(page, 'Reports', 7);
    for (const name of [/^HTML/, /^Workbook/, /^JSON/, /^CSV/]) {
      // oxlint-disable-next-line no-await-in-loop -- one box after the other
      await page.getByRole('checkbox', { name }).uncheck();
    }
    const button = page.getByRole('main').getByRole('button', { name: 'Export', exact: true });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await button.getAttribute('title')).toBe('Choose at least one format.');
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

interface Saved {
  readonly name: string;
  readonly sha256: string;
}

/** The files that the browser is given after an act, in order. */
async function filesSaved(page: Page, count: number, act: () => Promise<void>): Promise<Saved[]> {
  const downloads: Download[] = [];
  const take = (download: Download): void => void downloads.push(download);
  page.on('download', take);
  await act();
  await expect.poll(() => downloads.length, LONG).toBe(count);
  page.off('download', take);
  return await Promise.all(downloads.map(async (download) => ({ name: download.suggestedFilename(), sha256: await hashOf(download) })));
}

async function hashOf(download: Download): Promise<string> {
  return createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
}
