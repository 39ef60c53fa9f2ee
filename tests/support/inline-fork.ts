import type { FromWorker } from '../../electron/workers/run-in-worker.ts';
import { runTask } from '../../electron/workers/tasks.ts';
import type { ForkWorker } from '../../electron/workers/worker-process.ts';
import { failed } from '../../shared/contract/failure.ts';

/**
 * The work of a worker without the process, for tests that are about something else: starting a process takes longer than most
 * of them. What crosses the border is cloned, as between processes. It cannot be stopped; tests of that use real processes.
 */
export const inlineFork: ForkWorker = () => {
  let tell: ((message: unknown) => void) | null = null;
  let isStopped = false;
  const post = (message: FromWorker): void => tell?.(structuredClone(message));
  return {
    post(message) {
      if ((message as { readonly kind?: unknown }).kind === 'stop') {
        isStopped = true;
        return;
      }
      const { name, input } = structuredClone(message) as { readonly name: string; readonly input: unknown };
      runTask(name, input, { onProgress: (progress) => post({ kind: 'progress', progress }), isStopped: () => isStopped }).then(
        (reply) => post({ kind: 'done', reply }),
        (error: unknown) => post({ kind: 'done', reply: failed('internal', `The task ${name} failed: ${String(error)}`) }),
      );
    },
    onMessage: (listener) => {
      tell = listener;
    },
    onExit: () => undefined,
    kill: () => {
      tell = null;
    },
  };
};
