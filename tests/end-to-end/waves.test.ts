import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { PlanView } from '../../shared/contract/shapes.ts';
import type { RunningApp } from './harness.ts';
import { ask, drag, settle, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

/** Steps of one story: a plan is made, broken, mended, bound by limits, and explained where it is impossible. */
describe('waves', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('desktop');
    await showScreen(app.page, 'Waves', 4);
  });
  afterAll(() => app.close());

  test('planning says how many waves there are, how many are needed at least, and why', async () => {
    const { page } = app;
    await planAgain(page);
    await page
      .getByTestId('proposal')
      .getByText(/No group moves|Groups that move/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Adopt this plan' }).click();
    await page.locator('.fui-ToastTitle', { hasText: /A plan of \d+ waves is in force/ }).waitFor({ timeout: 60_000 });
    const { waves, lowerBound, lowerBoundReason } = await planOf(page);
    expect(await page.getByTestId('plan-answer').textContent()).toBe(
      `${waves.length} waves; at least ${lowerBound} ${lowerBound === 1 ? 'is' : 'are'} needed`,
    );
    await page.getByRole('button', { name: 'Why?' }).click();
    await page.getByRole('complementary').getByText(lowerBoundReason).waitFor();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText(/A second, independent program confirms/).waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('without a mouse a group is moved over capacity: said before, marked after, undone', async () => {
    const { page } = app;
    await focusCard(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Shift+M');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    const { waves } = await planOf(page);
    expect(await dialog.getByRole('radio').count()).toBe(waves.length);
    expect(await dialog.getByText('Stands here').count()).toBe(1);
    expect(await app.axe()).toEqual([]);
    await dialog
      .getByRole('radio', { name: /Over capacity/ })
      .first()
      .focus();
    await page.keyboard.press('Space');
    await dialog.getByText('The move is made and marked as a broken rule').waitFor();
    await dialog.getByRole('button', { name: 'Move anyway' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await planOf(page)).isValid).toBe(false);
    // The focus went along with the card, and the panel says what to do.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('group-card');
    await page
      .getByTestId('violations')
      .getByText(/\d+ machines; \d+ fit/)
      .waitFor();
    await page
      .getByTestId('violations')
      .getByRole('button', { name: /^Move / })
      .waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await planOf(page)).isValid).toBe(true);
  });

  test('a drag says over capacity before the drop; dropped outside it changes nothing', async () => {
    const { page } = app;
    const before = await planOf(page);
    const { card, target } = await overCapacity(page, before);
    await drag(page, card, target, async () => {
      await target.getByText('Over capacity').waitFor();
      const outside = await page.getByTestId('wave-timeline').boundingBox();
      await page.mouse.move((outside?.x ?? 0) + 20, (outside?.y ?? 0) + 10, { steps: 5 });
    });
    expect((await planOf(page)).waves).toEqual(before.waves);
    await drag(page, card, target, () => target.getByText('Over capacity').waitFor());
    await expect.poll(async () => (await planOf(page)).violations.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByTestId('violations').getByText('Move a group to a wave with room, or raise the limit.').first().waitFor();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await planOf(page)).isValid).toBe(true);
  });

  test('an hour that does not exist is refused; times stand in the zone of the plan with UTC beside them', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    await page.getByRole('tab', { name: 'Calendar' }).click();
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.getByLabel('First window starts').fill('2027-03-28T02:30');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByText('Clocks are put forward then: this time does not exist. The next is 2027-03-28 03:30.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('datetime-local');
    expect(await problemsInAllColours(app)).toEqual([]);
    await page.getByLabel('First window starts').fill('2027-04-03T20:00');
    await page.getByRole('button', { name: 'Save limits' }).click();
    // What was proven is not claimed for a calendar that it was not proven for.
    const answer = page.getByTestId('plan-answer');
    await expect.poll(() => answer.textContent()).toMatch(/^\d+ waves; limits changed since: plan again$/);
    await planAgain(page);
    await page.getByRole('button', { name: 'Adopt this plan' }).click();
    await expect.poll(async () => (await planOf(page)).waves[0]?.window?.startsAt, { timeout: 60_000 }).toBe('2027-04-03T18:00:00.000Z');
    const bar = page.getByTestId('wave-timeline').getByRole('button').first();
    await bar.click();
    const panel = page.getByRole('complementary');
    await panel.getByText(/Sat 3 Apr 2027, 20:00 to .* \(Europe\/Berlin, UTC\+02:00\)/).waitFor();
    await panel.getByText(/Sat 3 Apr 2027, 18:00 to .* \(UTC\)/).waitFor();
    expect(await bar.getAttribute('title')).toContain('18:00');
  });

  test('a pin is set and taken away from the panel of a group', async () => {
    const { page } = app;
    await page.getByTestId('group-card').first().click();
    await page.getByRole('button', { name: 'Pin to this wave' }).click();
    await expect.poll(async () => (await limitsOf(page)).pins.length).toBe(1);
    await page.getByRole('button', { name: 'Take the pin away' }).click();
    await expect.poll(async () => (await limitsOf(page)).pins.length).toBe(0);
  });

  test('limits that contradict each other are told in words, and the plan stays', async () => {
    const { page } = app;
    const before = await planOf(page);
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    await page.getByLabel('Machines per wave', { exact: true }).fill('2');
    await page.getByLabel('In the pilot wave').fill('');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
    const notice = page.getByTestId('contradiction');
    await notice.waitFor({ timeout: 60_000 });
    expect(await notice.getByRole('listitem').count()).toBeGreaterThan(0);
    expect((await planOf(page)).id).toBe(before.id);
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Control+Z');
    await notice.waitFor({ state: 'detached' });
  });

  test('everything on the screen is a command, too', async () => {
    const { page } = app;
    await page.keyboard.press('F1');
    const palette = page.getByRole('dialog', { name: 'All commands' });
    for (const name of ['Move to wave…', 'Plan waves', 'Limits of waves'])
      // oxlint-disable-next-line no-await-in-loop -- one name after the other
      await expect.poll(() => palette.getByRole('option', { name }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

/** Plans and waits for what is proposed. */
async function planAgain(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
  await page.getByTestId('proposal').waitFor({ timeout: 60_000 });
}

async function planOf(page: Page): Promise<PlanView> {
  const plan = (await ask(page, 'snapshot.get', {}))?.plan;
  if (plan == null) throw new Error('there is no plan');
  return plan;
}

async function limitsOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('no engagement is open');
  return snapshot.waveLimits;
}

/** By Tab and arrow keys only: the board is one tab stop. */
async function focusCard(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a group' }).focus();
  for (let presses = 0; presses < 20; presses += 1) {
    // One key after another, as a hand presses them.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    if ((await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))) === 'group-card') return;
  }
  throw new Error('the board is not reached by Tab');
}

/** A card and the column of a wave that cannot hold it. */
async function overCapacity(page: Page, plan: PlanView) {
  const [first, second] = plan.waves;
  if (first === undefined || second === undefined) throw new Error('the plan needs two waves');
  // The pilot wave is small: the groups of another wave do not fit into it together with its own.
  const [groupId] = second.groupIds;
  await settle(page);
  return {
    card: page.locator(`[data-group-id="${groupId}"]`),
    target: page.getByTestId(`wave-column-${first.number}`),
  };
}
