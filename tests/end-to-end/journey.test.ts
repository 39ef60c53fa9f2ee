import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HOSTS, startApp, type RunningApp } from './harness.ts';
import { ask, drag, settle, showScreen } from './page-acts.ts';

const WORKBOOK = path.join(import.meta.dirname, '../../resources/sample/sample-estate.xlsx');
const MACHINES = 120;
const NOTE = 'Decided in the kick-off meeting.';
const MINUTES = Buffer.from('Minutes of the kick-off meeting.');

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

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect(app.cspViolations).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
    expect(app.blockedRequests).toEqual([]);
  });
});

/** Ids of the groups of each wave, in order. */
async function wavesOf(page: Page): Promise<readonly (readonly string[])[]> {
  const snapshot = await ask(page, 'snapshot.get', {});
  return snapshot?.plan?.waves.map((wave) => [...wave.groupIds].toSorted()) ?? [];
}

async function expectStepDone(page: Page): Promise<void> {
  const { items } = await ask(page, 'checklist.items', { stepId: 'choose-tool-route' });
  expect(items).toMatchObject([{ state: 'done', evidence: [{ kind: 'file', fileName: 'minutes.txt', text: NOTE }] }]);
}

interface Move {
  readonly groupId: string;
  /** Place of the wave in the plan. */
  readonly toWave: number;
}

/** The first group of the first wave to the second wave, without a mouse. */
async function moveByKeyboard(page: Page): Promise<Move> {
  const card = page.getByTestId('group-card').first();
  const groupId = (await card.getAttribute('data-group-id')) ?? '';
  await card.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Shift+M');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await dialog.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  return { groupId, toWave: 1 };
}

/** The first group of the second wave to the third wave. */
async function moveByDrag(page: Page): Promise<Move> {
  await settle(page);
  const card = page.getByTestId('wave-column-2').getByTestId('group-card').first();
  const target = page.getByTestId('wave-column-3');
  const groupId = (await card.getAttribute('data-group-id')) ?? '';
  // Before the drop the column says what it would do.
  await drag(page, card, target, () => target.getByText(/Fits|Over capacity|Breaks a rule/).waitFor());
  return { groupId, toWave: 2 };
}
