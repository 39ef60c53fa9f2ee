import path from 'node:path';

import type { App, AppParts, Log } from '../../electron/app-parts.ts';
import { assemble } from '../../electron/assemble.ts';
import { createNodeFork } from '../../electron/workers/fork-node-worker.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { AnyEvent, EventName, EventPayload } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { inlineFork } from './inline-fork.ts';

const PROJECT = path.join(import.meta.dirname, '../..');

/** Lines that went to the log, so that a test can say that nothing went wrong unseen. */
export interface RecordedLog extends Log {
  readonly lines: { readonly level: 'info' | 'warn' | 'error'; readonly message: string; readonly details: unknown }[];
}

export function recordLog(): RecordedLog {
  const lines: RecordedLog['lines'] = [];
  const at =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (message, details = {}) =>
      void lines.push({ level, message, details });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Workers in processes of their own, for tests that are about these. */
export const forkProcess = createNodeFork(path.join(PROJECT, 'electron/workers/worker.ts'));

export function testParts(folder: string, changes: Partial<AppParts> = {}): AppParts {
  return {
    hostKind: 'in-process',
    appVersion: '0.1.0',
    userDataFolder: path.join(folder, 'user data'),
    documentsFolder: folder,
    resourcesFolder: path.join(PROJECT, 'resources'),
    machineName: 'test-laptop',
    personName: 'Test Person',
    fork: inlineFork,
    dialogs: null,
    log: recordLog(),
    azure: { fetch: () => Promise.reject(new Error('tests reach no network')), secretBox: null, openBrowser: () => Promise.resolve() },
    ...changes,
  };
}

/** The dispatcher and event hub as the client of the window. */
export function clientOf(app: Pick<App, 'dispatch' | 'hub'>): Client {
  return {
    call: async (name, input) => (await app.dispatch(name, input)) as Reply<never>,
    subscribe: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) =>
      app.hub.subscribe((event) => {
        if (event.name === name) listener(event.payload as EventPayload<E>);
      }),
  };
}

export interface TestApp {
  readonly app: App;
  readonly log: RecordedLog;
  readonly events: AnyEvent[];
  /** Calls and fails the test when the reply is a failure. */
  readonly ask: <M extends MethodName>(name: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  /** Calls and fails the test when the reply is none. */
  readonly failureOf: <M extends MethodName>(name: M, input: MethodInput<M>) => Promise<{ readonly code: string; readonly detail: string }>;
}

/** The whole app in this process, with real files in `folder`. Close it with `app.close()`. */
export function startTestApp(folder: string, changes: Partial<AppParts> = {}): TestApp {
  const log = recordLog();
  const app = assemble(testParts(folder, { log, ...changes }));
  const events: AnyEvent[] = [];
  app.hub.subscribe((event) => events.push(event));
  return {
    app,
    log,
    events,
    async ask(name, input) {
      const reply = (await app.dispatch(name, input)) as Reply<never>;
      if (!reply.ok) throw new Error(`${name}: ${reply.failure.code} – ${reply.failure.detail}`);
      return reply.value;
    },
    async failureOf(name, input) {
      const reply = await app.dispatch(name, input);
      if (reply.ok) throw new Error(`${name} was expected to be refused`);
      return { code: reply.failure.code, detail: reply.failure.detail };
    },
  };
}

/** Hands bytes over as the window does. */
export async function upload(test: Pick<TestApp, 'ask'>, name: string, bytes: Uint8Array): Promise<string> {
  const { uploadId } = await test.ask('upload.start', { name, sizeBytes: bytes.byteLength });
  await test.ask('upload.chunk', { uploadId, offset: 0, base64: Buffer.from(bytes).toString('base64') });
  return uploadId;
}
