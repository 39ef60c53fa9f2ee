import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

/** Steps of one story: what was done is found, shown, proven, taken back and handed out. */
describe('journal', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('desktop');
    await ask(app.page, 'engagement.change-settings', { siteLinkMbps: 123 });
    await showScreen(app.page, 'Journal', 6);
  });
  afterAll(() => app.close());

  test('a note is written without a mouse and stands first', async () => {
    const { page } = app;
    await page.keyboard.press('Control+Shift+J');
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Write something first.').waitFor();
    await page.keyboard.type('The harbour master agreed by telephone.');
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    const first = page.getByTestId('journal-list').getByRole('option').first();
    await first.getByText('The harbour master agreed by telephone.').waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
  });

  test('verifying reads everything again and shows the hash of the last entry', async () => {
    const { page } = app;
    await page.getByRole('main').getByRole('button', { name: 'Verify', exact: true }).click();
    const result = page.getByTestId('verification');
    await result.getByText('Nothing was changed after it was written').waitFor();
    const { entries } = await ask(page, 'journal.list', { limit: 1 });
    await result.getByText(entries[0]?.hash ?? '?').waitFor();
    await page
      .locator('main header')
      .getByText(/verified \d\d:\d\d/)
      .waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await result.getByRole('button', { name: 'Hide' }).click();
  });

  test('a kind is filtered, and an entry shows what was so before and after', async () => {
    const { page } = app;
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Settings changed' });
    const { entries } = await ask(page, 'journal.list', { kind: 'engagement.settings-changed' });
    await expect.poll(() => page.getByTestId('journal-list').getByRole('option').count()).toBe(entries.length);
    await page.getByTestId('journal-list').focus();
    await page.keyboard.press('ArrowDown');
    const row = page.getByRole('complementary').getByRole('row', { name: /Line, Mbit\/s/ });
    await row.waitFor();
    expect(await row.getByRole('cell').last().textContent()).toBe('123');
    expect(await app.axe()).toEqual([]);
  });

  test('an entry is undone; it stays, marked as undone, and the undoing is an entry of its own', async () => {
    const { page } = app;
    const before = (await ask(page, 'journal.list', {})).total;
    await page.getByRole('button', { name: 'Undo this' }).click();
    await expect.poll(async () => (await ask(page, 'snapshot.get', {}))?.engagement.settings.siteLinkMbps).not.toBe(123);
    const entry = page.getByTestId('journal-list').getByRole('option', { selected: true });
    await entry.getByText(/^Undone/).waitFor();
    expect(await page.getByRole('button', { name: 'Undo this' }).count()).toBe(0);
    expect((await ask(page, 'journal.list', {})).total).toBe(before + 1);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page
      .getByTestId('journal-list')
      .getByRole('option')
      .first()
      .getByText(/^Undid/)
      .waitFor();
  });

  test('the export holds every entry that the filters leave, with its hash', async () => {
    const { page } = app;
    await page.getByRole('searchbox', { name: 'Find' }).fill('harbour master');
    await page.getByText('1 of', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'As CSV' }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const { entries } = await ask(page, 'journal.list', { text: 'harbour master' });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(entries[0]?.hash);
    expect(lines[1]).toContain('The harbour master agreed by telephone.');
  });

  test('a link to an entry finds it, whatever was filtered', async () => {
    const { page } = app;
    const { entries } = await ask(page, 'journal.list', { kind: 'engagement.created' });
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Created the engagement');
    await page.getByRole('option', { name: /Created the engagement/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-entry-id][aria-selected="true"]').getAttribute('data-entry-id')).toBe(entries[0]?.id);
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});
