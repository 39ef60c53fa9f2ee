import { describe, expect, it } from 'vitest';

import { createDispatch } from '../../../electron/host/dispatch.ts';
import { createEventHub } from '../../../electron/host/event-hub.ts';
import type { Handlers } from '../../../electron/host/handlers.ts';
import { success } from '../../../shared/contract/failure.ts';
import { recordLog } from '../../support/test-app.ts';

function dispatchTo(handlers: Partial<Handlers>, checkOutputs = false) {
  const log = recordLog();
  return { log, dispatch: createDispatch(handlers as Handlers, { log, checkOutputs }) };
}

describe('dispatch', () => {
  it('hands a handler what the schema makes of the input, and its reply back', async () => {
    const { dispatch } = dispatchTo({
      'search.find': (input) =>
        success([{ ...input, kind: 'machine', id: '', title: input.text, detail: String(input.limit), screen: '' }]),
    });
    expect(await dispatch('search.find', { text: 'x' })).toMatchObject({ ok: true, value: [{ title: 'x', detail: '20' }] });
  });

  it('names the field that is wrong', async () => {
    const { dispatch } = dispatchTo({});
    expect(await dispatch('machine.list', { offset: -1, limit: 5 })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', detail: expect.stringMatching(/^machine\.list: offset – Too small.*\.$/) as unknown },
    });
  });

  it('turns a bug into a failure without its words, and the log has the stack', async () => {
    const { dispatch, log } = dispatchTo({
      'snapshot.get': () => {
        throw new Error('secret of the inside');
      },
    });
    const reply = await dispatch('snapshot.get', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('secret of the inside');
    expect(JSON.stringify(log.lines)).toContain('secret of the inside');
  });

  it('does not begin a call that was cancelled before', async () => {
    let wasCalled = false;
    const { dispatch } = dispatchTo({
      'snapshot.get': () => {
        wasCalled = true;
        return success(null);
      },
    });
    expect(await dispatch('snapshot.get', {}, AbortSignal.abort())).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(wasCalled).toBe(false);
  });

  it('shows a test an answer that the contract does not allow', async () => {
    const wrong = { 'snapshot.get': () => success({ seq: 'one' }) } as unknown as Handlers;
    expect(await dispatchTo(wrong, true).dispatch('snapshot.get', {})).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(await dispatchTo(wrong, false).dispatch('snapshot.get', {})).toMatchObject({ ok: true });
  });
});

describe('the event hub', () => {
  it('tells everybody, also when one of them stumbles, until they end their subscription', () => {
    const stumbles: unknown[] = [];
    const hub = createEventHub((error) => stumbles.push(error));
    const heard: string[] = [];
    const listener = (): void => void heard.push('x');
    hub.subscribe(() => {
      throw new Error('stumbled');
    });
    const end = hub.subscribe(listener);
    hub.subscribe(listener);
    hub.publish({ name: 'engagement.closed', payload: {} });
    end();
    hub.publish({ name: 'engagement.closed', payload: {} });
    expect({ heard: heard.length, stumbles: stumbles.length }).toEqual({ heard: 3, stumbles: 2 });
  });
});
