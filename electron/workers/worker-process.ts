/** A child process that computes; made by `child_process.fork` in Node and by `utilityProcess.fork` in Electron. */
export interface WorkerProcess {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, with the exit code, or `null` when it was killed. */
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
}

export type ForkWorker = () => WorkerProcess;
