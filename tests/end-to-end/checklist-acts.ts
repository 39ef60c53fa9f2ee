import type { Locator, Page } from 'playwright-core';

import { ask, showScreen } from './page-acts.ts';

/** The checklist as a person works through it: questions in the panel, then step by step with evidence. */

export async function showChecklist(page: Page): Promise<void> {
  await showScreen(page, 'Checklist', 5);
}

function stepRow(page: Page, stepId: string): Locator {
  return page.locator(`[data-step-id="${stepId}"]`);
}

function markBar(page: Page): Locator {
  return page.getByTestId('mark-bar');
}

/** Chooses a step in the list and waits until its panel has read its items. */
export async function chooseStep(page: Page, stepId: string): Promise<void> {
  await stepRow(page, stepId).click();
  await page.locator(`[data-step-id="${stepId}"][aria-selected="true"]`).waitFor();
  await markBar(page).getByRole('button').last().waitFor();
}

/** One item or several: the button says how many. */
function doneButton(page: Page): Locator {
  return markBar(page).getByRole('button', { name: /^Mark (?:done|\d+ done)$/ });
}

/** The words at the end of a row: done, open, waits … */
async function waitForState(page: Page, stepId: string, state: string): Promise<void> {
  await stepRow(page, stepId).getByText(`, ${state}`).waitFor({ state: 'attached' });
}

/** Marks a step done for everything it concerns, with one note as evidence. */
export async function markDone(page: Page, stepId: string, note: string): Promise<void> {
  await chooseStep(page, stepId);
  await chooseAll(page);
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await doneButton(page).click();
  await waitForState(page, stepId, 'Done');
}

/**
 * The same, by a script in the page: row, “Choose all”, note and button, each as soon as it is there. It waits for what a person
 * waits for and presses what a person presses, without a mouse that has to get there first.
 */
export async function markDoneByScript(page: Page, stepId: string, note: string): Promise<void> {
  const problem = await page.evaluate(pressThrough, { stepId, note });
  if (problem !== null) throw new Error(`${stepId}: ${problem}`);
}

/** Runs in the page, so it may use nothing from outside. Says what never came, or `null`. */
async function pressThrough({ stepId, note }: { readonly stepId: string; readonly note: string }): Promise<string | null> {
  const until = async <T>(find: () => T | null | undefined | false): Promise<T | null> => {
    for (const endsAt = performance.now() + 15_000; performance.now() < endsAt;) {
      const found = find();
      if (found !== null && found !== undefined && found !== false) return found;
      // oxlint-disable-next-line no-await-in-loop -- waiting is the point
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return null;
  };
  const row = (): HTMLElement | null => document.querySelector(`[data-step-id="${stepId}"]`);
  const button = (words: RegExp): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="mark-bar"] button')].find((one) => words.test(one.textContent.trim()));
  const choose = /^Choose (all|the one)/;
  const done = /^Mark (done|\d+ done)$/;
  row()?.click();
  if ((await until(() => row()?.getAttribute('aria-selected') === 'true')) === null) return 'it was not chosen';
  if ((await until(() => button(choose) ?? button(done))) === null) return 'it cannot be marked';
  button(choose)?.click();
  const field = await until(() => document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Note"]'));
  if (field === null) return 'it has no note';
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, note);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const press = await until(() => {
    const found = button(done);
    return found?.getAttribute('aria-disabled') !== 'true' && !found?.hasAttribute('disabled') && found;
  });
  if (press === null) return 'its button stays disabled';
  press.click();
  return (await until(() => row()?.textContent.includes(', Done'))) === null ? 'it is not done' : null;
}

/** Whether the row of a step says that nothing is left to do for it, or the step is not there. */
export async function isClosed(page: Page, stepId: string): Promise<boolean> {
  const row = stepRow(page, stepId);
  return (await row.count()) === 0 || /, (Done|Not applicable)/.test((await row.textContent()) ?? '');
}

/** The same with a file. */
export async function markDoneWithFile(page: Page, stepId: string, file: { readonly name: string; readonly text: string }): Promise<void> {
  await chooseStep(page, stepId);
  await chooseAll(page);
  const buffer = Buffer.from(file.text);
  await page.getByTestId('evidence-file').setInputFiles({ name: file.name, mimeType: 'text/plain', buffer });
  await doneButton(page).click();
  await waitForState(page, stepId, 'Done');
}

/** Marks a step not applicable, with the reason that is offered. */
export async function markNotApplicable(page: Page, stepId: string): Promise<void> {
  await chooseStep(page, stepId);
  await chooseAll(page);
  await markBar(page).getByRole('button', { name: 'Not applicable…' }).click();
  await page.getByRole('button', { name: 'Mark not applicable' }).click();
  await waitForState(page, stepId, 'Not applicable');
}

/** A step of several machines or waves asks which; all that can be marked are taken. */
async function chooseAll(page: Page): Promise<void> {
  const button = markBar(page).getByRole('button', { name: /^Choose (all|the one)/ });
  // Until its items are read, a step of several says that none can be marked.
  await button.or(doneButton(page)).first().waitFor();
  if (await button.isVisible()) await button.click();
}

/** What a step waits for, as it stands above its button, which cannot be pressed meanwhile. */
export async function whatItWaitsFor(page: Page, stepId: string): Promise<string> {
  await chooseStep(page, stepId);
  const why = markBar(page).getByText(/^Waits: /);
  await why.waitFor();
  const button = markBar(page).getByRole('button', { name: 'Mark done' });
  if ((await button.getAttribute('aria-disabled')) !== 'true') throw new Error(`${stepId} waits, but it can be marked`);
  return (await why.textContent()) ?? '';
}

/** Answers a question in the panel; `values` are the labels of what is to be chosen, and nothing else is. */
export async function answer(page: Page, questionId: string, values: readonly string[], reason?: string): Promise<void> {
  const question = page.getByTestId(`question-${questionId}`);
  const options = question.locator('input[type="radio"], input[type="checkbox"]');
  for (const option of await options.all()) {
    // Each click shows before the next: options of one question depend on each other.
    // oxlint-disable-next-line no-await-in-loop
    const label = (await option.getAttribute('aria-label')) ?? (await labelOf(option));
    const isWanted = values.some((value) => label.startsWith(value));
    // oxlint-disable-next-line no-await-in-loop
    if (isWanted !== (await option.isChecked()) && (isWanted || (await option.getAttribute('type')) === 'checkbox')) await option.click();
  }
  if (reason !== undefined) await question.getByRole('textbox').fill(reason);
  await question.getByRole('button', { name: 'Save answer' }).click();
  await question.getByRole('button', { name: 'Save answer' }).waitFor({ state: 'detached' });
}

async function labelOf(option: Locator): Promise<string> {
  return await option.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
}

export async function openQuestions(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(\d+ open questions?|Questions)$/ }).click();
  await page.getByTestId('question-scenarios').waitFor();
}

/** A small estate, handed over and imported as the import dialog does it. */
export async function importMachines(page: Page, csv: string, mapping: Readonly<Record<string, string>>): Promise<void> {
  const bytes = Buffer.from(csv);
  const { uploadId } = await ask(page, 'upload.start', { name: 'machines.csv', sizeBytes: bytes.byteLength });
  await ask(page, 'upload.chunk', { uploadId, offset: 0, base64: bytes.toString('base64') });
  const { previewId } = await ask(page, 'import.preview', { uploadId, mapping });
  await ask(page, 'import.confirm', { previewId });
}
