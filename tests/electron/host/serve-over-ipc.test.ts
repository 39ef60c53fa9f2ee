import { expect, test } from 'vitest';

import { createEventHub } from '../../../electron/host/event-hub.ts';
import type { Dispatch } from '../../../electron/host/handlers.ts';
import { serveOverIpc, type CallEvent, type Page } from '../../../electron/host/serve-over-ipc.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../shared/contract/channels.ts';
import type { AnyEvent } from '../../../shared/contract/events.ts';
import { success } from '../../../shared/contract/failure.ts';
import { recordLog } from '../../support/test-app.ts';

const ORIGIN = 'app://landfall';
const CLOSED: AnyEvent = { name: 'engagement.closed', payload: {} };

interface FakePage extends Page {
  readonly heard: unknown[];
  readonly end: (event: 'destroyed' | 'render-process-gone') => void;
}

function fakePage(address: string, isDestroyed = false): FakePage {
  const heard: unknown[] = [];
  const listeners: [string, () => void][] = [];
  return {
    heard,
    end: (event) => listeners.forEach(([name, listener]) => (name === event ? listener() : undefined)),
    id: 1,
    getURL: () => address,
    isDestroyed: () => isDestroyed,
    send: (channel, message) => void heard.push([channel, message]),
    once: (event: string, listener: () => void) => listeners.push([event, listener]),
  };
}

function serve(pages: readonly Page[] = []) {
  const handlers = new Map<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>();
  const calls: { readonly method: unknown; readonly input: unknown; readonly signal: AbortSignal | undefined }[] = [];
  const dispatch: Dispatch = (method, input, signal) => {
    calls.push({ method, input, signal });
    return Promise.resolve(success('answered'));
  };
  const hub = createEventHub(() => undefined);
  const log = recordLog();
  const ipcMain = {
    handle: (channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>) => void handlers.set(channel, listener),
    removeHandler: (channel: string) => void handlers.delete(channel),
  };
  const end = serveOverIpc({ ipcMain, dispatch, hub, origin: ORIGIN, pages: () => pages, log });
  const call = (event: CallEvent, ...args: unknown[]) => handlers.get(CALL_CHANNEL)?.(event, ...args);
  return { call, calls, handlers, hub, log, end };
}

const ours = { origin: ORIGIN, parent: null };

test('a call from the top frame of our own page reaches the dispatcher with method and input', async () => {
  const { call, calls } = serve();
  expect(await call({ sender: fakePage(`${ORIGIN}/`), senderFrame: ours }, 'app.info', { a: 1 })).toEqual(success('answered'));
  expect(calls).toMatchObject([{ method: 'app.info', input: { a: 1 } }]);
});

test.each([
  ['another origin', { origin: 'https://example.org', parent: null }],
  ['an origin that only begins like ours', { origin: 'app://landfall.example', parent: null }],
  ['a frame inside the page', { origin: ORIGIN, parent: {} }],
  ['a frame that is gone', null],
])('a call from %s is refused and told to the log, and nothing is dispatched', async (_what, senderFrame) => {
  const { call, calls, log } = serve();
  expect(await call({ sender: fakePage('https://example.org/'), senderFrame }, 'app.info', {})).toMatchObject({
    ok: false,
    failure: { code: 'forbidden' },
  });
  expect(calls).toEqual([]);
  expect(log.lines).toMatchObject([{ level: 'warn' }]);
});

test('events reach only pages that live and show our origin', () => {
  const pages = [fakePage(`${ORIGIN}/`), fakePage('https://example.org/'), fakePage(`${ORIGIN}.example/`), fakePage(`${ORIGIN}/`, true)];
  const { hub } = serve(pages);
  hub.publish(CLOSED);
  expect(pages.map((page) => page.heard)).toEqual([[[EVENT_CHANNEL, CLOSED]], [], [], []]);
});

test.each(['destroyed', 'render-process-gone'] as const)(
  'calls of a page are cancelled when it is %s; the page loaded again has a new signal',
  async (end) => {
    const { call, calls } = serve();
    const sender = fakePage(`${ORIGIN}/`);
    await call({ sender, senderFrame: ours }, 'app.info', {});
    expect(calls[0]?.signal?.aborted).toBe(false);
    sender.end(end);
    expect(calls[0]?.signal?.aborted).toBe(true);
    await call({ sender, senderFrame: ours }, 'app.info', {});
    expect(calls[1]?.signal?.aborted).toBe(false);
  },
);

test('ending the host takes away the channel and the events', () => {
  const page = fakePage(`${ORIGIN}/`);
  const { end, handlers, hub } = serve([page]);
  end();
  hub.publish(CLOSED);
  expect([handlers.size, page.heard]).toEqual([0, []]);
});
