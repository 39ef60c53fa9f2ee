// oxlint-disable-next-line security/detect-child-process
import { spawn, type ChildProcess } from 'node:child_process';

import { afterEach } from 'vitest';

const running = new Set<ChildProcess>();

export interface StartedChild {
  readonly pid: number;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Resolves when it has printed the text; rejects when it ends before. */
  readonly says: (text: string) => Promise<void>;
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Runs a TypeScript file in a process of its own; whatever still runs after the test is ended. */
export function startChild(file: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = process.env): StartedChild {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  running.add(child);
  let printed = '';
  let complaints = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
      for (const listener of listeners) listener();
    });
  });
  return {
    pid: child.pid ?? -1,
    printed: () => printed,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (printed.includes(text)) resolve();
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`ended without “${text}”: ${printed}${complaints}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
  };
}

export function useChildren(): void {
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });
}
