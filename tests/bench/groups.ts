import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';

import type { App } from '../../electron/app-parts.ts';
import { assemble } from '../../electron/assemble.ts';
import { sendFile } from '../../electron/command-line/transfer-files.ts';
import { createNodeFork } from '../../electron/workers/fork-node-worker.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { closeSharedBrowser } from '../host/shared-browser.ts';
import { makeConnections, makeMachines } from '../support/make-connections.ts';
import { drawGraph } from './groups-in-window.ts';
import { silenceWords, watchForSilence } from './watch-for-silence.ts';

/**
 * 10,000 generated machines with 100,000 connections: how long groups take, how long the main process does not answer meanwhile,
 * and how soon the window shows the graph. Run after a build with `node tests/bench/groups.ts`; numbers are of this computer.
 */
const MACHINES = Number(process.argv[2] ?? 10_000);
const CONNECTIONS = Number(process.argv[3] ?? 100_000);
const PROJECT = path.join(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'landfall-bench-groups-'));
const engagementPath = path.join(folder, 'groups.landfall');

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function start(): App {
  const silent = (): void => undefined;
  return assemble({
    hostKind: 'loopback',
    appVersion: '0.1.0',
    userDataFolder: path.join(folder, 'user data'),
    documentsFolder: folder,
    resourcesFolder: path.join(PROJECT, 'resources'),
    machineName: 'bench',
    personName: 'bench',
    fork: createNodeFork(path.join(PROJECT, 'out/main/worker.js')),
    dialogs: null,
    azure: { fetch: () => Promise.reject(new Error('no network')), secretBox: null, openBrowser: () => Promise.resolve() },
    log: { info: silent, warn: silent, error: silent },
  });
}

async function timed<T>(name: string, work: () => Promise<T>, remark: (value: T) => string = () => ''): Promise<T> {
  const silence = watchForSilence();
  const startedAt = performance.now();
  const usedBefore = process.threadCpuUsage();
  const value = await work();
  const milliseconds = performance.now() - startedAt;
  const { user, system } = process.threadCpuUsage(usedBefore);
  const busy = `${((user + system) / 1000).toFixed(0).padStart(5)} ms of it work`;
  const lag = silenceWords(silence());
  say(`  ${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(6)} ms ${busy}  ${lag}  ${remark(value)}`.trimEnd());
  return value;
}

function asking(app: App) {
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const reply = (await app.dispatch(method, input)) as Reply<MethodOutput<M>>;
    if (!reply.ok) throw new Error(`${method}: ${reply.failure.detail}`);
    return reply.value;
  };
}

async function importFile(app: App, file: string): Promise<void> {
  const call = (async (method, input) => await app.dispatch(method, input)) as Parameters<typeof sendFile>[0];
  const sent = await sendFile(call, file);
  if (!sent.ok) throw new Error(sent.failure.detail);
  const ask = asking(app);
  const { previewId } = await timed(`preview ${path.basename(file)}`, () => ask('import.preview', { uploadId: sent.value }));
  await timed(`confirm ${path.basename(file)}`, () => ask('import.confirm', { previewId, decisions: [] }));
}

async function benchMain(): Promise<void> {
  const app = start();
  const ask = asking(app);
  await ask('engagement.create', { path: engagementPath, name: 'Groups', customer: '' });
  for (const [name, text] of [
    ['machines.csv', makeMachines(MACHINES)],
    ['connections.csv', makeConnections(MACHINES, CONNECTIONS)],
  ] as const) {
    const file = path.join(folder, name);
    // One after the other: the second file speaks of the machines of the first.
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(file, text);
    // oxlint-disable-next-line no-await-in-loop
    await importFile(app, file);
  }
  const { rules } = await timed(
    'dependency.summary',
    () => ask('dependency.summary', {}),
    ({ tieCount }) => `${tieCount} ties`,
  );
  const snapshot = await ask('snapshot.get', {});
  const groups = (snapshot?.groups ?? []).toSorted((a, b) => b.machineIds.length - a.machineIds.length);
  const [largest] = groups;
  await timed(
    'dependency.groups',
    () => ask('dependency.groups', {}),
    () => `${groups.length} groups, the largest of ${largest?.machineIds.length ?? 0}`,
  );
  await timed(
    'dependency.graph',
    () => ask('dependency.graph', {}),
    ({ nodes, edges }) => `${nodes.length} nodes, ${edges.length} lines`,
  );
  const groupId = largest?.id ?? '';
  await timed('dependency.graph, the largest group opened', () => ask('dependency.graph', { expanded: [groupId] }));
  const [from = '', to = ''] = [largest?.machineIds[0], largest?.machineIds.at(-1)];
  await timed(
    'dependency.why',
    () => ask('dependency.why', { from, to }),
    ({ steps }) => `${steps.length} steps`,
  );
  await timed(
    'dependency.cuts of the largest group',
    () => ask('dependency.cuts', { groupId }),
    ({ cuts }) => `${cuts.length} cuts`,
  );
  const sharedServices = rules.sharedServices.filter(({ id }) => id !== 'dns');
  await timed(
    'dependency.preview-rules: all groups again',
    () => ask('dependency.preview-rules', { rules: { sharedServices } }),
    ({ then }) => `${then.groups} groups`,
  );
  await timed('dependency.set-rules, until all follows', async () => {
    await ask('dependency.set-rules', { rules: { largestGroup: 30 }, what: 'bench' });
    await ask('snapshot.get', {});
  });
  await ask('engagement.close', {});
  await app.close();
}

say(
  `${MACHINES.toLocaleString('en')} machines, ${CONNECTIONS.toLocaleString('en')} connections; ${cpus().length} processors, load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.versions.node}\n`,
);
say('In the main process');
await benchMain();
say('\nIn the window');
for (const { name, milliseconds, remark } of await drawGraph(engagementPath))
  say(`  ${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(6)} ms  ${remark}`.trimEnd());
await closeSharedBrowser();
await rm(folder, { recursive: true, force: true });
process.exit(0);
