import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { createEventHub } from '../../../electron/host/event-hub.ts';
import type { Dispatch, EventHub } from '../../../electron/host/handlers.ts';
import { serveOverLoopback, type LoopbackServer } from '../../../electron/host/serve-over-loopback.ts';
import { success } from '../../../shared/contract/failure.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const running: LoopbackServer[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map((server) => server.close()))));

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

interface Started {
  readonly server: LoopbackServer;
  readonly hub: EventHub;
  readonly calls: { method: unknown; input: unknown }[];
  readonly send: (ask: Ask) => Promise<Answer>;
  /** What our own page sends. */
  readonly own: Record<string, string>;
}

async function start(changes: { dispatch?: Dispatch; maxBodyBytes?: number } = {}): Promise<Started> {
  const rendererFolder = path.join(await newFolder(), 'renderer');
  await mkdir(rendererFolder);
  await writeFile(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Landfall</title>');
  await writeFile(path.join(rendererFolder, '../secret.html'), 'outside');
  const hub = createEventHub(() => undefined);
  const calls: { method: unknown; input: unknown }[] = [];
  const dispatch: Dispatch = (method, input) => {
    calls.push({ method, input });
    return Promise.resolve(success({ heard: input }));
  };
  const server = await serveOverLoopback({ dispatch, hub, rendererFolder, ...changes });
  running.push(server);
  const send = ({ method = 'GET', path: requestPath = '/', headers = {}, body }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest({ host: '127.0.0.1', port: server.port, method, path: requestPath, headers }, (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(pieces).toString() }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const entry = await send({ path: new URL(server.newAddress()).pathname + new URL(server.newAddress()).search });
  const cookie = entry.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const own = { cookie, origin: `http://127.0.0.1:${server.port}`, 'content-type': 'application/json' };
  return { server, hub, calls, send, own };
}

describe('the ticket', () => {
  it('becomes a cookie that scripts cannot read and other sites cannot send, once', async () => {
    const { server, send } = await start();
    const address = new URL(server.newAddress());
    const first = await send({ path: `/${address.search}` });
    const second = await send({ path: `/${address.search}` });
    expect({ status: first.status, location: first.headers.location }).toEqual({ status: 303, location: '/' });
    expect(first.headers['set-cookie']?.[0]).toMatch(/^landfall-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(second.status).toBe(403);
    expect(second.text).toContain('was used before');
  });

  it('is worth nothing once a newer one was asked for, or when it is guessed', async () => {
    const { server, send } = await start();
    const old = new URL(server.newAddress());
    server.newAddress();
    expect((await send({ path: `/${old.search}` })).status).toBe(403);
    expect((await send({ path: '/?ticket=' })).status).toBe(403);
  });

  it('does not lock out a page that is in already', async () => {
    const { server, send, own } = await start();
    const old = new URL(server.newAddress());
    await send({ path: `/${old.search}` });
    const again = await send({ path: `/${old.search}`, headers: { cookie: own['cookie'] ?? '' } });
    expect({ status: again.status, location: again.headers.location }).toEqual({ status: 303, location: '/' });
  });
});

describe('what is turned away before anything is dispatched', () => {
  const cases: readonly [string, Ask, number][] = [
    ['a name that was pointed at this computer (DNS rebinding)', { headers: { host: 'landfall.example' } }, 421],
    ['the right host on another port', { headers: { host: '127.0.0.1:1' } }, 421],
    ['localhost, which may be somebody else on IPv6', { headers: { host: 'localhost' } }, 421],
    ['another page', { headers: { origin: 'https://other.example' } }, 403],
    ['a sandboxed page', { headers: { origin: 'null' } }, 403],
    ['a call without an origin', { headers: { origin: '' } }, 403],
    ['a page on the same computer that is not ours', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['a wrong cookie', { headers: { cookie: 'landfall=guess' } }, 403],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text, which needs no permission across sites', { headers: { 'content-type': 'text/plain' } }, 415],
    ['reading a call', { method: 'GET' }, 405],
    ['a method of another kind', { method: 'PUT' }, 405],
    ['a permission question across sites', { method: 'OPTIONS' }, 405],
    ['half a JSON text', { body: '{"a":' }, 400],
    ['bytes that are no UTF-8', { body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400],
  ];
  it.each(cases)('%s', async (_name, ask, status) => {
    const { send, own, calls, server } = await start();
    const headers = { ...own, host: `127.0.0.1:${server.port}`, ...ask.headers };
    const answer = await send({ method: 'POST', path: '/call/app.info', body: '{}', ...ask, headers });
    expect({ status: answer.status, calls }).toEqual({ status, calls: [] });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, failure: { detail: expect.stringMatching(/\.$/) as unknown } });
  });

  it('a body that is too large, announced or not', async () => {
    const { send, own, calls } = await start({ maxBodyBytes: 1024 });
    const body = JSON.stringify({ text: 'x'.repeat(2000) });
    const announced = await send({
      method: 'POST',
      path: '/call/app.info',
      headers: { ...own, 'content-length': String(body.length) },
      body,
    });
    const unannounced = await send({ method: 'POST', path: '/call/app.info', headers: { ...own, 'transfer-encoding': 'chunked' }, body });
    expect([announced.status, unannounced.status, calls.length]).toEqual([413, 413, 0]);
  });

  it('everything without the cookie, also the page and the events', async () => {
    const { send } = await start();
    const answers = await Promise.all(['/', '/index.html', '/events', '/call/app.info'].map((place) => send({ path: place })));
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  });
});

describe('what is let in', () => {
  it('hands a call to the dispatcher and its reply back, whatever the reply says', async () => {
    const { send, own, calls } = await start();
    const answer = await send({ method: 'POST', path: '/call/search.find', headers: own, body: '{"text":"ä"}' });
    expect({ status: answer.status, reply: JSON.parse(answer.text) as unknown, calls }).toEqual({
      status: 200,
      reply: { ok: true, value: { heard: { text: 'ä' } } },
      calls: [{ method: 'search.find', input: { text: 'ä' } }],
    });
  });

  it('serves the window with a policy that allows no inline script or style', async () => {
    const { send, own } = await start();
    const page = await send({ headers: { cookie: own['cookie'] ?? '' } });
    expect({ status: page.status, type: page.headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('reads no file outside the window, however its path is written', async () => {
    const { send, own } = await start();
    const paths = ['/../secret.html', '/..%2fsecret.html', '/%2e%2e/secret.html', '/..%5csecret.html', '/%00', '/%', '/nothing.html'];
    const answers = await Promise.all(paths.map((place) => send({ path: place, headers: { cookie: own['cookie'] ?? '' } })));
    expect(answers.map((answer) => answer.status)).toEqual(paths.map(() => 404));
    const withHost = await send({ path: '//secret.html', headers: { cookie: own['cookie'] ?? '' } });
    expect(withHost.status).toBe(400);
  });

  it('cancels the call when the caller goes away', async () => {
    let wasAborted: (() => void) | null = null;
    const aborted = new Promise<void>((resolve) => (wasAborted = resolve));
    const { server, own } = await start({
      dispatch: (_method, _input, signal) =>
        new Promise(() => {
          signal?.addEventListener('abort', () => wasAborted?.());
          outgoing.destroy();
        }),
    });
    const outgoing = httpRequest({ host: '127.0.0.1', port: server.port, method: 'POST', path: '/call/plan.make', headers: own });
    outgoing.on('error', () => undefined);
    outgoing.end('{}');
    await expect(aborted).resolves.toBeUndefined();
  });
});

describe('events', () => {
  function listen(started: Started, headers: Record<string, string> = {}): { text: () => string; end: () => void; opened: Promise<void> } {
    let text = '';
    let end = (): void => undefined;
    const opened = new Promise<void>((resolve, reject) => {
      const outgoing = httpRequest(
        { host: '127.0.0.1', port: started.server.port, path: '/events', headers: { cookie: started.own['cookie'] ?? '', ...headers } },
        (incoming) => {
          incoming.on('data', (piece: Buffer) => {
            text += piece.toString();
            resolve();
          });
          incoming.on('error', () => undefined);
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
      end = () => outgoing.destroy();
    });
    return { text: () => text, end: () => end(), opened };
  }

  it('reach every page that listens, and those missed come when it connects again', async () => {
    const started = await start();
    const first = listen(started);
    await first.opened;
    started.hub.publish({ name: 'engagement.closed', payload: {} });
    started.hub.publish({ name: 'engagement.opened', payload: { path: '/one\ntwo' } });
    await expect.poll(first.text).toContain('id: 2\ndata: {"name":"engagement.opened","payload":{"path":"/one\\ntwo"}}\n\n');
    first.end();
    const again = listen(started, { 'last-event-id': '1' });
    await again.opened;
    await expect.poll(again.text).toContain('id: 2\n');
    expect(again.text()).not.toContain('id: 1\n');
    again.end();
  });
});
