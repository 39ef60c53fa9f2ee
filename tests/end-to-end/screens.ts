import type { Page } from 'playwright-core';

import { ask, settle } from './page-acts.ts';

/** Every screen with the digit of its shortcut, as the rail shows them. */
export const SCREENS = [
  { id: 'overview', title: 'Overview', digit: 1 },
  { id: 'inventory', title: 'Inventory', digit: 2 },
  { id: 'readiness', title: 'Readiness', digit: 3 },
  { id: 'waves', title: 'Waves', digit: 4 },
  { id: 'checklist', title: 'Checklist', digit: 5 },
  { id: 'journal', title: 'Journal', digit: 6 },
  { id: 'reports', title: 'Reports', digit: 7 },
  { id: 'settings', title: 'Settings', digit: 8 },
  { id: 'start', title: 'Engagements', digit: 9 },
] as const;

/** The sample engagement with a plan, some steps done and a report, so that no screen is empty. The tour is out of the way. */
export async function fillSample(page: Page): Promise<void> {
  await ask(page, 'app.set-preferences', { isTourSeen: true });
  await ask(page, 'engagement.open-sample', {});
  await page.locator('main h1', { hasText: 'Overview' }).waitFor();
  if ((await ask(page, 'snapshot.get', {}))?.plan == null) await ask(page, 'plan.make', { timeLimitMs: 2000 });
  await ask(page, 'engagement.change-settings', {
    routeDecision: {
      route: 'site-recovery',
      reason: 'Machines move as they are, with little downtime; the customer runs Site Recovery already.',
    },
  });
  for (let round = 0; round < MARKING_ROUNDS; round += 1) await markSomeSteps(page);
  await ask(page, 'report.export', { preset: 'assessment', formats: ['html', 'xlsx'] });
  await dismissToasts(page);
  await settle(page);
}

export async function dismissToasts(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: 'Dismiss' });
  while ((await buttons.count()) > 0) await buttons.first().click();
}

/** Steps open up as the ones before them are done. */
const MARKING_ROUNDS = 4;
const MARKED_PER_ROUND = 12;

async function markSomeSteps(page: Page): Promise<void> {
  const { items } = await ask(page, 'checklist.items', { limit: 5000 });
  const free = items.filter((item) => item.state === 'open' && item.blockedBy.length === 0 && item.seen?.verdict !== 'against');
  if (free.length === 0) return;
  await ask(page, 'checklist.mark', {
    items: free.slice(0, MARKED_PER_ROUND).map(({ stepId, scope }) => ({ stepId, scope })),
    state: 'done',
    evidence: [{ kind: 'note', text: 'Checked with the customer in the kick-off meeting.' }],
  });
}
