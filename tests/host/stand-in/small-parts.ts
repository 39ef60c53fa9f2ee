import { EventEmitter } from 'node:events';

import { onlyProvided } from './not-provided.ts';
import { run } from './run-state.ts';

export const protocol = onlyProvided('protocol', {
  registerSchemesAsPrivileged(
    schemes: readonly { readonly scheme: string; readonly privileges: { readonly standard?: boolean; readonly secure?: boolean } }[],
  ) {
    for (const { scheme, privileges } of schemes) run.schemes.set(scheme, privileges);
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void run.schemeHandlers.set(scheme, handler),
});

export const shell = onlyProvided('shell', {
  openExternal(address: string) {
    run.opened.push(address);
    return Promise.resolve();
  },
});

export const crashReporter = onlyProvided('crashReporter', {
  start(options: { readonly uploadToServer?: boolean; readonly submitURL?: string }) {
    if (options.uploadToServer !== false) throw new Error('Crash reports must stay on this computer.');
    run.crashReports = options;
  },
});

let lastBlocker = 0;

export const powerSaveBlocker = onlyProvided('powerSaveBlocker', {
  start() {
    lastBlocker += 1;
    run.powerBlockers.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id: number) => run.powerBlockers.delete(id),
});

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly #words: { readonly title: string; readonly body: string };

  constructor(words: { readonly title: string; readonly body: string }) {
    super();
    this.#words = words;
  }
  show(): void {
    run.notifications.push({ ...this.#words, click: () => void this.emit('click') });
  }
}

/** No request leaves a test by itself. */
export const net = onlyProvided('net', {
  fetch: (address: string) => Promise.reject(new Error(`net::ERR_INTERNET_DISCONNECTED at ${new URL(address).host}`)),
});

/** As on a computer without a keyring. */
export const safeStorage = onlyProvided('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => 'basic_text',
});
