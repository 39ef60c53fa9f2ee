import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { press, rowsOf, shownCount, startInInventory } from './inventory-acts.ts';
import { ask } from './page-acts.ts';

/** Steps of one story: a second file speaks of machines by other names. */
describe('machines that may be one', () => {
  let app: RunningApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'landfall-identity-'));
    app = await startInInventory();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a row in doubt is not merged in silence: a person says which machine it is', async () => {
    const { page } = app;
    const [first, second] = await rowsOf(page);
    const file = path.join(folder, 'second-list.csv');
    await writeFile(file, `Name,IP address,Owner\nalias-1,${first?.ipAddresses},Crew\nalias-2,${second?.ipAddresses},Crew\n`);
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-file').setInputFiles(file);
    const choice = page.getByRole('combobox', { name: 'Machine for alias-1' });
    await choice.waitFor({ timeout: 30_000 });
    expect(await app.axe()).toEqual([]);
    await choice.selectOption({ label: `${first?.name}: same IP address, 50%, but another short name` });
    await page.getByTestId('import-confirm').focus();
    await press(page, 'Enter');
    await page.getByTestId('import-done').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('import-added').locator('dd').textContent()).toBe('1');
    expect(await page.getByTestId('import-changed').locator('dd').textContent()).toBe('1');
    await press(page, 'Enter');
    const rows = await rowsOf(page);
    expect([rows.length, rows[0]?.id, rows[0]?.owner, rows[0]?.provenance['owner']]).toEqual([121, first?.id, 'Crew', 'conflict']);
  });

  test('a conflict shows both values with their sources, and which one counts', async () => {
    const { page } = app;
    const rows = await rowsOf(page);
    const [first] = rows;
    const conflicts = rows.filter((row) => Object.values(row.provenance).includes('conflict'));
    await page.getByTestId('views-menu').click();
    await page.getByRole('menuitemradio', { name: 'Sources differ' }).click();
    await expect.poll(() => shownCount(page)).toBe(`${conflicts.length} of 121 machines`);
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home');
    const panel = page.getByRole('complementary', { name: first?.name ?? '' });
    await panel.getByText('Sources differ').first().waitFor();
    expect(await panel.getByText('second-list.csv, CSV, row 2').count()).toBeGreaterThan(0);
    await panel.getByText('Passenger Systems').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.getByTestId('clear-filters').click();
  });

  test('a pair in doubt is merged by a person, which can be undone, or kept apart', async () => {
    const { page } = app;
    await page.getByTestId('open-duplicates').click();
    const list = page.getByTestId('duplicates');
    await list.getByText(/and alias-2/).waitFor();
    expect(await app.axe()).toEqual([]);
    await list.getByRole('button', { name: 'One machine…' }).click();
    await page.getByTestId('merge-machines').getByRole('button', { name: 'Merge' }).click();
    await page.getByText('No pair is in doubt any more.').waitFor();
    expect((await rowsOf(page)).length).toBe(120);
    await page.locator('main h1').click();
    await press(page, 'Control+Z');
    await list.getByText(/and alias-2/).waitFor();
    expect((await rowsOf(page)).length).toBe(121);
    await list.getByRole('button', { name: 'Two machines' }).click();
    await page.getByText('No pair is in doubt any more.').waitFor();
    expect((await ask(page, 'machine.duplicates', {})).total).toBe(0);
    expect(await page.getByTestId('open-duplicates').count()).toBe(0);
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});
