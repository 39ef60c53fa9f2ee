import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { importText } from '../../renderer/text/import.ts';
import { awsAnswers } from '../support/make-aws-answers.ts';
import {
  cutBeforeRow,
  entityBomb,
  farApartWorkbook,
  FIRST_SHEET,
  machinesSheet,
  withPart,
  workbookOf,
  zipBomb,
} from '../support/make-bad-files.ts';
import { dropFolder } from './drop-folder.ts';
import { startApp, type RunningApp } from './harness.ts';
import { ask } from './page-acts.ts';

let folder: string;
let app: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-several-'));
  app = await startApp('loopback');
  await app.page.getByRole('button', { name: 'Skip the tour' }).click();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const names = async (page: Page): Promise<string[]> =>
  (await ask(page, 'machine.list', { offset: 0, limit: 50 })).rows.map(({ name }) => name).toSorted();

async function confirm(page: Page): Promise<void> {
  await page.getByTestId('import-confirm').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('import-done').waitFor({ timeout: 30_000 });
}

/** One story in one engagement. */
describe('importing several files at once', () => {
  test('a folder of RVTools tables begins an engagement and is one import', async () => {
    const { page } = app;
    await put('export/RVTools_tabvInfo.csv', 'VM,CPUs,Memory,VM UUID\nrv-1,2,4096,\nrv-2,4,8192,\n');
    await put('export/RVTools_tabvDisk.csv', 'VM,Disk,Capacity MiB\nrv-1,Hard disk 1,102400\n');
    await put('export/RVTools_tabvLicense.csv', 'Name,Key\nvSphere,x\n');
    await put('export/.picture.png', 'no table');
    await put('export/notes.docx', 'no table');
    await page.keyboard.press('Control+I');
    expect(await app.axe()).toEqual([]);
    await page.getByTestId('import-folder').setInputFiles(path.join(folder, 'export'));
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Several');
    await page.keyboard.press('Enter');
    await page.getByText('2 machines found').waitFor({ timeout: 30_000 });
    await page.getByRole('heading', { name: /^Import RVTools_tab\w+\.csv and 2 more$/ }).waitFor();
    await confirm(page);
    await page.getByRole('button', { name: 'Show inventory' }).click();
    expect(await names(page)).toEqual(['rv-1', 'rv-2']);
    const { rows } = await ask(page, 'machine.list', { offset: 0, limit: 50 });
    expect(rows.find(({ name }) => name === 'rv-1')?.diskCount).toBe(1);
  });

  test('instances with volumes, subnets and security groups that are dropped together are joined', async () => {
    const { page } = app;
    const files = await Promise.all(Object.entries(awsAnswers()).map(([name, value]) => put(`aws/${name}.json`, JSON.stringify(value))));
    await page.locator('body').drop({ files });
    await page.getByText('2 machines found').waitFor({ timeout: 30_000 });
    await page.getByText(/^AWS EC2 instances/).waitFor();
    await confirm(page);
    await page.getByRole('button', { name: 'Show inventory' }).click();
    expect(await names(page)).toEqual(['rv-1', 'rv-2', 'web-a', 'web-b']);
    // The same four in another order are known.
    await page.locator('body').drop({ files: files.toReversed() });
    await page.getByText('This file was imported before').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
  });

  test('a folder that is dropped from the file manager is read with what lies in folders of it', async () => {
    const { page } = app;
    await put('dropped/tables/RVTools_tabvInfo.csv', 'VM,CPUs,Memory,VM UUID\nrv-1,2,4096,\nrv-3,4,8192,\n');
    await put('dropped/tables/disks/RVTools_tabvDisk.csv', 'VM,Disk,Capacity MiB\nrv-3,Hard disk 1,102400\n');
    await put('dropped/notes.docx', 'no table');
    await dropFolder(page, path.join(folder, 'dropped'));
    await page.getByText('2 machines found').waitFor({ timeout: 30_000 });
    await page.getByRole('heading', { name: /^Import RVTools_tab\w+\.csv and 1 more$/ }).waitFor();
    await page
      .getByText(/^RVTools/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
    expect(await names(page)).not.toContain('rv-3');
    // A folder without any table says so, and no dialog opens.
    await put('empty/notes.docx', 'no table');
    await put('empty/picture.png', 'no table');
    await dropFolder(page, path.join(folder, 'empty'));
    await page.getByText(importText.drop.none).first().waitFor();
    expect(await page.getByTestId('import-dialog').count()).toBe(0);
  });

  test('two lists are no single export: they go in one after another', async () => {
    const { page } = app;
    const lists = [
      await put('first.csv', 'Name,OS\nlist-a1,Debian 11\nlist-a2,Debian 11\n'),
      await put('second.csv', 'Name,Owner\nlist-b,Team\n'),
    ];
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-file').setInputFiles(lists);
    await page.getByTestId('import-failed').getByText('Import them one after another.').waitFor({ timeout: 30_000 });
    expect(await app.axe()).toEqual([]);
    expect(await names(page)).toHaveLength(4);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Import first.csv' }).waitFor({ timeout: 30_000 });
    await page.getByTestId('import-preview').waitFor({ timeout: 30_000 });
    await confirm(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next: second.csv');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Import second.csv' }).waitFor({ timeout: 30_000 });
    await page.getByTestId('import-preview').waitFor({ timeout: 30_000 });
    await confirm(page);
    expect(await page.getByTestId('import-next').count()).toBe(0);
    await page.getByRole('button', { name: 'Show inventory' }).click();
    expect(await names(page)).toEqual(['list-a1', 'list-a2', 'list-b', 'rv-1', 'rv-2', 'web-a', 'web-b']);
  });

  test('a newer list shows what is new, changed, gone and left out, with rows, before anything is stored', async () => {
    const { page } = app;
    const file = await put('first newer.csv', 'Name,OS\nlist-a3,Debian 12\nlist-a1,Debian 12\n,Debian 12\n');
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-file').setInputFiles(file);
    await page.getByRole('tab', { name: 'Changes (3)' }).click({ timeout: 30_000 });
    const table = page.getByRole('table', { name: 'What the file would do to each machine' });
    const rows = await table.getByRole('row').evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows.slice(1).map(([name, kind, , row]) => [name, kind, row])).toEqual([
      ['list-a2', 'Not there any more', '3'],
      ['list-a1', 'Changed', '3'],
      ['list-a3', 'New', '2'],
    ]);
    expect(rows[1]?.[2]).toBe('It stood in first.csv; it stays in the engagement');
    expect(rows[2]?.[2]).toMatch(/Debian 11.*Debian 12.*recognised by its short name/);
    await page.getByRole('tab', { name: 'Left out (1)' }).click();
    await page.getByText('It has no machine name.').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
    expect(await names(page)).not.toContain('list-a3');
  });

  test('a unit that nobody stated is asked about, chosen by keyboard and remembered', async () => {
    const { page } = app;
    const file = await put('ram.csv', 'Name,RAM\nlist-a1,16\n');
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-file').setInputFiles(file);
    await page.getByTestId('import-units').getByText('“RAM” (GB)').waitFor({ timeout: 30_000 });
    await page.getByRole('tab', { name: 'Columns (2)' }).click();
    expect(await app.axe()).toEqual([]);
    await page.getByLabel('Unit of RAM').focus();
    await page.keyboard.type('MB');
    await page.getByRole('button', { name: 'Read again' }).focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('import-units').waitFor({ state: 'detached' });
    await page.getByText('1 machine found').waitFor({ timeout: 30_000 });
    await confirm(page);
    const { rows } = await ask(page, 'machine.list', { offset: 0, limit: 50 });
    expect(rows.find(({ name }) => name === 'list-a1')?.memoryMiB).toBe(16);
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByTestId('import-file').setInputFiles(await put('ram 2.csv', 'RAM,Name\n32,list-a2\n'));
    await page.getByText('1 machine found').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('import-units').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
  });

  test('hostile and damaged files are refused in one sentence each, with nothing stored', async () => {
    const { page } = app;
    const whole = await workbookOf({ vInfo: machinesSheet(9) });
    const before = await ask(page, 'snapshot.get', {});
    for (const [name, content, words] of [
      ['bomb.xlsx', await zipBomb(), /would unpack to a suspicious size/],
      ['far.xlsx', await farApartWorkbook(), /has cells 1048576 rows and 16384 columns apart/],
      ['entity.xlsx', await entityBomb(), /declares XML entities/],
      ['cut.xlsx', withPart(whole, FIRST_SHEET, (xml) => cutBeforeRow(xml, 5)), /Sheet vInfo of cut\.xlsx is cut off after row 4/],
      ['open.csv', 'Name,OS\na,"Debian\nb,Debian\n', /row 2 opens a quotation mark that is never closed/],
    ] as const) {
      const startedAt = performance.now();
      await page.keyboard.press('Control+I');
      await page.getByTestId('import-file').setInputFiles(await put(name, content));
      await page.getByTestId('import-failed').getByText(words).waitFor({ timeout: 5000 });
      expect(performance.now() - startedAt).toBeLessThan(5000);
      await page.keyboard.press('Escape');
      await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
    }
    expect((await ask(page, 'snapshot.get', {}))?.seq).toBe(before?.seq);
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});
