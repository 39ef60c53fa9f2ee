import { failed } from '../../shared/contract/failure.ts';
import type { FromWorker } from './run-in-worker.ts';
import { runTask } from './tasks.ts';

/** Entry of the worker process: one task, then the parent ends it. Talks to Node's IPC or to Electron's parent port. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
}

const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

function post(message: FromWorker): void {
  if (parentPort === undefined) process.send?.(message);
  else parentPort.postMessage(message);
}

/** Set by a message while a task runs; tasks that keep what they have give way now and then, so that it can arrive. */
let isStopped = false;

async function run(message: unknown): Promise<void> {
  if ((message as { readonly kind?: unknown }).kind === 'stop') {
    isStopped = true;
    return;
  }
  const { name, input } = message as { readonly name: string; readonly input: unknown };
  const context = { onProgress: (progress: unknown) => post({ kind: 'progress', progress }), isStopped: () => isStopped };
  try {
    post({ kind: 'done', reply: await runTask(name, input, context) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    post({ kind: 'done', reply: failed('internal', `The task ${name} failed: ${detail.slice(0, 300)}`) });
  }
}

if (parentPort === undefined) process.on('message', (message) => void run(message));
else parentPort.on('message', (event) => void run(event.data));
