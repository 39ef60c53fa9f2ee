import { mkdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';

import { assemble } from '../../electron/assemble.ts';
import { serveOverLoopback } from '../../electron/host/serve-over-loopback.ts';
import { createLoopbackClient, type EventStream } from '../../renderer/client/loopback-client.ts';
import type { Client } from '../../shared/contract/client.ts';
import { events, type EventName } from '../../shared/contract/events.ts';
import { startDesktop } from '../end-to-end/harness-desktop.ts';
import { closeSharedBrowser } from '../host/shared-browser.ts';
import { clientOf, recordLog, testParts } from '../support/test-app.ts';

export interface ContractHost {
  readonly client: Client;
  readonly documentsFolder: string;
  /** Lines of the log that tell of a bug. */
  readonly bugs: () => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

export type StartContractHost = (folder: string) => Promise<ContractHost>;

const userDataIn = (folder: string): string => path.join(folder, 'user data');

async function inProcess(folder: string): Promise<ContractHost> {
  const log = recordLog();
  const app = assemble(testParts(folder, { log }));
  return {
    client: clientOf(app),
    documentsFolder: folder,
    bugs: () => Promise.resolve(log.lines.filter((line) => line.level === 'error')),
    close: app.close,
  };
}

/** The server and the client of the window, over real sockets. Only what a browser adds by itself is added here. */
async function overLoopback(folder: string): Promise<ContractHost> {
  const log = recordLog();
  const app = assemble(testParts(folder, { log, hostKind: 'loopback' }));
  const server = await serveOverLoopback({ dispatch: app.dispatch, hub: app.hub, rendererFolder: folder });
  const origin = `http://127.0.0.1:${server.port}`;
  const entry = await fetch(server.newAddress(), { redirect: 'manual' });
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
  const client = createLoopbackClient({
    fetch: (place, init) =>
      fetch(`${origin}${place}`, { ...init, headers: { ...(init.headers as Record<string, string>), origin, cookie } }),
    openEvents: (place) => openEvents(`${origin}${place}`, cookie),
  });
  return {
    client,
    documentsFolder: folder,
    bugs: () => Promise.resolve(log.lines.filter((line) => line.level === 'error')),
    async close() {
      await server.close();
      await app.close();
    },
  };
}

/** As much of `EventSource` as the client uses; Node has none of its own. */
function openEvents(address: string, cookie: string): EventStream {
  const outgoing = httpRequest(address, { headers: { cookie } });
  const stream: EventStream = { onopen: null, onmessage: null, onerror: null, close: () => outgoing.destroy() };
  outgoing.on('error', () => stream.onerror?.(new Event('error')));
  outgoing.on('response', (incoming) => {
    let waiting = '';
    stream.onopen?.(new Event('open'));
    incoming.setEncoding('utf8');
    incoming.on('error', () => undefined);
    incoming.on('data', (piece: string) => {
      const blocks = (waiting + piece).split('\n\n');
      waiting = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '));
        if (data !== undefined) stream.onmessage?.(new MessageEvent('message', { data: data.slice('data: '.length) }));
      }
    });
  });
  outgoing.end();
  return stream;
}

/** The built main process and preload over the stand-in for Electron: what the page calls goes through IPC. */
async function overIpc(folder: string): Promise<ContractHost> {
  await mkdir(folder, { recursive: true });
  // What the page makes of it all is looked at elsewhere; here the page only carries calls.
  const faults = { cspViolations: [], consoleErrors: [] };
  const viewport = { width: 1280, height: 720 };
  const app = await startDesktop({ userDataFolder: userDataIn(folder), documentsFolder: folder, viewport, faults, blocked: [], args: [] });
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  await app.page.exposeFunction('landfallTestHears', (name: EventName, payload: never) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  });
  await app.page.evaluate(
    (names) => {
      const page = globalThis as unknown as { landfall: Client; landfallTestHears: (name: string, payload: unknown) => void };
      for (const name of names) page.landfall.subscribe(name, (payload) => page.landfallTestHears(name, payload));
    },
    Object.keys(events) as EventName[],
  );
  return {
    documentsFolder: folder,
    bugs: () => errorsIn(path.join(userDataIn(folder), 'landfall.log')),
    client: {
      call: async (name, input) => {
        const sent = [name, input] as const;
        const reply: unknown = await app.page.evaluate(
          ([method, value]) => (globalThis as unknown as { landfall: Client }).landfall.call(method as typeof name, value as typeof input),
          sent,
        );
        return reply as Awaited<ReturnType<Client['call']>> as never;
      },
      subscribe(name, listener) {
        const known = listeners.get(name) ?? new Set();
        listeners.set(name, known.add(listener));
        return () => void known.delete(listener);
      },
    },
    async close() {
      await app.close();
      await closeSharedBrowser();
    },
  };
}

async function errorsIn(logFile: string): Promise<readonly unknown[]> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as { readonly level: string }).filter((line) => line.level === 'error');
}

export const contractHosts: Readonly<Record<'in-process' | 'loopback' | 'ipc', StartContractHost>> = {
  'in-process': inProcess,
  loopback: overLoopback,
  ipc: overIpc,
};
