// Tests only: starts the worker of the build under test.
// oxlint-disable-next-line security/detect-child-process
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { onlyProvided } from './not-provided.ts';

const parentPort = pathToFileURL(path.join(import.meta.dirname, 'parent-port.ts')).href;

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(file: string, args: readonly string[], execArgv: readonly string[]) {
    super();
    // A child of our own, that gets a parent port as in Electron.
    this.#child = fork(file, args, { execArgv: [...execArgv, '--import', parentPort], serialization: 'advanced' });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code ?? 0));
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = onlyProvided('utilityProcess', {
  fork(file: string, args: readonly string[] = [], options: { readonly execArgv?: readonly string[]; readonly serviceName?: string } = {}) {
    if (!path.isAbsolute(file) || !existsSync(file)) throw new Error(`utilityProcess.fork: ${file} is not there`);
    return new UtilityProcess(file, args, options.execArgv ?? []);
  },
});
