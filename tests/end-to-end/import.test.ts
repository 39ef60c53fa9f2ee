import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HOSTS, startApp, type RunningApp } from './harness.ts';
import { makeBrokenWorkbook, makeEmptyFile, makeKnownTable, makeProtectedWorkbook, makeUnknownTable } from './make-files.ts';
import { ask } from './page-acts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const countMachines = async (page: Page): Promise<number | undefined> => (await ask(page, 'snapshot.get', {}))?.machineCount;
const countEntries = async (page: Page): Promise<number | undefined> => (await ask(page, 'snapshot.get', {}))?.engagement.entryCount;

async function pick(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+I');
  await page.getByTestId('import-file').setInputFiles(file);
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
}

/** The tests of one host are steps of one story in one engagement. */
describe.each(HOSTS)('importing over the %s host', (host) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp(host);
    await app.page.getByRole('button', { name: 'Skip the tour' }).click();
  });
  afterAll(() => app.close());

  test('a file that is dropped while no engagement is open begins one', async () => {
    const { page } = app;
    const file = await makeUnknownTable(folder, 3);
    await page.locator('body').drop({ files: file });
    await page.getByText('This inventory begins a new engagement').waitFor();
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
    expect(await name.inputValue()).toBe('assets 3');
    await name.fill('Depot move');
    await page.keyboard.press('Enter');
    await page.getByTestId('import-preview').waitFor({ timeout: 30_000 });
    const settings = (await ask(page, 'snapshot.get', {}))?.engagement.settings;
    expect([settings?.name, await countMachines(page)]).toEqual(['Depot move', 0]);
  });

  test('unknown columns are mapped by keyboard, and nothing is stored before that', async () => {
    const { page } = app;
    await page.getByText('One column has to hold the names of the machines.').waitFor();
    expect(await app.axe()).toEqual([]);
    const before = await countEntries(page);
    // The first choice has the focus; typing the name of a field chooses it, Tab goes on to the next.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Field for Asset tag');
    for (const field of ['Name', 'Processors', 'Site', 'Owner']) {
      await page.keyboard.type(field);
      await page.keyboard.press('Tab');
    }
    await page.getByRole('button', { name: 'Read again' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('3 machines found').waitFor();
    await page.getByRole('tab', { name: 'Left out (1)' }).click();
    await page.getByText('It has no machine name.').waitFor();
    expect([await countMachines(page), await countEntries(page)]).toEqual([0, before]);
    expect(await app.axe()).toEqual([]);
  });

  test('after confirming, the counts add up to the rows of the file, and the rows left out can be exported', async () => {
    const { page } = app;
    await page.getByTestId('import-confirm').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('import-done').waitFor({ timeout: 30_000 });
    await page.getByText('4 rows of machines: 3 taken, 1 left out.').waitFor();
    expect(await countMachines(page)).toBe(3);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export the rows left out' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split(/\r?\n/)[1]).toMatch(/CSV[,;]5[,;].*It has no machine name\./);
    await page.getByRole('button', { name: 'Show inventory' }).click();
    await page.getByRole('gridcell', { name: 'box-2' }).waitFor();
    const row = (await ask(page, 'machine.list', { offset: 0, limit: 10 })).rows.find(({ name }) => name === 'box-2');
    expect([row?.cpuCount, row?.owner]).toEqual([2, 'Team A']);
  });

  test('the next file with the same headers needs no mapping, and shows what it would change', async () => {
    const { page } = app;
    await pick(page, await makeUnknownTable(folder, 5));
    await page.getByText('5 machines found').waitFor({ timeout: 30_000 });
    const shown = async (name: string): Promise<string | null> => page.getByTestId(`import-${name}`).locator('dd').textContent();
    expect([await shown('added'), await shown('changed'), await shown('unchanged'), await shown('gone')]).toEqual(['2', '0', '3', '0']);
    await page.getByRole('tab', { name: 'Columns (4)' }).click();
    expect(await page.getByText('Remembered', { exact: true }).count()).toBe(4);
    await leave(page);
    expect(await countMachines(page)).toBe(3);
  });

  test('a protected workbook asks for its password, again when it does not fit', async () => {
    const { page } = app;
    await pick(page, await makeProtectedWorkbook(folder, 'correct horse'));
    await page.getByText('is protected by a password').waitFor({ timeout: 30_000 });
    expect(await app.axe()).toEqual([]);
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The password does not open').waitFor({ timeout: 30_000 });
    await page.getByLabel('Password', { exact: true }).fill('correct horse');
    await page.keyboard.press('Enter');
    await page.getByText('1 machine found').waitFor({ timeout: 30_000 });
    await leave(page);
  });

  test('a broken and an empty file are refused in one sentence, and nothing is stored', async () => {
    const { page } = app;
    const before = await countEntries(page);
    for (const [make, words] of [
      [makeBrokenWorkbook, /damaged or cut off/],
      [makeEmptyFile, /is empty/],
    ] as const) {
      await pick(page, await make(folder));
      await page.getByTestId('import-failed').getByText(words).waitFor({ timeout: 30_000 });
      await page
        .getByTestId('import-failed')
        .getByText(/Nothing was stored/)
        .waitFor();
      await leave(page);
    }
    expect(await countEntries(page)).toBe(before);
  });

  test('an import of 10,000 machines can be cancelled while it is read; then nothing was stored', async () => {
    const { page } = app;
    const before = await countEntries(page);
    await pick(page, await makeKnownTable(folder, 10_000));
    await page.getByTestId('import-progress').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
    await expect.poll(async () => (await page.locator('footer').textContent())?.includes('No task running')).toBe(true);
    expect([await countMachines(page), await countEntries(page)]).toEqual([3, before]);
  });

  test('a dropped engagement that was opened before is opened where it lies', async () => {
    const { page } = app;
    const open = (await ask(page, 'snapshot.get', {}))?.engagement.path ?? '';
    await page.keyboard.press('Control+W');
    await page.getByTestId('start-page').waitFor();
    await page.locator('body').drop({ files: open });
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.path).toBe(open);
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});
