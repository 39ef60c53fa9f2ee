import { afterAll, beforeAll, expect, test } from 'vitest';

import { startApp, type RunningApp } from './harness.ts';
import { showScreen } from './page-acts.ts';
import { fillSample, SCREENS } from './screens.ts';

const MODES = [
  { mode: 'light', colorScheme: 'light', forcedColors: 'none' },
  { mode: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { mode: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

let app: RunningApp;

beforeAll(async () => {
  app = await startApp('desktop');
  await fillSample(app.page);
});

afterAll(() => app.close());

test.each(SCREENS)('$title has no accessibility violation in light, dark and forced colours', async ({ title, digit }) => {
  const found: Record<string, readonly string[]> = {};
  for (const { mode, colorScheme, forcedColors } of MODES) {
    // One look after another: it is one page.
    // oxlint-disable-next-line no-await-in-loop
    await app.page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    // oxlint-disable-next-line no-await-in-loop
    await showScreen(app.page, title, digit);
    // oxlint-disable-next-line no-await-in-loop
    found[mode] = await (mode === 'light' ? app.axe() : app.axeColours());
  }
  expect(found).toEqual({ light: [], dark: [], 'forced colours': [] });
});

test('nothing scrolls sideways at 1280 x 720, and at 200 % zoom', async () => {
  const wide: string[] = [];
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 640, height: 360 },
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    await app.page.setViewportSize(viewport);
    for (const { title, digit } of SCREENS) {
      // oxlint-disable-next-line no-await-in-loop
      await showScreen(app.page, title, digit);
      // oxlint-disable-next-line no-await-in-loop
      const isWide = await app.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (isWide) wide.push(`${title} at ${viewport.width}`);
    }
  }
  expect(wide).toEqual([]);
});

test('the window did all this without a violation of its policy, an error or a request', () => {
  expect(app.cspViolations).toEqual([]);
  expect(app.consoleErrors).toEqual([]);
  expect(app.blockedRequests).toEqual([]);
});
