import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { importWhileClicking, type Click } from '../bench/import-in-window.ts';
import { generateSheets, writeSheets } from '../bench/make-estate.ts';
import { makeConnections } from '../support/make-connections.ts';

const MACHINES = 10_000;
const CONNECTIONS = 100_000;
/** What the issue allows. */
const ANSWERED_MS = 100;
/** Where the computer is busy with something else, clicks take longer also without an import; then it may be so much longer. */
const TIMES_IDLE = 3;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-clicking-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('while 10,000 machines and 100,000 connections are imported, the menu answers in less than 100 ms', async () => {
  const machines = path.join(folder, 'machines.xlsx');
  const connections = path.join(folder, 'connections.csv');
  await writeFile(machines, await writeSheets(generateSheets(MACHINES)));
  await writeFile(connections, makeConnections(MACHINES, CONNECTIONS, 1));
  const found = await importWhileClicking([machines, connections]);
  const idle = found.find(({ name }) => name === 'nothing')?.clicks ?? [];
  for (const { name, clicks } of found) {
    expect([name, clicks.length > 5]).toEqual([name, true]);
    expect(shareOf(clicks, 0.5)).toBeLessThan(ANSWERED_MS);
    expect(shareOf(clicks, 0.9)).toBeLessThan(Math.max(ANSWERED_MS, TIMES_IDLE * shareOf(idle, 0.9)));
  }
}, 120_000);

/** So many milliseconds are enough for this share of the clicks. */
function shareOf(clicks: readonly Click[], share: number): number {
  const sorted = clicks.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
