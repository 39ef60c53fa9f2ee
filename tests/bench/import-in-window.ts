import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { startApp } from '../end-to-end/harness.ts';
import { ask } from '../end-to-end/page-acts.ts';

/** As large as those of the app. */
const PIECE_BYTES = 1024 * 1024;

/** Faster than anybody reads; without a pause the clicks would be all that the computer does. */
const BETWEEN_CLICKS_MS = 200;

export interface WindowImport {
  readonly name: string;
  readonly milliseconds: number;
  /** How long each click on the menu took until its screen stood there, in the order of the clicks. */
  readonly clicks: readonly Click[];
}

export interface Click {
  readonly screen: string;
  readonly milliseconds: number;
  /** Processor time of the page itself: what the click would take if the page had the computer to itself. */
  readonly cpuMs: number;
}

/** Imports files one after another in a real window, and clicks through its menu all the while; then once more without an import. */
export async function importWhileClicking(files: readonly string[]): Promise<readonly WindowImport[]> {
  const app = await startApp('loopback');
  const { page } = app;
  try {
    await ask(page, 'app.set-preferences', { isTourSeen: true });
    await ask(page, 'engagement.create', { name: 'Bench', customer: '' });
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    // Each screen is loaded once before: its code comes from the disk, which is not what is measured.
    await clickThrough(page, () => false);
    const found: WindowImport[] = [];
    for (const file of files) {
      let isRunning = true;
      const startedAt = performance.now();
      // The next file speaks of the machines of the one before.
      // oxlint-disable-next-line no-await-in-loop
      const [milliseconds, clicks] = await Promise.all([
        importFile(page, file).then(() => {
          isRunning = false;
          return performance.now() - startedAt;
        }),
        clickThrough(page, () => isRunning),
      ]);
      found.push({ name: path.basename(file), milliseconds, clicks });
    }
    // What the same clicks take when nothing is imported.
    const startedAt = performance.now();
    found.push({ name: 'nothing', clicks: await clickThrough(page, () => false), milliseconds: performance.now() - startedAt });
    return found;
  } finally {
    await app.close();
  }
}

async function importFile(page: Page, file: string): Promise<void> {
  const bytes = await readFile(file);
  const { uploadId } = await ask(page, 'upload.start', { name: path.basename(file), sizeBytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const base64 = bytes.toString('base64', offset, Math.min(bytes.length, offset + PIECE_BYTES));
    // Each piece follows the one before.
    // oxlint-disable-next-line no-await-in-loop
    await ask(page, 'upload.chunk', { uploadId, offset, base64 });
  }
  const { previewId } = await ask(page, 'import.preview', { uploadId });
  await ask(page, 'import.confirm', { previewId });
}

/** Clicks every screen of the menu in turn, once and then as long as `goesOn` says. */
async function clickThrough(page: Page, goesOn: () => boolean): Promise<readonly Click[]> {
  const screens = await page.locator('nav button').evaluateAll((buttons) => buttons.map((button) => button.textContent?.trim() ?? ''));
  const clicks: Click[] = [];
  const processor = await watchProcessor(page);
  do {
    for (const [index, screen] of screens.entries()) {
      if (screen === 'Start') continue;
      // A person clicks one thing after another.
      // oxlint-disable-next-line no-await-in-loop
      const before = await processor.usedMs();
      // oxlint-disable-next-line no-await-in-loop
      const milliseconds = await clickOne(page, index);
      // oxlint-disable-next-line no-await-in-loop
      clicks.push({ screen, milliseconds, cpuMs: (await processor.usedMs()) - before });
      // oxlint-disable-next-line no-await-in-loop
      await page.waitForTimeout(BETWEEN_CLICKS_MS);
    }
  } while (goesOn());
  await processor.end();
  return clicks;
}

/** Processor time that the page's own thread has used, in milliseconds. */
async function watchProcessor(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async usedMs(): Promise<number> {
      const { metrics } = await client.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    },
    end: () => client.detach(),
  };
}

/** From the click until the frame in which the heading of the screen stands there. Measured inside the page. */
async function clickOne(page: Page, index: number): Promise<number> {
  return await page.evaluate(async (place) => {
    const button = document.querySelectorAll<HTMLElement>('nav button')[place];
    const before = document.querySelector('main h1')?.textContent ?? '';
    const startedAt = performance.now();
    button?.click();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const heading = document.querySelector('main h1')?.textContent ?? '';
        if ((heading !== '' && heading !== before) || performance.now() - startedAt > 5000) resolve();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return performance.now() - startedAt;
  }, index);
}
