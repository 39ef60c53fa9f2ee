import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf, openSample, problemsInAllColours, startWithSample } from './sample-app.ts';

/** Eight bytes of a picture are enough to be shown as one. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'base64',
);

/** Steps of one story: the path is walked by keyboard, a wave is ticked at once, what waits is refused, evidence is kept. */
describe('checklist', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('desktop');
    await ask(app.page, 'plan.make', {});
    await showScreen(app.page, 'Checklist', 5);
  });
  afterAll(() => app.close());

  test('the path shows how far each phase is, and narrows the list to one', async () => {
    const { page } = app;
    const { phases, steps } = await checklistOf(page);
    const path = page.getByRole('list', { name: 'Phases' });
    expect(await path.getByRole('listitem').count()).toBe(phases.length);
    const last = phases.at(-1);
    await path.getByRole('button', { name: new RegExp(`^${last?.title}`) }).click();
    await expect
      .poll(() => page.getByTestId('step-list').getByRole('option').count())
      .toBe(steps.filter((step) => step.phase === last?.id).length);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('without a mouse: to the next step that can be done, its evidence typed, and done', async () => {
    const { page } = app;
    await page.keyboard.press('Control+Shift+N');
    const stepId = await chosenStep(page);
    await page.getByTestId('step-list').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Agreed with the customer.');
    if ((await page.getByRole('button', { name: /^Choose all \d+ that can be marked$/ }).count()) > 0)
      await page.getByRole('button', { name: /^Choose all \d+ that can be marked$/ }).press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () =>
        (await ask(page, 'checklist.items', { stepId })).items.some((item) =>
          item.evidence.some((one) => one.text === 'Agreed with the customer.'),
        ),
      )
      .toBe(true);
  });

  test('a step that waits says for what and cannot be marked', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Waits', exact: true }).click();
    const blocked = (await checklistOf(page)).steps.find((step) => step.blockedBy.length > 0 && step.totalCount === 1);
    await page.locator(`[data-step-id="${blocked?.id}"]`).click();
    const bar = page.getByTestId('mark-bar');
    await bar.getByText(/^Waits: First/).waitFor();
    expect(await bar.getByRole('button', { name: 'Mark done' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+Enter');
    const { items } = await ask(page, 'checklist.items', { stepId: blocked?.id ?? '' });
    expect(items[0]?.state).toBe('open');
    expect(await problemsInAllColours(app)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('not applicable needs a reason; it is kept with the person, and can be opened again', async () => {
    const { page } = app;
    const step = (await checklistOf(page)).steps.find((one) => one.totalCount === 1 && one.doneCount + one.notApplicableCount === 0);
    await page.locator(`[data-step-id="${step?.id}"]`).click();
    await page.getByRole('button', { name: 'Not applicable…' }).click();
    await page.getByLabel('Reason why it is not applicable').fill('');
    await page.getByRole('button', { name: 'Mark not applicable' }).click();
    await page.getByText('A reason is needed: somebody will ask.').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.type('The customer has no such thing.');
    await page.getByRole('button', { name: 'Mark not applicable' }).click();
    const stepId = step?.id ?? '';
    await expect
      .poll(async () => (await ask(page, 'checklist.items', { stepId })).items[0])
      .toMatchObject({ state: 'not-applicable', reason: 'The customer has no such thing.' });
    await page.getByRole('complementary').getByText('The customer has no such thing.').first().waitFor();
    await page.getByRole('button', { name: 'Open again' }).click();
    await expect.poll(async () => (await ask(page, 'checklist.items', { stepId })).items[0]?.state).toBe('open');
  });

  test('a whole wave is ticked with one piece of evidence, previewed as a picture, and kept through a restart', async () => {
    const { page } = app;
    const { step, waveId } = await stepPerMachine(page);
    await page.getByRole('combobox', { name: 'Wave' }).selectOption(waveId);
    await page.getByTestId('wave-ready').waitFor();
    await page.locator(`[data-step-id="${step}"]`).click();
    await page.getByRole('button', { name: /^Choose all \d+ that can be marked$/ }).click();
    await page.getByLabel('Note').fill('Seen on every machine.');
    await page.getByTestId('evidence-file').setInputFiles({ name: 'seen.png', mimeType: 'image/png', buffer: PICTURE });
    expect(await problemsInAllColours(app)).toEqual([]);
    await page.getByRole('button', { name: /^Mark \d+ done$/ }).click();
    const marked = async () => (await ask(page, 'checklist.items', { stepId: step, waveId })).items.filter((item) => item.state === 'done');
    await expect.poll(async () => (await marked()).length).toBeGreaterThan(1);
    const hashes = async () => new Set((await marked()).flatMap((item) => item.evidence.map((one) => one.sha256)));
    expect((await hashes()).size).toBe(1);
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    await page.getByRole('button', { name: 'Preview seen.png' }).first().click();
    const picture = page.getByRole('dialog').getByRole('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(5);
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Escape');

    // Text is shown as text, whatever stands in it.
    await page.getByLabel('Note').fill('The list of the machines.');
    await page.getByRole('tab', { name: /^Machines/ }).click();
    await page.getByRole('listbox', { name: 'Machines' }).getByRole('option').first().click();
    const log = { name: 'seen.log', mimeType: 'text/plain', buffer: Buffer.from('<b>12:00</b> replication is healthy') };
    await page.getByTestId('evidence-file').setInputFiles(log);
    await page.getByRole('button', { name: 'Add evidence only' }).click();
    await page.getByText('Evidence added.').waitFor();
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    await page.getByRole('button', { name: 'Preview seen.log' }).click();
    await page.getByRole('dialog').getByText('<b>12:00</b> replication is healthy').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Escape');

    const before = await hashes();
    expect(before.size).toBe(2);
    await app.restart();
    await openSample(app.page);
    const kept = (await ask(app.page, 'checklist.items', { stepId: step, waveId })).items.filter((item) => item.state === 'done');
    expect(new Set(kept.flatMap((item) => item.evidence.map((one) => one.sha256)))).toEqual(before);
    await showScreen(app.page, 'Checklist', 5);
  });

  test('one machine is looked at: its steps only, what waits for it and what can be done', async () => {
    const { page } = app;
    const { rows } = await ask(page, 'machine.list', { offset: 0, limit: 2000 });
    const machine = rows.find((row) => row.isInScope && row.waveId !== null);
    const box = page.getByRole('combobox', { name: 'Machine' });
    await box.fill(machine?.name ?? '');
    expect(await app.axe()).toEqual([]);
    await page.getByRole('option', { name: machine?.name ?? '', exact: true }).click();
    const machineId = machine?.id ?? '';
    const counts = await ask(page, 'checklist.part-counts', { machineId });
    const list = page.getByTestId('step-list');
    await expect.poll(() => list.getByRole('option').count()).toBe(counts.length);
    await page.getByRole('button', { name: 'Waits', exact: true }).click();
    const waiting = counts.filter((count) => count.closed < count.total && count.blockedBy.length > 0);
    await expect.poll(() => list.getByRole('option').count()).toBe(waiting.length);
    await page.getByRole('button', { name: 'To do now', exact: true }).click();
    const free = counts.filter((count) => count.closed < count.total && count.blockedBy.length === 0);
    await expect.poll(() => list.getByRole('option').count()).toBe(free.length);
    expect(waiting.length).toBeGreaterThan(0);
    // Emptied, it is all machines again.
    await box.fill('');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'To do now', exact: true }).click();
    const { steps } = await checklistOf(page);
    await expect.poll(() => list.getByRole('option').count()).toBe(steps.length);
  });

  test('the sheet to print is that of the chosen role, with its steps in full', async () => {
    const { page } = app;
    await page.getByRole('combobox', { name: 'Who' }).selectOption('network');
    await page.getByRole('button', { name: 'Print for Network' }).click();
    const sheet = page.locator('iframe[title="The checklist to print"]');
    await sheet.waitFor({ state: 'attached', timeout: 60_000 });
    const text = await expectText(sheet.contentFrame().locator('main'));
    const { steps } = await checklistOf(page);
    for (const step of steps.filter((one) => one.who.includes('network'))) expect(text).toContain(step.title);
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

async function checklistOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('no engagement is open');
  return snapshot.checklist;
}

async function chosenStep(page: Page): Promise<string> {
  return (await page.locator('[data-step-id][aria-selected="true"]').getAttribute('data-step-id')) ?? '';
}

async function expectText(locator: ReturnType<Page['locator']>): Promise<string> {
  await locator.waitFor({ state: 'attached' });
  return (await locator.textContent()) ?? '';
}

/** A step that several machines of one wave can be ticked for now. */
async function stepPerMachine(page: Page): Promise<{ readonly step: string; readonly waveId: string }> {
  const { steps } = await checklistOf(page);
  const waves = (await ask(page, 'snapshot.get', {}))?.plan?.waves ?? [];
  for (const step of steps.filter((one) => one.per === 'machine')) {
    for (const wave of waves) {
      // Looked up one after the other until one is found.
      // oxlint-disable-next-line no-await-in-loop
      const { items } = await ask(page, 'checklist.items', { stepId: step.id, waveId: wave.id });
      const free = items.filter((item) => item.state === 'open' && item.blockedBy.length === 0 && item.seen?.verdict !== 'against');
      if (free.length > 1 && items.every((item) => item.evidence.length === 0)) return { step: step.id, waveId: wave.id };
    }
  }
  throw new Error('no step per machine can be ticked');
}
