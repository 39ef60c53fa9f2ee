// SECURITY: only our own worker file is started, with fixed arguments.
// oxlint-disable-next-line security/detect-child-process
import { fork } from 'node:child_process';

import type { ForkWorker } from './worker-process.ts';

interface Options {
  readonly memoryLimitMiB?: number;
  /** What a dying worker says of itself; for the log, never for the person, who gets a sentence. */
  readonly onComplaint?: (text: string) => void;
}

/** A worker process in plain Node; `workerFile` is out/main/worker.js, or worker.ts in tests. */
export function createNodeFork(workerFile: string, { memoryLimitMiB = 3072, onComplaint }: Options = {}): ForkWorker {
  return () => {
    const child = fork(workerFile, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${memoryLimitMiB}`],
      env: { ...process.env, LANDFALL_WORKER: '1' },
    });
    // Read also when nobody wants it: a full pipe would stop the worker.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => onComplaint?.(text.slice(0, 2000)));
    return {
      post: (message) => {
        if (child.connected) child.send(message as object);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        let isTold = false;
        const tell = (code: number | null): void => {
          if (!isTold) listener(code);
          isTold = true;
        };
        child.once('exit', tell);
        child.once('error', () => tell(null));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
