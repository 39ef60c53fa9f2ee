import { EventEmitter } from 'node:events';

import { sharedBrowser } from '../shared-browser.ts';
import { onlyProvided } from './not-provided.ts';
import { run } from './run-state.ts';
import { allWindows } from './windows.ts';

type Stoppable = { readonly preventDefault: () => void };

/** Runs of the app in this process by their user data folder: what the system's lock is in Electron. */
const KEY = Symbol.for('landfall.test.instances');
const shared = globalThis as { [KEY]?: Map<string, EventEmitter> };
const instances = (shared[KEY] ??= new Map());

const paths = new Map<string, string>();
const events = new EventEmitter();

/** Emits an event that a listener may stop; `true` when none did. */
export function isLetThrough(emitter: EventEmitter, name: string, ...more: readonly unknown[]): boolean {
  let isStopped = false;
  const event: Stoppable = { preventDefault: () => (isStopped = true) };
  emitter.emit(name, event, ...more);
  return !isStopped;
}

let isQuitting = false;

function quit(): void {
  if (isQuitting) return;
  isQuitting = true;
  if (!isLetThrough(events, 'before-quit') || allWindows().some((window) => !window.tryClose())) {
    isQuitting = false;
    return;
  }
  if (isLetThrough(events, 'will-quit')) end(0);
  else isQuitting = false;
}

function end(code: number): void {
  const folder = paths.get('userData') ?? '';
  if (instances.get(folder) === events) instances.delete(folder);
  void Promise.resolve(run.context?.close()).then(() => run.ended.resolve(code));
}

/** Called by a window that is gone: as in Electron, the app ends unless it listens. */
export function windowClosed(): void {
  if (isQuitting || allWindows().length > 0) return;
  if (events.listenerCount('window-all-closed') === 0) quit();
  else events.emit('window-all-closed');
}

async function whenReady(): Promise<void> {
  const browser = await sharedBrowser();
  run.context ??= await browser.newContext({
    viewport: run.options.viewport ?? { width: 1280, height: 720 },
    serviceWorkers: 'block',
    locale: 'en-GB',
    acceptDownloads: true,
  });
}

export const app = onlyProvided(
  'app',
  Object.assign(events, {
    isPackaged: false,
    enableSandbox: () => void (run.isSandboxEnabled = true),
    whenReady,
    setPath: (name: string, folder: string) => void paths.set(name, folder),
    requestSingleInstanceLock() {
      const folder = paths.get('userData') ?? '';
      const first = instances.get(folder);
      if (first === undefined) {
        instances.set(folder, events);
        return true;
      }
      first.emit('second-instance', {}, [...process.argv], process.cwd(), null);
      return false;
    },
    setAppUserModelId: () => undefined,
    setAboutPanelOptions: () => undefined,
    addRecentDocument: (file: string) => void run.recentDocuments.push(file),
    quit,
    exit: end,
  }),
);
