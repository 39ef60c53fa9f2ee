import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { press, rowsOf } from './inventory-acts.ts';
import { ask, dismissToasts, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

/** Steps of one story: contradictions are decided, a machine is read in full with its history, an import is taken back. */
describe('conflicts, the page of a machine, sources', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('loopback');
    await showScreen(app.page, 'Inventory', 2);
  });
  afterAll(() => app.close());

  const conflicts = async () => (await ask(app.page, 'machine.conflicts', {})).conflicts;
  const ownerOf = async (name: string) => (await rowsOf(app.page)).find((row) => row.name === name)?.owner;

  test('a conflict is decided by a key, the next one comes by itself, and the decision is undone', async () => {
    const { page } = app;
    const before = (await conflicts()).length;
    await page.getByRole('tab', { name: `Conflicts (${before})` }).click();
    const grid = page.getByRole('grid', { name: 'Values that sources say differently' });
    await grid.focus();
    await press(page, 'Home');
    const panel = page.getByRole('complementary', { name: 'Owner of gate-ctl-01' });
    await panel.getByText(/^sample-measurements.csv, CSV, row 32 · .* · counts now$/).waitFor();
    await panel.getByText(/^sample-estate.xlsx, vInfo, row 32 · /).waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await grid.focus();
    await press(page, '2');
    await page.getByRole('complementary', { name: 'Owner of gate-ctl-02' }).waitFor();
    await expect.poll(async () => (await conflicts()).length).toBe(before - 1);
    await expect.poll(() => ownerOf('gate-ctl-01')).toBe('Terminal Operations');
    await page.locator('main h1').click();
    await press(page, 'Control+Z');
    await expect.poll(async () => (await conflicts()).length).toBe(before);
    await expect.poll(() => ownerOf('gate-ctl-01')).toBe('Harbour Engineering');
  });

  test('one source is trusted for a field on all machines by one button, and one undo takes it back', async () => {
    const { page } = app;
    const before = (await conflicts()).length;
    await page.getByTestId('trust-source').getByRole('button', { name: 'Trust sample-estate.xlsx on 10 machines' }).click();
    await expect.poll(async () => (await conflicts()).length).toBe(before - 10);
    await expect.poll(() => ownerOf('gate-lic-01')).toBe('Terminal Operations');
    await expect.poll(() => ownerOf('doc-app-01')).toBe('Legal');
    await page.locator('main h1').click();
    await press(page, 'Control+Z');
    await expect.poll(async () => (await conflicts()).length).toBe(before);
  });

  test('the page of a machine has every value with its sources; another source is chosen there and taken back', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: /^Machines/ }).click();
    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('gate-ctl-03');
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home', 'Control+Enter');
    await page.locator('main h1', { hasText: 'gate-ctl-03' }).waitFor();
    const values = page.getByTestId('page-values');
    await values.getByRole('cell', { name: 'Harbour Engineering counts; it is the newest' }).waitFor();
    await dismissToasts(page);
    expect(await problemsInAllColours(app)).toEqual([]);
    await values.getByRole('button', { name: 'Use Owner of sample-estate.xlsx' }).click();
    await expect.poll(() => ownerOf('gate-ctl-03')).toBe('Terminal Operations');
    await values.getByRole('cell', { name: 'Terminal Operations counts; a person said so' }).waitFor();
    await values.getByRole('button', { name: 'Take back what a person said of Owner' }).click();
    await expect.poll(() => ownerOf('gate-ctl-03')).toBe('Harbour Engineering');
  });

  test('it also has findings, calls with their rows, target, checklist, and a history that a note joins', async () => {
    const { page } = app;
    const tab = async (name: string | RegExp): Promise<void> => await page.getByRole('tab', { name }).click();
    await tab(/^Findings \(\d+\)$/);
    await page.getByTestId('findings').getByRole('listitem').first().waitFor();
    await tab('Calls');
    await page.getByText('gate-ctl-03 calls gate-cam-01').waitFor();
    await page
      .getByText(/^sample-connections.csv, row \d+$/)
      .first()
      .waitFor();
    expect(await app.axe()).toEqual([]);
    await tab('Target');
    await page.getByText('Standard_D2s_v5').first().waitFor();
    await tab('Checklist');
    await page.getByRole('region', { name: 'Checklist items of this machine' }).getByText('Enable replication', { exact: true }).waitFor();
    expect(await app.axe()).toEqual([]);
    await tab('History');
    const history = page.getByTestId('machine-history');
    await history.getByText('Took owner of gate-ctl-03 from sample-estate.xlsx').waitFor();
    await history.getByText('Imported 120 machines from sample-estate.xlsx').waitFor();
    await page.getByRole('textbox', { name: 'Add a note about this machine' }).fill('The gate stays open on Sundays.');
    await page.getByTestId('machine-note').getByRole('button', { name: 'Add the note' }).click();
    await history.getByText('The gate stays open on Sundays.').waitFor();
    expect(await app.axe()).toEqual([]);
    const other = (await rowsOf(page)).find((row) => row.name === 'tick-web-01');
    const { entries } = await ask(page, 'journal.list', { machineId: other?.id ?? '' });
    expect(entries.some(({ detail }) => detail.includes('Sundays'))).toBe(false);
    await page.getByRole('button', { name: 'All machines' }).click();
    await page.getByRole('button', { name: 'Clear all' }).or(page.getByTestId('clear-filters')).first().click();
  });

  test('an import says what it brought, and is undone from there after saying what that does', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Sources (4)' }).click();
    const grid = page.getByRole('grid', { name: 'Imports, newest first' });
    await grid.getByText('sample-measurements.csv').click();
    const panel = page.getByRole('complementary', { name: 'sample-measurements.csv' });
    await panel.getByText('Changed fields').waitFor();
    await panel.getByText('10 machines', { exact: true }).waitFor();
    expect(await panel.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);
    expect(await problemsInAllColours(app)).toEqual([]);
    await panel.getByRole('button', { name: 'Undo this import…' }).click();
    await page
      .getByTestId('undo-import')
      .getByText(/Machines that only this file states go out/)
      .waitFor();
    await press(page, 'Enter');
    await page.getByRole('tab', { name: 'Sources (3)' }).waitFor();
    await expect.poll(() => ownerOf('gate-ctl-01')).toBe('Terminal Operations');
    await press(page, 'Control+Y');
    await page.getByRole('tab', { name: 'Sources (4)' }).waitFor();
    await expect.poll(() => ownerOf('gate-ctl-01')).toBe('Harbour Engineering');
  });

  test('all this without a broken policy, an error on the console or a request to the network', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});
