import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningApp } from './harness.ts';
import { ask, settle, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

const LARGE = 'Onboard shop + Port gates + Ticketing';

/** Steps of one story: the group that is too large is understood, cut, changed by hand, drawn, and everything is taken back. */
describe('groups', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('desktop');
    await showScreen(app.page, 'Groups', 'g');
  });
  afterAll(() => app.close());

  test('the list says how large every group is and marks the one above the limit', async () => {
    const { page } = app;
    const { groups } = await stateOf(page);
    await page.getByText(`${groups.length} move groups of 120 machines; 1 is above the size limit.`).waitFor();
    const grid = page.getByRole('grid', { name: 'Move groups' });
    await grid.focus();
    await page.keyboard.press('Home');
    const panel = page.getByRole('complementary', { name: LARGE });
    await panel.getByText('24 machines; the limit is 20').waitFor();
    await page.getByRole('button', { name: /^Above the limit/ }).click();
    expect(await grid.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('two machines: the way from one to the other in words, each step with file and row', async () => {
    const { page } = app;
    const panel = page.getByRole('complementary', { name: LARGE });
    await panel.getByRole('button', { name: 'Why?' }).click();
    await pick(page, 'First machine', 'tick-web-01');
    await pick(page, 'Second machine', 'shop-pos-01');
    const answer = page.getByTestId('why-answer');
    await answer.getByText('tick-web-01 and shop-pos-01 move together, by 3 steps:').waitFor();
    await answer.getByText(/tick-sql-01 and shop-sync-01: calls of a database or queue \(port 1433\)/).waitFor();
    expect(await answer.getByText('sample-connections.csv, row 139').count()).toBe(1);
    expect(await answer.getByText(/^sample-estate.xlsx, vInfo, row \d+$/).count()).toBe(4);
    // Parting them names the call that this cuts, before anything is changed.
    await answer.getByRole('button', { name: 'Keep apart…' }).click();
    await page.getByTestId('keep-apart').getByText('This cuts 1 call:').waitFor();
    await page.getByTestId('keep-apart').getByText('shop-sync-01 calls tick-sql-01').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.getByTestId('keep-apart').getByRole('button', { name: 'Cancel' }).click();
  });

  test('the cheapest cut is shown with its price, accepted by one button, stands in the journal and is undone', async () => {
    const { page } = app;
    const before = await stateOf(page);
    await page.getByRole('grid', { name: 'Move groups' }).getByText(LARGE).click();
    const cut = page.getByTestId('cuts').getByRole('listitem').first();
    await cut.getByText('Split off 6 machines: Onboard shop').waitFor();
    await cut.getByText('cuts 2 calls, all of databases (181 connections)').waitFor();
    await cut.getByText('18 machines stay; both are within the limit').waitFor();
    await cut.getByRole('button', { name: 'Which calls' }).click();
    await cut.getByText('shop-sync-02 calls tick-sql-01').waitFor();
    await cut.getByRole('button', { name: 'Accept this cut' }).click();
    await expect.poll(async () => (await stateOf(page)).titles).toContain('Port gates + Ticketing');
    const after = await stateOf(page);
    expect([after.titles.includes('Onboard shop'), after.groups.length]).toEqual([true, before.groups.length + 1]);
    const { entries } = await ask(page, 'journal.list', { limit: 1 });
    expect(entries[0]?.title).toContain('Accepted the cut of Onboard shop');
    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByRole('region', { name: 'May move apart, although they call each other' }).getByText('shop-sync-01').waitFor();
    expect(await app.axe()).toEqual([]);
    await page.locator('main h1').click();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await stateOf(page)).titles).toEqual(before.titles);
  });

  test('taking a machine out warns at once which calls that cuts; it is done anyway and undone', async () => {
    const { page } = app;
    const before = await stateOf(page);
    await page.getByRole('tab', { name: 'Groups' }).click();
    await page.getByRole('grid', { name: 'Move groups' }).getByText(LARGE).click();
    await page.getByRole('grid', { name: 'Move groups' }).focus();
    await page.keyboard.press('F2');
    const form = page.getByTestId('edit-group');
    await form.getByRole('checkbox', { name: 'shop-sync-01' }).focus();
    await page.keyboard.press('Space');
    const warning = page.getByTestId('cut-warning');
    await warning.getByText('This cuts 5 calls between machines that move together today:').waitFor();
    await warning.getByText('shop-sync-01 calls tick-sql-01').waitFor();
    expect((await stateOf(page)).titles).toEqual(before.titles);
    expect(await app.axe()).toEqual([]);
    await form.getByRole('button', { name: 'Make the group anyway' }).click();
    await page.getByRole('complementary', { name: 'shop-sync-01 and others' }).getByText('A person put them together').waitFor();
    expect((await stateOf(page)).titles).toContain('shop-sync-01 and others');
    await page.locator('main h1').click();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await stateOf(page)).titles).toEqual(before.titles);
  });

  test('the graph draws the same groups and calls as the tables, opens a group on a click, and is walked through by keyboard', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Graph' }).click();
    const graph = page.getByTestId('group-graph');
    await graph.and(page.locator('[data-is-arranged=true]')).waitFor();
    const drawn = await ask(page, 'dependency.graph', {});
    await expect.poll(() => page.getByTestId('graph-node').count()).toBe(drawn.nodes.length);
    await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(drawn.edges.length);
    const node = page.getByTestId('graph-node').filter({ hasText: 'Freight booking' }).first();
    await node.click();
    await page.getByRole('complementary', { name: 'Freight booking', exact: true }).waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await graph.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('complementary', { name: 'Finance', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('graph-node').filter({ hasText: 'fin-app-01' }).waitFor();
    const opened = await ask(page, 'dependency.graph', { expanded: ['app:finance'] });
    await expect.poll(() => page.getByTestId('graph-node').count()).toBe(opened.nodes.length);
    await page.getByRole('tab', { name: 'Calls' }).click();
    const calls = page.getByRole('grid', { name: 'Calls between groups, as in the graph' });
    expect(await calls.getAttribute('aria-rowcount')).toBe(String(opened.edges.length + 1));
    await calls.focus();
    await page.keyboard.press('Home');
    await page
      .getByRole('complementary')
      .getByText(/^sample-connections.csv, row \d+$/)
      .first()
      .waitFor();
    expect(await app.axe()).toEqual([]);
  });

  test('a shared service shows what its calls would tie, before a person says that it is none', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Shared services' }).click();
    await page.getByRole('button', { name: 'Add a service' }).click();
    const form = page.getByTestId('shared-service');
    await form.getByLabel('Name').fill('Tickets by SQL');
    await form.getByLabel('Ports').fill('1433');
    const effect = page.getByTestId('rule-effect');
    await effect.getByText(/^Groups above the limit: 1 → 0$/).waitFor();
    expect(await app.axe()).toEqual([]);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(async () => (await stateOf(page)).titles.includes(LARGE)).toBe(false);
    await page.getByRole('grid').getByText('Tickets by SQL').click();
    await effect.getByText(/^Groups above the limit: 0 → 1$/).waitFor();
    await page.getByTestId('shared-service').getByRole('button', { name: 'Not shared' }).click();
    await expect.poll(async () => (await stateOf(page)).titles.includes(LARGE)).toBe(true);
  });

  test('a person says that two machines move together, with a reason, and takes it back', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByRole('button', { name: 'Add a rule…' }).click();
    await pick(page, 'First machine', 'misc-jump-01');
    await pick(page, 'Second machine', 'misc-jump-02');
    await page.getByTestId('why-answer').getByText('misc-jump-01 and misc-jump-02 need not move together.').waitFor();
    await page.getByRole('button', { name: 'Must move together…' }).click();
    const form = page.getByTestId('move-together');
    await form.getByRole('button', { name: 'Move together' }).click();
    await form.getByText('Somebody will ask for the reason.').waitFor();
    await form.getByLabel('Why must they move together?').fill('One licence for both');
    await page.keyboard.press('Enter');
    const rules = page.getByRole('region', { name: 'Must move together' });
    await rules.getByText('One licence for both').waitFor();
    await expect.poll(async () => (await stateOf(page)).titles).toContain('misc-jump-01 and 1 more');
    await rules.getByRole('button', { name: /^Take back/ }).click();
    await expect.poll(async () => (await stateOf(page)).titles).not.toContain('misc-jump-01 and 1 more');
    await settle(page);
  });

  test('all this without a broken policy, an error on the console or a request to the network', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

async function stateOf(page: Page) {
  const groups = (await ask(page, 'snapshot.get', {}))?.groups ?? [];
  return { groups, titles: groups.map(({ title }) => title).toSorted() };
}

/** Types a name into a field with suggestions and leaves it. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  const field: Locator = page.getByTestId('why-machines').getByRole('combobox', { name: label });
  await field.fill(name);
  await page.keyboard.press('Tab');
  await expect.poll(() => page.getByTestId('why-machines').getByRole('combobox', { name: label }).inputValue()).toBe(name);
}
