import path from 'node:path';

import type { App } from '../../electron/app-parts.ts';
import { assemble } from '../../electron/assemble.ts';
import { sendFile } from '../../electron/command-line/transfer-files.ts';
import { createNodeFork } from '../../electron/workers/fork-node-worker.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { watchForSilence, type Silence } from './watch-for-silence.ts';

/**
 * The parts of an import and of opening, inside one process, so that reading and storing can be held against their own
 * baselines. Run as `steps.ts FOLDER WORKBOOK`; prints seconds, and the longest time the main process did not answer.
 */
const [, , folder = '', workbookPath = ''] = process.argv;
const PROJECT = path.join(import.meta.dirname, '../..');

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
    azure: { fetch: () => Promise.reject(new Error('no network')), secretBox: null, openBrowser: () => Promise.resolve() },
    dialogs: null,
    log: { info: silent, warn: silent, error: silent },
  });
}

const results: Record<string, { seconds: number; silence: Silence }> = {};

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const silence = watchForSilence();
  const startedAt = performance.now();
  const result = await work();
  results[name] = { seconds: (performance.now() - startedAt) / 1000, silence: silence() };
  return result;
}

function asking(app: App) {
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const reply = (await app.dispatch(method, input)) as Reply<MethodOutput<M>>;
    if (!reply.ok) throw new Error(`${method}: ${reply.failure.detail}`);
    return reply.value;
  };
}

const engagementPath = path.join(folder, 'steps.landfall');
const first = start();
const ask = asking(first);
await ask('engagement.create', { path: engagementPath, name: 'Steps', customer: '' });
const call = (async (method, input) => await first.dispatch(method, input)) as Parameters<typeof sendFile>[0];
const uploadId = await timed('send', async () => {
  const sent = await sendFile(call, workbookPath);
  if (!sent.ok) throw new Error(sent.failure.detail);
  return sent.value;
});
const { previewId } = await timed('preview', () => ask('import.preview', { uploadId }));
await timed('confirm', () => ask('import.confirm', { previewId }));
await timed('plan', () => ask('plan.make', { timeLimitMs: 2000 }));
const { rows } = await ask('machine.list', { offset: 0, limit: 1 });
await timed('one value', () => ask('machine.set-values', { machineIds: [rows[0]?.id ?? ''], values: { owner: 'bench' } }));
await timed('undo', () => ask('journal.undo', {}));
await timed('verify', () => ask('journal.verify', {}));
await first.close();

const second = start();
const askAgain = asking(second);
await timed('open', () => askAgain('engagement.open', { path: engagementPath }));
await timed('snapshot', () => askAgain('snapshot.get', {}));
await timed('rows', async () => {
  for (let offset = 0; offset < 10_000; offset += 2000) await askAgain('machine.list', { offset, limit: 2000 });
});
await second.close();
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(0);
