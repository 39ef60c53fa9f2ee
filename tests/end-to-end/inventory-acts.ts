import type { Page } from 'playwright-core';

import type { MachineRow } from '../../shared/contract/shapes.ts';
import { startApp, type RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';

export const rowsOf = async (page: Page): Promise<readonly MachineRow[]> =>
  (await ask(page, 'machine.list', { offset: 0, limit: 2000 })).rows;
export const shownNames = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-testid="machine-grid"] [data-row] [data-column="name"] > span:first-child').allTextContents();
export const statusBar = async (page: Page): Promise<string> => (await page.locator('footer').textContent()) ?? '';
export const shownCount = async (page: Page): Promise<string> => (await page.getByTestId('shown-count').textContent()) ?? '';
/** The cell that the keyboard is on, as assistive technology is told. */
export const activeCell = (page: Page): Promise<string> =>
  page
    .getByTestId('machine-grid')
    .evaluate((grid) => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? 'none');

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  // One key after another, as a hand presses them.
  // oxlint-disable-next-line no-await-in-loop
  for (const key of keys) await page.keyboard.press(key);
}

/** Every machine, nothing chosen, the keyboard on the first one. */
export async function fresh(page: Page): Promise<void> {
  await page.getByTestId('views-menu').click();
  await page.getByRole('menuitemradio', { name: 'All machines' }).click();
  await page.getByTestId('machine-grid').focus();
  await press(page, 'Escape', 'Control+Home');
}

/** The app with the sample engagement, on its inventory. */
export async function startInInventory(): Promise<RunningApp> {
  const app = await startApp('loopback');
  await ask(app.page, 'app.set-preferences', { isTourSeen: true });
  await app.page.getByTestId('start-sample').click();
  await app.page.getByTestId('wave-strip').waitFor({ timeout: 30_000 });
  await showScreen(app.page, 'Inventory', 2);
  await app.page.getByTestId('machine-grid').locator('[data-row]').first().waitFor();
  return app;
}
