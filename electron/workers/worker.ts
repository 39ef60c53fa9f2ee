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

async function run(message: unknown): Promise<void> {
  const { name, input } = message as { readonly name: string; readonly input: unknown };
  try {
    post({ kind: 'done', reply: await runTask(name, input, (progress) => post({ kind: 'progress', progress })) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    post({ kind: 'done', reply: failed('internal', `The task ${name} failed: ${detail.slice(0, 300)}`) });
  }
}

if (parentPort === undefined) process.on('message', (message) => void run(message));
else parentPort.on('message', (event) => void run(event.data));
