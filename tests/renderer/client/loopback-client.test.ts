import { describe, expect, it } from 'vitest';

import { createLoopbackClient, type EventStream } from '../../../renderer/client/loopback-client.ts';
import { success } from '../../../shared/contract/failure.ts';

function start(answer: () => Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  const streams: (EventStream & { isClosed: boolean })[] = [];
  const client = createLoopbackClient({
    fetch: (url, init) => {
      sent.push({ url, init });
      return answer();
    },
    openEvents: () => {
      const stream = { onopen: null, onmessage: null, onerror: null, isClosed: false, close: () => void (stream.isClosed = true) };
      streams.push(stream);
      return stream;
    },
  });
  return { client, sent, streams };
}

const answers =
  (body: unknown, status = 200) =>
  () =>
    Promise.resolve(Response.json(body, { status }));

describe('the loopback client', () => {
  it('posts a call as JSON and hands the reply on', async () => {
    const { client, sent } = start(answers(success({ seq: 1, rows: [], total: 0 })));
    const reply = await client.call('machine.list', { offset: 0, limit: 10 });
    expect({ reply, url: sent[0]?.url, body: sent[0]?.init.body, method: sent[0]?.init.method }).toEqual({
      reply: { ok: true, value: { seq: 1, rows: [], total: 0 } },
      url: '/call/machine.list',
      body: '{"offset":0,"limit":10}',
      method: 'POST',
    });
  });

  it('hands a refusal of the host on, calls a dead host offline and nonsense internal', async () => {
    const refusal = { ok: false, failure: { code: 'forbidden', retry: 'never', detail: 'No.' } };
    expect(await start(answers(refusal, 403)).client.call('snapshot.get', {})).toEqual(refusal);
    const dead = start(() => Promise.reject(new TypeError('fetch failed')));
    expect(await dead.client.call('snapshot.get', {})).toMatchObject({ ok: false, failure: { code: 'offline', retry: 'now' } });
    for (const body of [null, 5, {}, { ok: 'yes' }, { ok: false, failure: 'no' }])
      expect(await start(answers(body)).client.call('snapshot.get', {})).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });

  it('sends no call before it hears events, so that no change goes unheard', async () => {
    const { client, sent, streams } = start(answers(success(null)));
    client.subscribe('engagement.closed', () => undefined);
    const reply = client.call('snapshot.get', {});
    await Promise.resolve();
    expect(sent).toEqual([]);
    streams[0]?.onopen?.(new Event('open'));
    expect(await reply).toEqual({ ok: true, value: null });
  });

  it('uses one stream for all subscriptions, closes it with the last, and ignores what is no event', () => {
    const { client, streams } = start(answers(success(null)));
    const heard: unknown[] = [];
    const ends = [
      client.subscribe('engagement.opened', (payload) => heard.push(payload)),
      client.subscribe('engagement.opened', (payload) => heard.push(payload)),
    ];
    const [stream] = streams;
    for (const data of ['{"name":"engagement.opened","payload":{"path":"/a"}}', 'no JSON', '{"name":"nothing","payload":1}', '5'])
      stream?.onmessage?.(new MessageEvent('message', { data }));
    ends[0]?.();
    expect({ heard, count: streams.length, isClosed: stream?.isClosed }).toEqual({
      heard: [{ path: '/a' }, { path: '/a' }],
      count: 1,
      isClosed: false,
    });
    ends[1]?.();
    expect(stream?.isClosed).toBe(true);
  });
});
