import type { ForkWorker } from './worker-process.ts';

/** What is needed of Electron's `UtilityProcess`. */
interface UtilityProcess {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown;
  readonly once: (event: 'exit', listener: (code: number) => void) => unknown;
  readonly kill: () => boolean;
}

type Fork = (modulePath: string, args: string[], options: { readonly serviceName: string; readonly execArgv: string[] }) => UtilityProcess;

/** A worker process by Electron's `utilityProcess.fork`: Node without a window, also from inside a packed app. `workerFile` is out/main/worker.js. */
export function createUtilityFork(fork: Fork, workerFile: string, memoryLimitMiB = 3072): ForkWorker {
  return () => {
    const child = fork(workerFile, [], { serviceName: 'Landfall worker', execArgv: [`--max-old-space-size=${memoryLimitMiB}`] });
    let isKilled = false;
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', (code) => listener(isKilled ? null : code)),
      kill: () => {
        isKilled = true;
        child.kill();
      },
    };
  };
}
