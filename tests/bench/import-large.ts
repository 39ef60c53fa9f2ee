import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';

import { closeSharedBrowser } from '../host/shared-browser.ts';
import { makeConnections } from '../support/make-connections.ts';
import { importWhileClicking, type Click } from './import-in-window.ts';
import { generateSheets, writeSheets } from './make-estate.ts';
import { measure } from './measure.ts';

/**
 * 10,000 machines with 100,000 connections into a real window whose menu is clicked meanwhile, and 100,000 machines from the command
 * line, beside what the bare library needs to read them. Run after a build with `node tests/bench/import-large.ts`.
 */
const MACHINES = Number(process.argv[2] ?? 10_000);
const CONNECTIONS = Number(process.argv[3] ?? 100_000);
const MANY = Number(process.argv[4] ?? 100_000);
const AIM_SECONDS = 10;
const AIM_CLICK_MS = 100;
const PROJECT = path.join(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'landfall-bench-large-'));

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

const memory = (peakMiB: number | null): string =>
  peakMiB === null ? 'memory not measured' : `${Math.round(peakMiB).toLocaleString('en')} MiB at most`;

async function makeFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

function clickWords(clicks: readonly Click[]): string {
  const sorted = clicks.toSorted((a, b) => a.milliseconds - b.milliseconds);
  const middle = sorted[Math.floor(sorted.length / 2)]?.milliseconds ?? 0;
  const slowest = sorted.at(-1);
  const over = clicks.filter(({ milliseconds }) => milliseconds > AIM_CLICK_MS);
  const words = over.length === 0 ? '' : `: ${[...new Set(over.map(({ screen }) => screen))].join(', ')}`;
  const used = clicks.toSorted((a, b) => b.cpuMs - a.cpuMs);
  const usedWords = `most processor time of the page ${used[0]?.cpuMs.toFixed(0) ?? ''} ms (${used[0]?.screen ?? ''})`;
  return `${clicks.length} clicks, median ${middle.toFixed(0)} ms, slowest ${slowest?.milliseconds.toFixed(0) ?? ''} ms, ${over.length} over ${AIM_CLICK_MS} ms${words}; ${usedWords}`;
}

async function benchWindow(): Promise<void> {
  const machines = await makeFile('machines.xlsx', await writeSheets(generateSheets(MACHINES)));
  const connections = await makeFile('connections.csv', makeConnections(MACHINES, CONNECTIONS, 1));
  say(
    `${MACHINES.toLocaleString('en')} machines and ${CONNECTIONS.toLocaleString('en')} connections into a window, its menu clicked meanwhile`,
  );
  const found = await importWhileClicking([machines, connections]);
  for (const { name, milliseconds, clicks } of found)
    say(`  ${name.padEnd(18)} ${(milliseconds / 1000).toFixed(2).padStart(7)} s  ${clickWords(clicks)}`);
  const seconds = found.filter(({ name }) => name !== 'nothing').reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  say(
    `  ${'together'.padEnd(18)} ${seconds.toFixed(2).padStart(7)} s  ${seconds <= AIM_SECONDS ? 'within' : 'over'} the aim of ${AIM_SECONDS} s`,
  );
  await closeSharedBrowser();
}

async function benchCommandLine(count: number, withConnections: boolean): Promise<void> {
  say(`\n${count.toLocaleString('en')} machines from the command line, the bare library first`);
  const workbook = await makeFile(`estate-${count}.xlsx`, await writeSheets(generateSheets(count)));
  const bare = await measure([path.join(import.meta.dirname, 'baseline.ts'), 'read', workbook]);
  say(`  bare reading       ${bare.seconds.toFixed(2).padStart(7)} s  ${memory(bare.peakMiB)}`);
  const environment = { LANDFALL_USER_DATA: path.join(folder, `user-${count}`), LANDFALL_DOCUMENTS: folder };
  const landfall = path.join(PROJECT, 'out/main/main-command-line.js');
  const engagement = path.join(folder, `estate-${count}.landfall`);
  const imported = await measure([landfall, 'import', engagement, workbook], environment);
  const times = (imported.seconds / bare.seconds).toFixed(2);
  say(
    `  import             ${imported.seconds.toFixed(2).padStart(7)} s  ${memory(imported.peakMiB)}, both processes; ${times} x the bare reading`,
  );
  say(`    ${imported.output.split('\n')[0] ?? ''}`);
  if (!withConnections) return;
  const list = await makeFile(`connections-${count}.csv`, makeConnections(count, CONNECTIONS, 1));
  const connected = await measure([landfall, 'import', engagement, list], environment);
  say(`  connections        ${connected.seconds.toFixed(2).padStart(7)} s  ${memory(connected.peakMiB)}, both processes`);
  say(`    ${connected.output.split('\n')[0] ?? ''}`);
}

say(`${cpus().length} processors, Node ${process.versions.node}\n`);
await benchWindow();
await benchCommandLine(MACHINES, true);
await benchCommandLine(MANY, false);
await rm(folder, { recursive: true, force: true });
process.exit(0);
