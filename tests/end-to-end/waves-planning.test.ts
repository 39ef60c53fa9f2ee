import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { PlanView } from '../../shared/contract/shapes.ts';
import { startApp, type RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf, problemsInAllColours, startWithSample } from './sample-app.ts';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Quarter close',
  'DTSTART;VALUE=DATE:20270325',
  'DTEND;VALUE=DATE:20270402',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'SUMMARY:Cutover night',
  'DTSTART;TZID=Europe/Berlin:20270313T200000',
  'DTEND;TZID=Europe/Berlin:20270314T040000',
  'RRULE:FREQ=WEEKLY;COUNT=12',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:3',
  'SUMMARY:Heartbeat',
  'DTSTART:20270313T200000Z',
  'DTEND:20270313T200100Z',
  'RRULE:FREQ=MINUTELY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

/** One story: a freeze comes, few groups move; the calendar becomes impossible and is mended; a calendar file takes its place. */
describe('a calendar that changes', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startWithSample('desktop');
    await showScreen(app.page, 'Waves', 4);
  });
  afterAll(() => app.close());

  test('a month is frozen by keyboard: the plan is marked at once, and planning again moves only what must', async () => {
    const { page } = app;
    const before = await planOf(page);
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    await page.getByRole('tab', { name: 'Capacity' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a freeze' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).last().fill('Stocktaking');
    await page.getByLabel('From', { exact: true }).last().fill('2027-02-10T00:00');
    await page.getByLabel('Until', { exact: true }).last().fill('2027-03-10T00:00');
    expect(await app.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Save limits' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await planOf(page)).isValid).toBe(false);
    await page.getByTestId('wave-timeline').getByText('Stocktaking').waitFor();
    await page.getByText(/rules broken/).waitFor();

    await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
    const proposal = page.getByTestId('proposal');
    await proposal.waitFor({ timeout: 60_000 });
    const frozen = before.waves.filter(
      (wave) => (wave.window?.startsAt ?? '') > '2027-02-10' && (wave.window?.startsAt ?? '') < '2027-03-10',
    );
    const mustMove = frozen.flatMap((wave) => wave.groupIds);
    expect(await proposal.getByText('All of them have to: they cannot stay where they are. Every other group stays.').count()).toBe(1);
    expect(await proposal.getByRole('listitem').count()).toBe(Math.min(20, mustMove.length));
    expect(await problemsInAllColours(app)).toEqual([]);
    // Nothing is in force before it was looked at.
    expect((await planOf(page)).id).toBe(before.id);
    await page.getByRole('button', { name: 'Adopt this plan' }).click();
    await expect.poll(async () => (await planOf(page)).isValid).toBe(true);
    const after = await planOf(page);
    const placeOf = (plan: PlanView, id: string) => plan.waves.find((wave) => wave.groupIds.includes(id))?.window?.startsAt;
    const moved = before.waves.flatMap((wave) => wave.groupIds).filter((id) => placeOf(before, id) !== placeOf(after, id));
    expect(moved.toSorted()).toEqual(mustMove.toSorted());
  });

  test('a group says why it is not earlier, a wave what is tight, and the plan what would save a wave', async () => {
    const { page } = app;
    await page.keyboard.press('Escape');
    await page.locator(`[data-group-id="${await tooLargeForAnEarlierWave(page)}"]`).click();
    await page
      .getByTestId('why-here')
      .getByText(/Machines: \d+ of \d+ machines taken, \d+ more needed, \d+ too many/)
      .first()
      .waitFor();
    await page.getByTestId('wave-timeline').getByRole('button').nth(1).click();
    await page.getByTestId('why-full').getByRole('listitem').first().waitFor();
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: 'How: first replication' }).click();
    await panel.getByText('Data in use', { exact: true }).waitFor();
    await panel
      .getByText(/at best, .* at worst/)
      .first()
      .waitFor();
    expect(await problemsInAllColours(app)).toEqual([]);
    await panel.getByRole('button', { name: 'Lock this wave' }).click();
    await panel.getByText('its groups stay, and no other joins').waitFor();
    expect((await planOf(page)).isValid).toBe(true);
    await panel.getByRole('button', { name: 'Unlock' }).click();
    await panel.getByRole('button', { name: 'The whole plan' }).click();
    await page.getByRole('button', { name: 'Try other limits' }).click();
    await page.getByTestId('what-if').getByText('No small pilot wave').waitFor({ timeout: 60_000 });
    expect(
      await page
        .getByTestId('what-if')
        .getByText(/saves (no wave|1 wave)/)
        .count(),
    ).toBeGreaterThan(1);
  });

  test('an impossible calendar is explained, and relaxing one rule leads to a plan', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    await page.getByRole('tab', { name: 'Calendar' }).click();
    await page.getByLabel('Last window ends by').fill('2027-03-01T00:00');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
    const panel = page.getByTestId('contradiction');
    await panel.waitFor({ timeout: 60_000 });
    await panel.getByText(/The calendar ends with Window \d+ \(\d+ \w+ 2027\)\./).waitFor();
    expect(await panel.getByText(/Then \d+ waves?\./).count()).toBeGreaterThan(0);
    expect(await problemsInAllColours(app)).toEqual([]);
    await panel.getByRole('button', { name: /^Relax: Add .* windows? after/ }).click();
    await page.getByTestId('proposal').waitFor({ timeout: 60_000 });
    expect((await limitsOf(page)).lastWindowEndsBy).toBeNull();
    await page.getByRole('button', { name: 'Keep the present plan' }).click();
  });

  test('a calendar file becomes freezes and windows, as a person chooses, and can be undone', async () => {
    const { page } = app;
    const before = await limitsOf(page);
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    await page.getByRole('tab', { name: 'Calendar' }).click();
    const input = page.getByTestId('calendar-file');
    await input.setInputFiles({ name: 'notes.ics', mimeType: 'text/calendar', buffer: Buffer.from('no calendar') });
    await page
      .getByRole('alert')
      .getByText(/notes\.ics is not a calendar file/)
      .waitFor();
    await input.setInputFiles({ name: 'harbour.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) });
    const dialog = page.getByTestId('calendar-dialog');
    await dialog.getByText('13 events: 1 freeze, 12 windows, 0 left out.').waitFor();
    await dialog.getByText(/Heartbeat: It repeats several times a day/).waitFor();
    expect(await app.axe()).toEqual([]);
    await dialog.getByLabel(/^Cutover night, Sat 20 Mar.* becomes$/).selectOption('nothing');
    await dialog.getByText('13 events: 1 freeze, 11 windows, 1 left out.').waitFor();
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await limitsOf(page)).windows).toEqual([]);
    await page.getByRole('button', { name: 'Save limits' }).click();
    await expect.poll(async () => (await limitsOf(page)).windows.length).toBe(11);
    const now = await limitsOf(page);
    expect(now.freezes.map((freeze) => freeze.title)).toContain('Quarter close');
    // The clocks change on 28 March: still 20:00 in Berlin.
    expect(now.windows.map((window) => window.startsAt)).toContain('2027-04-03T18:00:00.000Z');
    await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
    await page.getByTestId('proposal').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Adopt this plan' }).click();
    await expect.poll(async () => (await planOf(page)).waves[0]?.window?.startsAt).toBe('2027-03-13T19:00:00.000Z');
    await ask(page, 'journal.undo', {});
    await ask(page, 'journal.undo', {});
    expect((await limitsOf(page)).windows).toEqual(before.windows);
  });

  test('the earliest finish is aimed at instead, with the day before which no plan ends', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Limits', exact: true }).click();
    const aims = page.getByRole('radiogroup', { name: 'What the plan aims at' });
    await aims.getByRole('radio', { name: 'Fewest waves', checked: true }).focus();
    await page.keyboard.press('ArrowRight');
    await aims.getByRole('radio', { name: 'Earliest finish', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Save limits' }).click();
    await expect.poll(async () => (await limitsOf(page)).objective).toBe('earliest-finish');
    await page.getByRole('main').getByRole('button', { name: 'Plan again' }).first().click();
    const proposal = page.getByTestId('proposal');
    await proposal.waitFor({ timeout: 60_000 });
    await proposal.getByText(/^\d+ waves, finished on \d+ \w+ 2027; cannot finish before \d+ \w+ 2027\. /).waitFor();
    await page.getByRole('button', { name: 'Adopt this plan' }).click();
    await expect
      .poll(() => page.getByTestId('plan-answer').textContent())
      .toMatch(/^\d+ waves, finished on .* 2027; cannot finish before .* 2027$/);
    expect((await planOf(page)).limits.objective).toBe('earliest-finish');
    expect(await problemsInAllColours(app)).toEqual([]);
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

/** Four hundred groups of which two or three fit a wave: the proof takes longer than a person waits. */
const LIST = [
  'Name;Application;OS;vCPU;Memory (GB);In use (GB);IP address;Environment',
  ...Array.from({ length: 420 }, (_, index) => {
    const gib = 251 + ((index * 7919) % 249);
    return `m${index};App ${index};Windows Server 2019;${1 + (index % 7)};8;${gib};10.0.${index >> 8}.${index & 255};Production`;
  }),
].join('\n');

describe('a plan that takes time', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp('desktop');
    const { page } = app;
    await ask(page, 'app.set-preferences', { isTourSeen: true });
    await ask(page, 'engagement.create', { name: 'Large', customer: 'Harbour' });
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    const bytes = Buffer.from(LIST);
    const { uploadId } = await ask(page, 'upload.start', { name: 'list.csv', sizeBytes: bytes.byteLength });
    await ask(page, 'upload.chunk', { uploadId, offset: 0, base64: bytes.toString('base64') });
    const { previewId } = await ask(page, 'import.preview', { uploadId });
    await ask(page, 'import.confirm', { previewId });
    await ask(page, 'plan.set-limits', {
      limits: { gibPerWave: 1000, machinesPerWave: 5, pilotMachines: null, firstWindowStartsAt: '2027-03-06T20:00:00.000Z' },
    });
    await showScreen(page, 'Waves', 4);
  });
  afterAll(() => app.close());

  test('shows plan and bound closing in, leaves the window free, and stopped keeps the best plan', async () => {
    const { page } = app;
    await page.getByRole('main').getByRole('button', { name: 'Plan', exact: true }).click();
    const chart = page.getByTestId('course-chart');
    await chart.waitFor({ timeout: 30_000 });
    await expect.poll(async () => await chart.getAttribute('aria-label')).toMatch(/^\d+ waves; at least \d+ needed$/);
    // The window answers while the solver works: another screen and back, each at once.
    const from = Date.now();
    await page.keyboard.press('Control+2');
    await page.locator('main h1', { hasText: /^Inventory$/ }).waitFor();
    await page.keyboard.press('Control+4');
    await page.locator('main h1', { hasText: /^Waves$/ }).waitFor();
    expect(Date.now() - from).toBeLessThan(5000);
    await chart.waitFor();
    await page.getByRole('button', { name: 'Stop planning' }).click();
    await page.getByTestId('plan-answer').waitFor({ timeout: 20_000 });
    const plan = await planOf(page);
    expect(plan.isValid).toBe(true);
    expect(plan.waves.length).toBeGreaterThanOrEqual(plan.lowerBound ?? Infinity);
    expect(plan.lowerBound).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Why?' }).click();
    await page.getByText('How the bound closed').waitFor();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('A second, independent program confirms the plan and the bound.').waitFor();
  });

  test('without a fault', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

async function planOf(page: Page): Promise<PlanView> {
  const plan = (await ask(page, 'snapshot.get', {}))?.plan;
  if (plan == null) throw new Error('there is no plan');
  return plan;
}

/** A group that some earlier wave has no room for, as its machines are counted. */
async function tooLargeForAnEarlierWave(page: Page): Promise<string> {
  const { plan, groups = [] } = (await ask(page, 'snapshot.get', {})) ?? {};
  const countOf = (groupId: string): number => groups.find((group) => group.id === groupId)?.machineIds.length ?? 0;
  const roomOf = (wave: PlanView['waves'][number]): number => {
    const load = wave.loads.find(({ resourceId }) => resourceId === 'machines');
    return load?.limit == null ? Infinity : load.limit - load.used;
  };
  const found = plan?.waves.flatMap((wave, at) => {
    const earlier = plan.waves.slice(0, at).map(roomOf);
    return wave.groupIds.filter((groupId) => earlier.some((room) => countOf(groupId) > room));
  });
  if (found?.[0] === undefined) throw new Error('every group fits every earlier wave');
  return found[0];
}

async function limitsOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('no engagement is open');
  return snapshot.waveLimits;
}
