import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf, startWithSample } from './sample-app.ts';

const SCREENS = [
  ['Readiness', 3],
  ['Groups', 'g'],
  ['Waves', 4],
  ['Checklist', 5],
  ['Journal', 6],
  ['Reports', 7],
] as const;

/** 1280 x 720 at 200 % zoom is 640 x 360: everything can be reached, nothing is cut off, nothing scrolls sideways but grids. */
describe('at 200 % zoom', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('loopback', { width: 640, height: 360 });
    await ask(app.page, 'plan.make', {});
  });
  afterAll(() => app.close());

  test.each(SCREENS)('%s can be used', async (title, digit) => {
    const { page } = app;
    await showScreen(page, title, digit);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    // Whatever can be pressed in head and toolbar lies within the window, once it is scrolled to.
    const buttons = page.locator('main section header button, main section header + div button');
    for (let index = 0; index < (await buttons.count()); index += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one button after the other
      await buttons.nth(index).scrollIntoViewIfNeeded();
      // oxlint-disable-next-line no-await-in-loop
      const box = await buttons.nth(index).boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 640).toBe(true);
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 999) <= 360).toBe(true);
    }
    // The details come when they are asked for, and lie over the screen.
    await page.keyboard.press('Control+B');
    const panel = await page.getByRole('complementary').boundingBox();
    expect((panel?.x ?? -1) >= 0 && (panel?.x ?? 0) + (panel?.width ?? 999) <= 640).toBe(true);
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Control+B');
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});
