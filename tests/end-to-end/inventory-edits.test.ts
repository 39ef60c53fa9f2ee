import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { scenarioTitle } from '../../renderer/text/common-scenarios.ts';
import type { RunningApp } from './harness.ts';
import { activeCell, fresh, press, rowsOf, startInInventory } from './inventory-acts.ts';
import { ask } from './page-acts.ts';

/** Steps of one story in the sample engagement. */
describe('machines looked at and changed', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startInInventory();
    await fresh(app.page);
  });
  afterAll(() => app.close());

  test('values are set for several machines by keyboard with a reason, shown as set by a person, and undone', async () => {
    const { page } = app;
    const before = await rowsOf(page);
    await press(page, ' ', 'ArrowDown', ' ', 'F2');
    const form = page.getByTestId('edit-values');
    await form.getByRole('combobox', { name: 'Field' }).waitFor();
    await page.keyboard.type('Environment');
    await press(page, 'Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Staging');
    await press(page, 'Escape');
    await form.getByRole('textbox', { name: 'Reason' }).fill('Told by the owner');
    expect(await app.axe()).toEqual([]);
    await form.getByRole('button', { name: 'Set values' }).focus();
    await press(page, 'Enter');
    await page.getByText('Values set for 2 machines').first().waitFor();
    const after = await rowsOf(page);
    expect(after.slice(0, 3).map((row) => row.environment)).toEqual(['Staging', 'Staging', before[2]?.environment]);
    expect(await page.locator('[data-column="environment"] [data-provenance="person"]').count()).toBe(2);
    const journal = await ask(page, 'journal.list', { limit: 1 });
    expect([journal.entries[0]?.title, journal.entries[0]?.detail]).toEqual([
      'Set environment of 2 machines',
      'Environment: Staging · Told by the owner',
    ]);
    await page.getByRole('button', { name: 'Undo: set environment of 2 machines' }).click();
    await expect.poll(() => rowsOf(page)).toEqual(before);
  });

  test('a wrong value is told at its field and changes nothing', async () => {
    const { page } = app;
    await page.getByTestId('machine-grid').focus();
    await press(page, 'F2');
    const form = page.getByTestId('edit-values');
    await form.getByRole('combobox', { name: 'Field' }).selectOption('cpuCount');
    await form.getByRole('textbox', { name: 'Value' }).fill('many');
    const before = (await ask(page, 'snapshot.get', {}))?.engagement.entryCount;
    await press(page, 'Enter');
    await form.getByText('Processors: give a number of 0 or more, in vCPU.').waitFor();
    expect((await ask(page, 'snapshot.get', {}))?.engagement.entryCount).toBe(before);
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  test('machines leave the scope only with a reason, which stands in the details', async () => {
    const { page } = app;
    await fresh(page);
    await page.getByRole('button', { name: 'Take out of scope' }).click();
    await page.getByTestId('set-scope').getByRole('button', { name: 'Take out of scope' }).click();
    await page.getByText('Give the reason.').waitFor();
    await page.getByTestId('set-scope').getByRole('textbox').fill('Will be switched off in spring');
    await press(page, 'Enter');
    await page.getByText('Out of scope: Will be switched off in spring').waitFor();
    expect((await rowsOf(page))[0]?.isInScope).toBe(false);
    await page.locator('main h1').click();
    await press(page, 'Control+Z');
    await expect.poll(async () => (await rowsOf(page))[0]?.isInScope).toBe(true);
  });

  test('how a machine is migrated is chosen by keyboard, shown in the details, and undone', async () => {
    const { page } = app;
    await fresh(page);
    await page.getByRole('button', { name: 'Set scenario' }).click();
    const form = page.getByTestId('set-scenario');
    await form.getByRole('radio', { name: /^VMware to Azure/ }).focus();
    expect(await app.axe()).toEqual([]);
    await press(page, 'ArrowDown');
    await form.getByRole('button', { name: 'Set scenario' }).click();
    await page.getByText('Scenario changed for 1 machine').first().waitFor();
    const changed = (await rowsOf(page))[0]?.scenario ?? '';
    expect(changed).not.toBe('vmware');
    await page.getByRole('complementary').getByText(scenarioTitle(changed)).first().waitFor();
    await page.locator('main h1').click();
    await press(page, 'Control+Z');
    await expect.poll(async () => (await rowsOf(page))[0]?.scenario).toBe('vmware');
  });

  test('the details follow the keyboard: facts with the place they were read, findings with why, remedy and source', async () => {
    const { page } = app;
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home', 'ArrowDown');
    const second = (await rowsOf(page))[1];
    const panel = page.getByRole('complementary', { name: second?.name ?? '' });
    await panel.getByText('From sample-estate.xlsx, 5 Oct 2026').waitFor();
    await panel.getByText('vInfo 3').first().waitFor();
    await panel.getByRole('tab', { name: /^Findings/ }).click();
    await panel.getByTestId('findings').getByText('What to do').first().waitFor();
    expect(await panel.getByTestId('findings').getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
    expect(await app.axe()).toEqual([]);
    await panel.getByRole('tab', { name: 'Facts' }).click();
  });

  test('what is found leads to the machine, also when it stands far down and Enter comes before the answer', async () => {
    const { page } = app;
    const last = (await rowsOf(page)).at(-1);
    await press(page, 'Control+K');
    await page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox').waitFor();
    // Enter at once, as who types fast does: it goes to what was typed, not to what an older answer still shows.
    await page.keyboard.type(last?.name ?? '');
    await press(page, 'Enter');
    await page.getByRole('complementary', { name: last?.name ?? '' }).waitFor();
    await expect.poll(() => activeCell(page)).toContain(last?.name ?? 'nobody');
  });

  test('an arrow chooses another one of what was found', async () => {
    const { page } = app;
    await press(page, 'Control+K');
    const dialog = page.getByRole('dialog', { name: 'Find anything' });
    await dialog.getByRole('combobox').fill('misc-scan');
    const second = dialog.getByRole('option', { name: /^misc-scan-02.*Machine$/ });
    await second.waitFor();
    await expect
      .poll(async () => {
        if ((await second.getAttribute('aria-selected')) !== 'true') await press(page, 'ArrowDown');
        return await second.getAttribute('aria-selected');
      })
      .toBe('true');
    await press(page, 'Enter');
    await page.getByRole('complementary', { name: 'misc-scan-02' }).waitFor();
  });

  test('the palette holds the commands of the screen with their shortcuts', async () => {
    const { page } = app;
    await press(page, 'F1');
    for (const [name, key] of [
      ['Set values of machines…', 'F2'],
      ['Copy machines with headers', 'Ctrl+Shift+C'],
      ['Filter machines by text', 'Ctrl+F'],
      ['Import a file…', 'Ctrl+I'],
      ['Tour of Landfall', ''],
    ] as const)
      await expect.poll(() => page.getByRole('option', { name }).textContent()).toContain(key);
    await press(page, 'Escape');
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});
