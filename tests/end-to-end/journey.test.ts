import path from 'node:path';

import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HOSTS, startApp, type RunningApp } from './harness.ts';
import {
  collectDownloads,
  expectStepDone,
  MINUTES,
  moveByDrag,
  moveByKeyboard,
  NOTE,
  readEvidence,
  stateOfStep,
  wavesOf,
} from './journey-acts.ts';
import { ask, showScreen } from './page-acts.ts';

const WORKBOOK = path.join(import.meta.dirname, '../../resources/sample/sample-estate.xlsx');
const MACHINES = 120;

/**
 * The main job, from a workbook to a report, by mouse and keyboard as a person does it, without a network, over both hosts.
 * The tests of one host are steps of one journey: each goes on where the one before ended.
 */
describe.each(HOSTS)('over the %s host', (host) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp(host);
  });
  afterAll(() => app.close());

  test('a new engagement is made on the first screen', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Skip' }).click();
    expect(await app.axe()).toEqual([]);
    await page.getByTestId('start-new').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbour exit');
    await page.getByRole('textbox', { name: 'Customer' }).fill('Example Harbour');
    expect(await app.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.settings.name).toBe('Harbour exit');
  });

  test('an RVTools workbook is previewed before anything is stored, then imported', async () => {
    const { page } = app;
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-file').setInputFiles(WORKBOOK);
    await page.getByTestId('import-preview').waitFor({ timeout: 30_000 });
    await page.getByText(`${MACHINES} machines found`).waitFor();
    expect(await page.getByTestId('import-format').textContent()).toContain('RVTools');
    expect((await ask(page, 'snapshot.get', {}))?.machineCount).toBe(0);
    expect(await app.axe()).toEqual([]);
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-done').getByText(`Imported ${MACHINES} machines`).waitFor({ timeout: 30_000 });
    expect((await ask(page, 'snapshot.get', {}))?.machineCount).toBe(MACHINES);
    await page.keyboard.press('Escape');
  });

  test('a file dropped on the window is previewed as well, and one that was imported is recognised', async () => {
    const { page } = app;
    await page.locator('body').drop({ files: WORKBOOK });
    await page.getByText('This file was imported before').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('import-confirm').textContent()).toBe(`Update ${MACHINES} machines`);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByTestId('import-dialog').waitFor({ state: 'detached' });
  });

  test('readiness says what stops whom: without a decided route, every machine', async () => {
    const { page } = app;
    await showScreen(page, 'Readiness', 3);
    await page.getByText('The route is not decided').waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.readiness.verdicts).toMatchObject({ blocked: MACHINES });
    expect(await app.axe()).toEqual([]);
  });

  test('waves are planned, a group is moved by keyboard and one by drag, and the last move is undone', async () => {
    const { page } = app;
    await showScreen(page, 'Waves', 4);
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByTestId('plan-answer').waitFor({ timeout: 30_000 });
    const planned = await wavesOf(page);
    expect(planned.length).toBeGreaterThan(1);

    const byKeyboard = await moveByKeyboard(page);
    const afterKeyboard = await wavesOf(page);
    expect(afterKeyboard[byKeyboard.toWave]).toContain(byKeyboard.groupId);

    const byDrag = await moveByDrag(page);
    await expect.poll(async () => (await wavesOf(page))[byDrag.toWave]).toContain(byDrag.groupId);
    expect(await app.axe()).toEqual([]);

    await page.keyboard.press('Control+Z');
    await expect.poll(() => wavesOf(page)).toEqual(afterKeyboard);
  });

  test('the first question is answered and the step it opens is done, with a note and a file as evidence', async () => {
    const { page } = app;
    await showScreen(page, 'Checklist', 5);
    await page.getByRole('button', { name: /open questions/ }).click();
    const question = page.getByTestId('question-route');
    await question.getByRole('radio').first().check();
    await question.getByLabel('Reason').fill('The machines move as they are, with little downtime.');
    await question.getByRole('button', { name: 'Save answer' }).click();
    await question.getByRole('button', { name: 'Save answer' }).waitFor({ state: 'detached' });
    expect(await app.axe()).toEqual([]);

    await page.getByRole('button', { name: 'Close questions' }).click();
    await page
      .getByTestId('step-list')
      .getByRole('option', { name: /^Decide the route/ })
      .click();
    await page.getByLabel('Note').fill(NOTE);
    await page.getByTestId('evidence-file').setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: MINUTES });
    await page.getByText('minutes.txt').first().waitFor();
    expect(await app.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Mark done' }).click();
    await page.getByRole('tab', { name: /Evidence/ }).click();
    await page.getByTestId('evidence-list').getByText(NOTE).waitFor();
    await expectStepDone(page);
  });

  test('with the route decided some machines are undecided, for want of facts; the unknown is not green', async () => {
    const { page } = app;
    await showScreen(page, 'Readiness', 3);
    const verdicts = (await ask(page, 'snapshot.get', {}))?.readiness.verdicts;
    // RVTools says nothing of the rate of change, so that no machine can be called ready by it alone.
    expect(verdicts).toMatchObject({ ready: 0, 'ready-with-warnings': 0 });
    expect(verdicts?.undecided).toBeGreaterThan(0);
    await page.getByText(`${verdicts?.undecided ?? ''} cannot be decided yet`).waitFor();
  });

  test('marking the step is undone and redone from the head of the window', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Undo: / }).click();
    await expect.poll(() => stateOfStep(page)).toBe('open');
    await page.getByRole('button', { name: /^Redo: / }).click();
    await expect.poll(() => stateOfStep(page)).toBe('done');
  });

  test('the report is previewed, and exported as HTML and as a workbook', async () => {
    const { page } = app;
    await showScreen(page, 'Reports', 7);
    await page.frameLocator('iframe').getByText('Harbour exit').first().waitFor({ timeout: 30_000 });
    expect(await app.axe()).toEqual([]);
    await page.getByRole('checkbox', { name: /^HTML/ }).check();
    await page.getByRole('checkbox', { name: /^Workbook/ }).check();
    const saved = collectDownloads(page, 2);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [html, workbook] = await saved;
    expect(html?.name).toMatch(/\.html$/);
    expect(html?.bytes.toString()).toContain('Harbour exit');
    expect(workbook?.name).toMatch(/\.xlsx$/);
    const sheets = (await readXlsx(workbook?.bytes ?? Buffer.alloc(0))).sheets.map((sheet) => sheet.name);
    expect(sheets.length).toBeGreaterThan(3);
    // The journal keeps the hash of what was handed over.
    const { reports } = (await ask(page, 'snapshot.get', {})) ?? {};
    expect(reports?.at(-1)?.files.map((file) => file.sha256)).toEqual([html?.sha256, workbook?.sha256]);
  });

  test('closed and opened again, everything is still there and every hash holds', async () => {
    const before = await ask(app.page, 'snapshot.get', {});
    await app.restart();
    const { page } = app;
    await page.getByRole('button', { name: 'Open Harbour exit' }).click();
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    const after = await ask(page, 'snapshot.get', {});
    expect(after?.machineCount).toBe(MACHINES);
    expect(after?.plan).toEqual(before?.plan);
    expect(after?.reports).toEqual(before?.reports);
    expect(after?.checklist).toEqual(before?.checklist);
    await expectStepDone(page);
    expect(await readEvidence(page)).toEqual(MINUTES);
    expect(await ask(page, 'journal.verify', {})).toMatchObject({ isSound: true, problems: [] });
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect(app.cspViolations).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
    expect(app.blockedRequests).toEqual([]);
  });
});
