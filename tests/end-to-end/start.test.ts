import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HOSTS, startApp, type RunningApp } from './harness.ts';
import { ask, settle, showScreen } from './page-acts.ts';

const SAMPLE_FILE = 'Sample engagement.landfall';

/** The tests of one host are steps of one story: a first start, a second one, and what a person sets up. */
describe.each(HOSTS)('the first minutes over the %s host', (host) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp(host);
  });
  afterAll(() => app.close());

  test('an empty profile is offered five ways to begin, with the focus on the first', async () => {
    const { page } = app;
    await page.getByTestId('start-page').waitFor();
    for (const name of ['New engagement', 'Open…', 'Import a file…', 'Sample engagement'])
      await expect.poll(() => page.getByTestId('start-page').getByRole('button', { name }).isVisible()).toBe(true);
    await page.getByText('Nothing has been opened yet').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('start-new');
    expect(await app.axe()).toEqual([]);
  });

  test('the tour has four steps, can be skipped, does not come again by itself, and is found in Help', async () => {
    const { page } = app;
    const tour = page.getByTestId('tour');
    const seen: (string | null)[] = [];
    for (let step = 1; step <= 4; step += 1) {
      await tour.getByRole('img', { name: `Step ${step} of 4` }).waitFor();
      seen.push(await tour.getByRole('heading').textContent());
      if (step < 4) await tour.getByRole('button', { name: 'Next' }).click();
    }
    expect(new Set(seen).size).toBe(4);
    await tour.getByRole('button', { name: 'Back' }).click();
    await tour.getByRole('button', { name: 'Skip the tour' }).click();
    await tour.waitFor({ state: 'detached' });
    await app.restart();
    await app.page.getByTestId('start-page').waitFor();
    await settle(app.page);
    expect(await app.page.getByTestId('tour').count()).toBe(0);
    await app.page.keyboard.press('F1');
    await app.page.keyboard.type('tour');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('dialog', { name: 'Tour of Landfall' }).waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByTestId('tour').waitFor({ state: 'detached' });
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('start-new');
  });

  test('the sample opens with one click, without a network, and is marked as invented', async () => {
    const { page } = app;
    await page.getByTestId('start-sample').click();
    await page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 30_000 });
    await page.getByText('SAMPLE', { exact: true }).waitFor();
    await page.getByText('the company and its machines are invented').waitFor();
    await page
      .getByTestId('funnel')
      .getByRole('button', { name: /Found, 120 machines/ })
      .waitFor({ timeout: 30_000 });
    await page.getByTestId('wave-strip').getByRole('button').first().waitFor({ timeout: 30_000 });
    expect(await app.axe()).toEqual([]);
    await page
      .getByTestId('funnel')
      .getByRole('button', { name: /In scope, 120 machines/ })
      .click();
    await expect.poll(() => page.getByTestId('shown-count').textContent()).toBe('120 machines');
    await page.getByTestId('filter-chip').filter({ hasText: 'Scope: In scope' }).waitFor();
  });

  test('a setting is kept when its field is left, stands in the journal, and can be undone', async () => {
    const { page } = app;
    await showScreen(page, 'Settings', 8);
    expect(await app.axe()).toEqual([]);
    const speed = (await ask(page, 'snapshot.get', {}))?.engagement.settings.siteLinkMbps;
    const line = page.getByRole('textbox', { name: 'Line to Azure' });
    await line.fill('fast');
    await page.keyboard.press('Enter');
    await page.getByText('Give a number above 0').waitFor();
    await line.fill('1000');
    await page.keyboard.press('Enter');
    await page.getByText('1 TiB takes about 2.3 hours').waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.settings.siteLinkMbps).toBe(1000);
    await page.locator('h1').click();
    await page.getByRole('button', { name: /^Undo: change settings/ }).click();
    await expect.poll(async () => (await ask(page, 'snapshot.get', {}))?.engagement.settings.siteLinkMbps).toBe(speed);
    await expect.poll(() => line.inputValue()).toBe(String(speed));
  });

  test('the route is not decided without a reason', async () => {
    const { page } = app;
    const decided = (await ask(page, 'snapshot.get', {}))?.engagement.settings.routeDecision;
    await page.getByRole('textbox', { name: /Reason/ }).fill(' ');
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('Give the reason.').waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.settings.routeDecision).toEqual(decided);
    await page.getByRole('textbox', { name: /Reason/ }).fill('Classic machines among them');
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('Decided: Azure Site Recovery').waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.settings.routeDecision).toEqual({
      route: 'site-recovery',
      reason: 'Classic machines among them',
    });
  });

  test('a theme that was chosen is there at once and after a restart, and everything stays readable', async () => {
    const background = (): Promise<string> => app.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await background()).toBe('light');
    await app.page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(background).toBe('dark');
    expect(await app.axe()).toEqual([]);
    await app.restart();
    await app.page.getByTestId('start-page').waitFor();
    expect(await background()).toBe('dark');
    expect(await app.axe()).toEqual([]);
    // Forced colours come with the light theme: axe compares the colours that were written with a ground that was forced.
    await app.page.keyboard.press('F1');
    await app.page.keyboard.type('Theme: light');
    await app.page.keyboard.press('Enter');
    await expect.poll(background).toBe('light');
    await app.page.emulateMedia({ forcedColors: 'active' });
    expect(await app.axe()).toEqual([]);
    await app.page.emulateMedia({ forcedColors: 'none' });
  });

  test('a recent engagement opens by keyboard; one whose file is gone says so and is forgotten by a click', async () => {
    await app.restart();
    const { page } = app;
    const row = page.getByTestId('recent-list').getByRole('row').filter({ hasText: 'Sample engagement' });
    await row.getByRole('button', { name: 'Open Sample engagement' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+W');
    await page.getByTestId('start-page').waitFor();

    const folder = app.documentsFolder;
    await rename(path.join(folder, SAMPLE_FILE), path.join(folder, 'Moved.landfall'));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await row.getByText('File not found').waitFor();
    expect(await app.axe()).toEqual([]);
    await row.getByRole('button', { name: 'Forget Sample engagement' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await ask(page, 'engagement.list-recent', {})).toEqual([]);
    expect(await readdir(folder)).toContain('Moved.landfall');
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});

describe('without dialogs of the system', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp('loopback');
    await ask(app.page, 'app.set-preferences', { isTourSeen: true });
  });
  afterAll(() => app.close());

  test('a new engagement goes to a folder that was chosen, and a place that is taken is refused in words', async () => {
    const { page } = app;
    await page.keyboard.press('Control+N');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('Give the engagement a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbour: exit');
    await page.getByText(`Harbour exit.landfall in ${app.documentsFolder}`).waitFor();
    await page.getByRole('button', { name: 'Choose another place…' }).click();
    await page.getByTestId('folder-list').waitFor();
    await page.getByRole('button', { name: 'user-data' }).click();
    await page.getByText(`Harbour exit.landfall in ${path.join(app.documentsFolder, 'user-data')}`).waitFor();
    expect(await app.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    const made = (await ask(page, 'snapshot.get', {}))?.engagement.path;
    expect(made).toBe(path.join(app.documentsFolder, 'user-data', 'Harbour exit.landfall'));
    await page.keyboard.press('Control+W');
    await page.getByTestId('start-page').waitFor();

    await page.keyboard.press('Control+N');
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbour exit');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(/Harbour exit\.landfall/)
      .nth(1)
      .waitFor();
    await page.keyboard.press('Escape');
  });

  test('an engagement is found by going through folders, the folder is remembered, and a wrong one is refused in words', async () => {
    const { page } = app;
    await page.keyboard.press('Control+O');
    const dialog = page.getByRole('dialog', { name: 'Open engagement' });
    await dialog.getByRole('textbox', { name: 'Folder' }).fill('/no/such/folder');
    await page.keyboard.press('Enter');
    await dialog.getByText(/cannot be read/).waitFor();
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(path.join(app.documentsFolder, 'user-data'));
    await page.keyboard.press('Enter');
    const file = dialog.getByRole('button', { name: /Harbour exit\.landfall/ });
    await file.focus();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Open', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    await page.keyboard.press('Control+O');
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Folder' }).inputValue()).toBe(path.join(app.documentsFolder, 'user-data'));
    await page.keyboard.press('Escape');
    expect([app.cspViolations, app.consoleErrors]).toEqual([[], []]);
  });
});
