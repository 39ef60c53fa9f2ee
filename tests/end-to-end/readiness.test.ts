import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { recordOf } from '../../shared/snapshot/rule-set-history.ts';
import { openOptions, reopen, valueOf } from '../support/engagement-files.ts';
import { importMachines } from './checklist-acts.ts';
import type { RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

/** Steps of one story: what stops whom, who mends it, who takes the responsibility. */
describe('readiness', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('loopback');
    await showScreen(app.page, 'Readiness', 3);
  });
  afterAll(() => app.close());

  test('the table of rules counts as the engagement does, and is walked with the arrow keys', async () => {
    const { page } = app;
    const { byRule, rules, verdicts } = await readinessOf(page);
    const shown = await page.getByTestId('rule-row').count();
    expect(shown).toBe(rules.filter((rule) => byRule.some((count) => count.ruleId === rule.id && count.raised + count.unknown > 0)).length);
    await page.getByText(`${verdicts.blocked ?? 0} are blocked`).waitFor();
    await page.getByTestId('rule-row').first().focus();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[data-rule-id][aria-selected="true"]');
    const ruleId = (await chosen.getAttribute('data-rule-id')) ?? '';
    const rule = rules.find((one) => one.id === ruleId);
    const panel = page.getByRole('complementary');
    for (const text of [rule?.title, rule?.why, rule?.remedy, rule?.source.title])
      await panel
        .getByText(text ?? '?')
        .first()
        .waitFor();
    const counted = byRule.filter((count) => count.ruleId === ruleId).reduce((sum, count) => sum + count.raised + count.unknown, 0);
    await panel.getByText(String(counted), { exact: true }).first().waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('what is shown is exported, row by row', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Blocker', exact: true }).click();
    const ids = await page.getByTestId('rule-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-rule-id')));
    const text = await exported(page);
    const lines = text.trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(ids);
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('a machine says what led to its verdict; its rule is one press away', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Machines' }).click();
    const grid = page.getByRole('grid', { name: /Machines in scope/ });
    await grid.focus();
    await page.keyboard.press('Home');
    const panel = page.getByRole('complementary');
    await panel.getByText('Blocked', { exact: true }).waitFor();
    await panel.getByText('Findings', { exact: true }).waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await page.getByRole('button', { name: 'Ready, with warnings' }).click();
    const { verdicts } = await readinessOf(page);
    await page.getByText(`${verdicts['ready-with-warnings']} of 120 machines`).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('a missing fact says whom it leaves undecided; an answer for all is kept and can be taken back', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Missing facts' }).click();
    const gap = await ask(page, 'readiness.guest-facts', {});
    expect([gap.without.length, gap.undecidedBlockerCount > 0]).toEqual([13, true]);
    await page
      .getByTestId('guest-facts-gap')
      .getByText(
        `No guest script was run on 13 of the 120 machines in scope. That leaves ${gap.undecidedBlockerCount} blockers on ${gap.undecidedMachineCount} machines undecided.`,
      )
      .waitFor();
    const facts = await ask(page, 'readiness.missing-facts', {});
    const grid = page.getByRole('grid', { name: /Facts that are missing/ });
    await grid.getByRole('row').nth(1).click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('heading', { name: facts[0]?.title ?? '?' }).waitFor();
    await panel.getByText(String(facts[0]?.undecidedMachineCount), { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Answers for all…' }).click();
    await panel.getByRole('textbox', { name: 'Target tenant' }).fill('example.com');
    await panel.getByRole('button', { name: 'Save: Target tenant' }).click();
    await expect.poll(async () => (await factOf(page, 'targetTenant'))?.value).toBe('example.com');
    expect(await problemsInAllColours(app)).toEqual([]);
    await panel.getByRole('textbox', { name: 'Target tenant' }).fill('');
    await panel.getByRole('button', { name: 'Save: Target tenant' }).click();
    await expect.poll(async () => (await factOf(page, 'targetTenant'))?.value).toBe(null);
  });

  test('tasks get an owner and a day, one by one and all at once; accepting needs a reason', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Fix backlog' }).click();
    const grid = page.getByRole('grid', { name: /Tasks of the fix backlog/ });
    await grid.focus();
    await page.keyboard.press('Home');
    const panel = page.getByRole('complementary');
    await panel.getByLabel('Owner').fill('Kim Example');
    await panel.getByLabel('Due').fill('2027-02-01');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await ask(page, 'backlog.list', { owner: 'Kim Example' })).total).toBe(1);
    expect(await problemsInAllColours(app)).toEqual([]);

    const warnings = (await ask(page, 'backlog.list', { severity: 'warning', limit: 1 })).tasks[0];
    await page.getByRole('searchbox', { name: 'Find a task' }).fill(warnings?.title ?? '');
    const { total } = await ask(page, 'backlog.list', { text: warnings?.title ?? '' });
    await page.getByRole('button', { name: new RegExp(`^Assign all ${total}`) }).click();
    await panel.getByLabel('State').selectOption('accepted');
    await panel.getByText('Say in the note why it is accepted as it is.').waitFor();
    await panel.getByLabel('Note').fill('The customer knows and agrees.');
    await panel.getByRole('button', { name: `Change ${total} task` }).click();
    await expect.poll(async () => (await ask(page, 'backlog.list', { state: 'accepted' })).total).toBe(total);
    const lines = (await exported(page)).trim().split('\r\n');
    expect(lines).toHaveLength(total + 1);
    expect(lines[1]).toContain('The customer knows and agrees.');
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('a blocker is overridden by a named person with a reason, and the override is withdrawn', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Rules' }).click();
    const rule = await overridableRule(page);
    await page.locator(`[data-rule-id="${rule}"]`).click();
    const panel = page.getByRole('complementary');
    const before = (await readinessOf(page)).verdicts.blocked ?? 0;
    await panel.getByRole('button', { name: /^Override for/ }).click();
    await panel.getByRole('button', { name: 'Override', exact: true }).click();
    await panel.getByText('The reason is needed').waitFor();
    expect((await readinessOf(page)).verdicts.blocked).toBe(before);
    await panel.getByLabel('Reason').fill('Tested twice with this kernel.');
    await panel.getByRole('button', { name: 'Override', exact: true }).click();
    await panel
      .getByText(/Overridden by .*: Tested twice with this kernel\./)
      .first()
      .waitFor();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Control+Z');
    await panel.getByRole('button', { name: /^Override for/ }).waitFor();
    expect((await readinessOf(page)).verdicts.blocked).toBe(before);
  });

  test('an engagement that older rules assessed shows which rules say otherwise, and for how many machines', async () => {
    const { page } = app;
    const { path } = await ask(page, 'engagement.create', { name: 'Older rules', customer: 'Example', scenarios: ['vmware'] });
    await importMachines(page, 'Name,Operating system\nold-1,Microsoft Windows Server 2003 (32-bit)\n', {
      Name: 'name',
      'Operating system': 'osName',
    });
    const now = recordOf(await readinessOf(page));
    await ask(page, 'engagement.close', {});
    await page.getByTestId('start-page').waitFor();
    // As an earlier version of the product would have left it: other numbers of one rule, and a rule that is gone.
    const journal = await reopen(path, openOptions());
    const byRule = now.byRule.map((count) => (count.ruleId === 'R-OS-01' ? { ...count, raised: 0, unknown: 7 } : count));
    const old = { ...now, ruleSetVersion: '2026.01', byRule: [...byRule, { ruleId: 'R-OS-99', raised: 2, unknown: 0 }] };
    valueOf(journal.append('readiness.recorded', old));
    journal.close();
    await ask(page, 'engagement.open', { path });
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    await showScreen(page, 'Readiness', 3);
    await page.getByRole('button', { name: '2 rules say otherwise than in 2026.01' }).click();
    const panel = page.getByRole('complementary');
    const rule = (await readinessOf(page)).rules.find((one) => one.id === 'R-OS-01');
    const cells = (title: string) => panel.getByRole('row').filter({ hasText: title }).getByRole('cell').allTextContents();
    expect(await cells(rule?.title ?? '?')).toEqual(['7 ?', '1']);
    expect(await cells('R-OS-99 (no longer a rule)')).toEqual(['2', '0']);
    expect(await problemsInAllColours(app)).toEqual([]);
    await panel.getByRole('button', { name: rule?.title ?? '?' }).click();
    await panel.getByText(rule?.why ?? '?').waitFor();
    // A machine says by which rules its findings were found.
    await panel.getByRole('button', { name: 'old-1' }).click();
    await panel.getByText(`Found by rule set ${now.ruleSetVersion}`).waitFor();
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

async function readinessOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('no engagement is open');
  return snapshot.readiness;
}

async function factOf(page: Page, name: string) {
  return (await ask(page, 'engagement.facts', {})).find((fact) => fact.name === name);
}

/** A blocker rule that is raised for some machine. */
async function overridableRule(page: Page): Promise<string> {
  const { byRule, rules } = await readinessOf(page);
  const rule = rules.find(
    (one) => one.severity === 'blocker' && byRule.some((count) => count.ruleId === one.id && count.raised > 0 && count.unknown === 0),
  );
  if (rule === undefined) throw new Error('the sample has no blocker that can be overridden');
  return rule.id;
}

/** What the export button of the screen writes, as CSV. */
async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export this table' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'As CSV' }).click()]);
  return await readFile(await download.path(), 'utf8');
}
