import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeConnections, makeMachines } from '../support/make-connections.ts';
import { startApp, type RunningApp } from './harness.ts';
import { ask, showScreen } from './page-acts.ts';
import { faultsOf } from './sample-app.ts';

const MACHINES = 4000;
const CONNECTIONS = 20_000;
/** More nodes are no picture. */
const MOST_NODES = 500;

/** How large the name of a named tile is on the screen. */
async function namePixels(page: Page): Promise<number> {
  return await page
    .locator('[data-testid=graph-node][data-is-named=true] [data-part=name]')
    .first()
    .evaluate((name) => {
      const tile = name.closest<HTMLElement>('[data-testid=graph-node]');
      const scale = (tile?.getBoundingClientRect().width ?? 0) / (tile?.offsetWidth ?? 1);
      return Number.parseFloat(getComputedStyle(name).fontSize) * scale;
    });
}

describe('the graph of a large estate', () => {
  let app: RunningApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'landfall-graph-'));
    app = await startApp('loopback');
    const { page } = app;
    await ask(page, 'app.set-preferences', { isTourSeen: true });
    await ask(page, 'engagement.create', { name: 'Large estate', customer: '' });
    await page.locator('main h1', { hasText: 'Overview' }).waitFor();
    for (const [name, text] of [
      ['machines.csv', makeMachines(MACHINES)],
      ['connections.csv', makeConnections(MACHINES, CONNECTIONS)],
    ] as const) {
      const file = path.join(folder, name);
      // The second file speaks of the machines of the first.
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(file, text);
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Control+I');
      // oxlint-disable-next-line no-await-in-loop
      await page.getByTestId('import-file').setInputFiles(file);
      // oxlint-disable-next-line no-await-in-loop
      await page.getByTestId('import-confirm').click({ timeout: 60_000 });
      // oxlint-disable-next-line no-await-in-loop
      await page.getByTestId('import-done').waitFor({ timeout: 60_000 });
      // oxlint-disable-next-line no-await-in-loop
      await page.getByRole('button', { name: 'Show inventory' }).click();
    }
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('draws no more nodes than can be seen; the rest is one node, and the table has all groups', async () => {
    const { page } = app;
    const groups = (await ask(page, 'snapshot.get', {}))?.groups.length ?? 0;
    expect(groups).toBeGreaterThan(MOST_NODES);
    await showScreen(page, 'Groups', 'g');
    expect(await page.getByRole('grid', { name: 'Move groups' }).getAttribute('aria-rowcount')).toBe(String(groups + 1));
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.locator('[data-testid=group-graph][data-is-arranged=true]').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByTestId('graph-node').count()).toBe(MOST_NODES);
    // Something of it lies within the window, and one of its nodes can be chosen there.
    await page.getByTestId('group-graph').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('complementary').getByText('Calls inside').waitFor();
    await expect
      .poll(async () => {
        const frame = await page.getByTestId('group-graph').boundingBox();
        const boxes = await page
          .getByTestId('graph-node')
          .evaluateAll((nodes) => nodes.map((node) => ({ x: node.getBoundingClientRect().x, y: node.getBoundingClientRect().y })));
        if (frame === null) return 0;
        return boxes.filter(({ x, y }) => x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height).length;
      })
      .toBeGreaterThan(3);
    expect(await namePixels(page)).toBeGreaterThanOrEqual(11);
    const { edges, edgesLeftOut } = await ask(page, 'dependency.graph', {});
    await page.getByRole('tab', { name: 'Calls' }).click();
    const calls = page.getByRole('grid', { name: 'Calls between groups, as in the graph' });
    expect(await calls.getAttribute('aria-rowcount')).toBe(String(edges.length + 1));
    if (edgesLeftOut > 0) await page.getByText(/weaker lines? not drawn/).waitFor();
  });

  test('a dense part shows what holds it together, all lines when asked, and names that can be read from any distance', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.locator('[data-testid=group-graph][data-is-arranged=true]').waitFor({ timeout: 30_000 });
    const lines = page.locator('.react-flow__edge');
    await expect.poll(() => lines.count()).toBeGreaterThan(MOST_NODES / 2);
    const few = await lines.count();
    await page.getByRole('button', { name: 'All lines' }).click();
    await expect.poll(() => lines.count()).toBeGreaterThan(few * 1.5);
    await page.getByRole('button', { name: 'All lines' }).click();
    await expect.poll(() => lines.count()).toBe(few);
    const graph = page.getByTestId('group-graph');
    expect(await graph.getAttribute('data-distance')).toBe('near');
    await page.getByRole('button', { name: 'Show all of it' }).click();
    await expect.poll(() => graph.getAttribute('data-distance')).toBe('far');
    const named = page.locator('[data-testid=graph-node][data-is-named=true] [data-part=name]');
    expect(await named.count()).toBeGreaterThan(0);
    expect(await named.first().evaluate((name) => getComputedStyle(name).visibility)).toBe('visible');
    expect(await namePixels(page)).toBeGreaterThanOrEqual(11);
    // The whole picture lies within the window.
    const [frame, boxes] = [
      await graph.boundingBox(),
      await page.getByTestId('graph-node').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().bottom)),
    ];
    expect(Math.max(...boxes)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect.poll(() => namePixels(page)).toBeGreaterThanOrEqual(11);
  });

  test('a group of the list is found in the graph', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: 'Groups' }).click();
    await page.getByRole('grid', { name: 'Move groups' }).focus();
    await page.keyboard.press('Home');
    await page.getByRole('complementary').getByRole('button', { name: 'In the graph' }).click();
    await page.locator('[data-testid=group-graph][data-is-arranged=true]').waitFor({ timeout: 30_000 });
    const title = (await page.getByRole('complementary').getByRole('heading', { level: 2 }).textContent()) ?? '';
    const node = page.getByTestId('graph-node').filter({ hasText: title }).first();
    await expect
      .poll(async () => {
        const [box, frame] = [await node.boundingBox(), await page.getByTestId('group-graph').boundingBox()];
        return box !== null && frame !== null && box.x > frame.x && box.y > frame.y && box.x < frame.x + frame.width;
      })
      .toBe(true);
    expect(faultsOf(app)).toEqual([]);
  });
});
