import type { Page } from 'playwright-core';

import { startApp, type HostName, type RunningApp } from './harness.ts';
import { ask, dismissToasts, settle } from './page-acts.ts';

/** The app with the sample engagement, without the tour. */
export async function startWithSample(host: HostName, viewport?: { readonly width: number; readonly height: number }): Promise<RunningApp> {
  const app = await startApp(host, viewport === undefined ? {} : { viewport });
  await ask(app.page, 'app.set-preferences', { isTourSeen: true });
  await openSample(app.page);
  return app;
}

/** Opens the sample and waits for its first screen: opening shows it, so a screen asked for before that would be left again. */
export async function openSample(page: Page): Promise<void> {
  await ask(page, 'engagement.open-sample', {});
  await page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 60_000 });
}

/** What no test may leave behind: a broken policy, an error on the console, a request to the network. */
export function faultsOf({ cspViolations, consoleErrors, blockedRequests }: RunningApp): readonly string[] {
  return [...cspViolations, ...consoleErrors, ...blockedRequests];
}

const LAST_LOOK = { colorScheme: 'light', forcedColors: 'none' } as const;
const LOOKS = [
  { colorScheme: 'dark', forcedColors: 'none' },
  // Forced colours come with the light theme: the checker compares the colours that were written.
  { colorScheme: 'light', forcedColors: 'active' },
  LAST_LOOK,
] as const;

/**
 * What is wrong with the screen as it stands, in dark, forced colours and light; the light one stays, and only there everything
 * is looked at that does not depend on colours.
 */
export async function problemsInAllColours(app: RunningApp): Promise<readonly string[]> {
  const { page } = app;
  await dismissToasts(page);
  const problems: string[] = [];
  for (const look of LOOKS) {
    // One look after the other, on the same page.
    // oxlint-disable-next-line no-await-in-loop
    await page.emulateMedia(look);
    // oxlint-disable-next-line no-await-in-loop
    await settle(page);
    // oxlint-disable-next-line no-await-in-loop
    for (const problem of await (look === LAST_LOOK ? app.axe() : app.axeColours()))
      problems.push(`${look.colorScheme}, forced colours ${look.forcedColors}: ${problem}`);
  }
  return problems;
}
