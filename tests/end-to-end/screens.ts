import type { Page } from 'playwright-core';

import { ask, dismissToasts, settle } from './page-acts.ts';
import { openSample } from './sample-app.ts';

/** Every screen with the digit or letter of its shortcut, as the rail shows them. */
export const SCREENS = [
  { id: 'overview', title: 'Overview', digit: 1 },
  { id: 'inventory', title: 'Inventory', digit: 2 },
  { id: 'readiness', title: 'Readiness', digit: 3 },
  { id: 'groups', title: 'Groups', digit: 'g' },
  { id: 'waves', title: 'Waves', digit: 4 },
  { id: 'checklist', title: 'Checklist', digit: 5 },
  { id: 'azure', title: 'Azure', digit: 'u' },
  { id: 'journal', title: 'Journal', digit: 6 },
  { id: 'reports', title: 'Reports', digit: 7 },
  { id: 'settings', title: 'Settings', digit: 8 },
  { id: 'start', title: 'Engagements', digit: 9 },
] as const;

/** The sample engagement, which comes with a plan, with some steps done and a report, so that no screen is empty. The tour is out of the way. */
export async function fillSample(page: Page): Promise<void> {
  await ask(page, 'app.set-preferences', { isTourSeen: true });
  await openSample(page);
  for (let round = 0; round < MARKING_ROUNDS; round += 1) await markSomeSteps(page);
  await ask(page, 'report.export', { preset: 'assessment', formats: ['html', 'xlsx'] });
  await dismissToasts(page);
  await settle(page);
}

/** Steps open up as the ones before them are done. */
const MARKING_ROUNDS = 3;
const STEPS_PER_ROUND = 4;

async function markSomeSteps(page: Page): Promise<void> {
  const { items } = await ask(page, 'checklist.items', { limit: 5000 });
  const free = items.filter((item) => item.state === 'open' && item.blockedBy.length === 0 && item.seen?.verdict !== 'against');
  const steps = [...Map.groupBy(free, (item) => item.stepId).values()].slice(0, STEPS_PER_ROUND);
  for (const ofStep of steps) {
    // One entry after another, as a person would write them.
    // oxlint-disable-next-line no-await-in-loop
    await ask(page, 'checklist.mark', {
      items: ofStep.map(({ stepId, scope }) => ({ stepId, scope })),
      state: 'done',
      evidence: [{ kind: 'note', text: 'Checked with the customer in the kick-off meeting.' }],
    });
  }
}
