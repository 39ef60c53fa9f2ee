import type { Page } from 'playwright-core';

import { startApp } from '../end-to-end/harness.ts';
import { ask, showScreen } from '../end-to-end/page-acts.ts';

export interface WindowFigure {
  readonly name: string;
  readonly milliseconds: number;
  readonly remark: string;
}

const DRAG_STEPS = 60;

/** How soon the window shows the list and the graph of an engagement, and how it moves when it is dragged about. */
export async function drawGraph(engagementPath: string): Promise<readonly WindowFigure[]> {
  const app = await startApp('loopback');
  const { page } = app;
  await ask(page, 'app.set-preferences', { isTourSeen: true });
  await ask(page, 'engagement.open', { path: engagementPath });
  await page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
  const figures: WindowFigure[] = [];
  const list = await timeOf(async () => {
    await showScreen(page, 'Groups', 'g');
    await page.getByRole('grid', { name: 'Move groups' }).getByRole('row').nth(3).waitFor();
  });
  figures.push({ name: 'list, from the key to its rows', milliseconds: list, remark: '' });
  const graph = page.locator('[data-testid=group-graph][data-is-arranged=true]');
  const first = await timeOf(async () => {
    await page.getByRole('tab', { name: 'Graph' }).click();
    await graph.waitFor({ timeout: 120_000 });
    await page.getByTestId('graph-node').first().waitFor();
  });
  const nodes = await graph.getAttribute('aria-label');
  figures.push({ name: 'graph, from the click to its nodes', milliseconds: first, remark: nodes?.split('.')[0] ?? '' });
  figures.push({ name: 'frame while dragging, 95th percentile', milliseconds: await frameTime(page), remark: `${DRAG_STEPS} steps` });
  const chosen = await timeOf(async () => {
    await page.getByTestId('group-graph').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('complementary').getByText('Calls inside').waitFor();
  });
  figures.push({ name: 'a group chosen, until its panel is there', milliseconds: chosen, remark: '' });
  await app.close();
  return figures;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function frameTime(page: Page): Promise<number> {
  const box = await page.getByTestId('group-graph').boundingBox();
  if (box === null) throw new Error('the graph is not to be seen');
  await page.evaluate(() => {
    const measured = globalThis as unknown as { frames: number[]; isMeasuring: boolean };
    measured.frames = [];
    measured.isMeasuring = true;
    let last = performance.now();
    const tick = (now: number): void => {
      measured.frames.push(now - last);
      last = now;
      if (measured.isMeasuring) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(box.x + 30, box.y + box.height - 30);
  await page.mouse.down();
  for (let step = 0; step < DRAG_STEPS; step += 1) {
    // One after another, as a hand moves.
    // oxlint-disable-next-line no-await-in-loop
    await page.mouse.move(box.x + 30 + step * 5, box.y + box.height - 30 - step * 3);
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  return await page.evaluate(() => {
    const measured = globalThis as unknown as { frames: number[]; isMeasuring: boolean };
    measured.isMeasuring = false;
    const frames = measured.frames.slice(2).toSorted((a, b) => a - b);
    return frames[Math.floor(frames.length * 0.95)] ?? 0;
  });
}
