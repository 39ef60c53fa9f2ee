import { failed, type Reply } from '../../shared/contract/failure.ts';
import type { TaskName, Tasks } from './tasks.ts';
import type { ForkWorker } from './worker-process.ts';

export interface RunOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly timeLimitMs: number;
  readonly onProgress?: (progress: Progress) => void;
  /** What is being worked on, for the sentence when it goes wrong, e.g. a file name. */
  readonly subject: string;
  /** Being stopped, the task is asked to give what it has and has so long for it; without it the task is ended at once. */
  readonly stopGraceMs?: number;
}

/** What a worker sends back. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: unknown }
  | { readonly kind: 'done'; readonly reply: Reply<unknown> };

/**
 * Runs one task in a process of its own and ends the process. Whatever the input does there (endless loop, memory, crash),
 * the main process only sees a failure with one sentence.
 */
export function runInWorker<N extends TaskName>(
  fork: ForkWorker,
  name: N,
  input: Tasks[N]['input'],
  options: RunOptions<Tasks[N]['progress']>,
): Promise<Reply<Tasks[N]['output']>> {
  const { signal, timeLimitMs, subject } = options;
  if (signal?.aborted === true) return Promise.resolve(failed('cancelled', `${subject}: stopped.`));
  return new Promise((resolve) => {
    const worker = fork();
    let isSettled = false;
    const settle = (reply: Reply<unknown>): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener('abort', onAbort);
      worker.kill();
      resolve(reply as Reply<Tasks[N]['output']>);
    };
    let grace: ReturnType<typeof setTimeout> | undefined;
    const giveUp = (): void => settle(failed('cancelled', `${subject}: stopped.`));
    const onAbort = (): void => {
      if (options.stopGraceMs === undefined) return giveUp();
      worker.post({ kind: 'stop' });
      grace = setTimeout(giveUp, options.stopGraceMs);
    };
    const seconds = Math.round(timeLimitMs / 1000);
    const timer = setTimeout(
      () =>
        settle(
          failed(
            'invalid-input',
            `${subject}: this took longer than ${seconds} seconds and was stopped. Nothing was stored; split the file or export it again.`,
          ),
        ),
      timeLimitMs,
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.onMessage((message) => {
      const told = message as FromWorker;
      if (told.kind === 'progress') options.onProgress?.(told.progress as Tasks[N]['progress']);
      else settle(told.reply);
    });
    worker.onExit((code) =>
      settle(
        failed(
          'invalid-input',
          `${subject}: the helper process stopped (${code ?? 'killed'}), most likely for want of memory. Nothing was stored; split the file.`,
        ),
      ),
    );
    worker.post({ name, input });
  });
}
