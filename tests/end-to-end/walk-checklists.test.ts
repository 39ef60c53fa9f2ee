import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { SCENARIO_IDS } from '../../shared/domain/scenario-ids.ts';
import { startApp, type RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf } from './sample-app.ts';

const MOST_STEPS = 150;
const NOTE = 'Done and seen.';

/** Each scenario from the first question to the last step, by keyboard, in the order in which the app offers the steps. */
describe('every checklist is walked to its end', () => {
  let app: RunningApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'landfall-walk-'));
    await writeFile(
      path.join(folder, 'two.csv'),
      'Name,CPUs,Memory,In use GB,OS,Application\nalpha,2,4096,40,Windows Server 2022,One\nbeta,2,4096,40,Ubuntu 22.04,Two\n',
    );
    app = await startApp('loopback');
    await ask(app.page, 'app.set-preferences', { isTourSeen: true });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(SCENARIO_IDS)(
    '%s',
    async (scenario) => {
      const { page } = app;
      await ask(page, 'engagement.create', { name: `Walk ${scenario}`, customer: 'Example', scenarios: [scenario] });
      await page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 30_000 });
      await importMachines(page, path.join(folder, 'two.csv'));
      const machineIds = (await ask(page, 'machine.list', { offset: 0, limit: 10 })).rows.map((row) => row.id);
      await ask(page, 'machine.set-scenario', { machineIds, scenario });
      await ask(page, 'plan.make', {});
      await showScreen(page, 'Checklist', 5);
      await refuseOutOfOrder(page);
      await answerQuestions(page);
      for (let step = 0; step < MOST_STEPS && !(await isFinished(page)); step += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one step after the other is the point
        await doNextStep(page);
      }
      const { phases } = await checklistOf(page);
      expect(phases.filter((phase) => phase.done < phase.total)).toEqual([]);
      await page.locator('main header').getByText('Every step is done.').waitFor();
      await page.waitForFunction(() => document.querySelector('.fui-Toast') === null);
      expect(await app.axe()).toEqual([]);
    },
    180_000,
  );

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

async function checklistOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('no engagement is open');
  return snapshot.checklist;
}

async function isFinished(page: Page): Promise<boolean> {
  return (await checklistOf(page)).phases.every((phase) => phase.done >= phase.total);
}

async function importMachines(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+I');
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByTestId('import-confirm').waitFor({ timeout: 30_000 });
  await page.getByTestId('import-confirm').click();
  await page.getByTestId('import-done').waitFor({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.getByTestId('import-done').waitFor({ state: 'detached' });
}

/** The last step cannot be done first, by the button or by the shortcut. */
async function refuseOutOfOrder(page: Page): Promise<void> {
  const list = page.getByTestId('step-list');
  await list.focus();
  await page.keyboard.press('End');
  const stepId = (await page.locator('[data-step-id][aria-selected="true"]').getAttribute('data-step-id')) ?? '';
  await page.keyboard.press('Control+Enter');
  const { items } = await ask(page, 'checklist.items', { stepId });
  expect(items.every((item) => item.state === 'open' && item.blockedBy.length > 0)).toBe(true);
}

/** Every question that is open, also those that an answer brings. */
async function answerQuestions(page: Page): Promise<void> {
  await page.getByRole('button', { name: /open question/ }).click();
  for (let round = 0; round < 40; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- an answer may bring the next question
    const open = (await checklistOf(page)).questions.find((question) => question.answer === null);
    if (open === undefined) break;
    const section = page.getByTestId(`question-${open.id}`);
    // oxlint-disable-next-line no-await-in-loop
    await section
      .getByRole(open.kind === 'one' ? 'radio' : 'checkbox')
      .first()
      .check();
    // oxlint-disable-next-line no-await-in-loop
    if (open.needsReason) await section.getByLabel('Reason').fill('It suits the customer.');
    // oxlint-disable-next-line no-await-in-loop
    await section.getByRole('button', { name: 'Save answer' }).press('Enter');
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(async () => (await checklistOf(page)).questions.find((one) => one.id === open.id)?.answer ?? null).not.toBeNull();
  }
  await page.getByRole('button', { name: 'Close questions' }).click();
}

/** The next step that can be done, marked for all its items at once; where data speak against it, it is closed with a reason. */
async function doNextStep(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  const stepId = (await page.locator('[data-step-id][aria-selected="true"]').getAttribute('data-step-id')) ?? '';
  const before = (await ask(page, 'checklist.items', { stepId })).items;
  const choose = page.getByRole('button', { name: /^Choose (all \d+|the one) that can be marked$/ });
  const isMany = before.length > 1 || (await page.getByRole('tab', { name: /^(Machines|Waves|Sites) / }).count()) > 0;
  const against = before.filter((item) => item.state === 'open' && item.seen?.verdict === 'against');
  const bar = page.getByTestId('mark-bar');
  if (isMany && against.length < before.filter((item) => item.state === 'open').length) await choose.press('Enter');
  else if (isMany) await chooseEach(page, before.length);
  if (against.length > 0 && (!isMany || against.length === before.filter((item) => item.state === 'open').length)) {
    await bar.getByRole('button', { name: 'Not applicable…' }).press('Enter');
    await page.getByLabel('Reason why it is not applicable').fill('Settled otherwise, as the journal says.');
    await page.getByRole('button', { name: 'Mark not applicable' }).press('Enter');
  } else {
    await page.getByRole('textbox', { name: 'Note' }).fill(NOTE);
    await page.keyboard.press('Control+Enter');
  }
  const open = before.filter((item) => item.state === 'open').length;
  await expect
    .poll(async () => (await ask(page, 'checklist.items', { stepId })).items.filter((item) => item.state === 'open').length)
    .toBeLessThan(open);
}

/** Space on each item of the list. */
async function chooseEach(page: Page, count: number): Promise<void> {
  await page.getByRole('tab', { name: /^(Machines|Waves|Sites) / }).click();
  const list = page.getByRole('listbox', { name: /^(Machines|Waves|Sites)$/ });
  await list.focus();
  for (let index = 0; index < count; index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    await page.keyboard.press('Space');
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowDown');
  }
}
