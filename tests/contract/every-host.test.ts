import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { createApp, type App } from '../../renderer/store/store.ts';
import { events, type AnyEvent, type EventName } from '../../shared/contract/events.ts';
import { methodNames } from '../../shared/contract/methods.ts';
import { makeFolders, type Folders } from '../end-to-end/temporary-folders.ts';
import { comparable } from './comparable.ts';
import { contractHosts, type ContractHost } from './hosts.ts';
import { createCaller, walkThrough, type Answer } from './journey.ts';

type HostName = keyof typeof contractHosts;
const names = Object.keys(contractHosts) as HostName[];

interface Walked {
  readonly folder: string;
  readonly answers: readonly Answer[];
  readonly heard: readonly AnyEvent[];
  /** What a window made of the events, and what the host says, in the middle of the afternoon. */
  readonly byEvents: unknown;
  readonly byCalls: unknown;
  readonly bugs: readonly unknown[];
}

const walked = new Map<HostName, Walked>();
const made: Folders[] = [];

function listen(host: ContractHost): AnyEvent[] {
  const heard: AnyEvent[] = [];
  for (const name of Object.keys(events) as EventName[])
    host.client.subscribe(name, (payload) => heard.push({ name, payload } as unknown as AnyEvent));
  return heard;
}

/** The window's own store, fed by the host's events. */
function startStore(host: ContractHost): App {
  let lastId = 0;
  const app = createApp({
    client: host.client,
    now: () => 0,
    newId: () => String((lastId += 1)),
    describeFailure: ({ detail }, title) => ({ title, text: detail, details: null }),
  });
  app.start();
  return app;
}

async function walk(name: HostName): Promise<Walked> {
  const folders = await makeFolders();
  made.push(folders);
  const folder = folders.documentsFolder;
  const host = await contractHosts[name](folder);
  try {
    const heard = listen(host);
    const store = startStore(host);
    const caller = createCaller(host.client);
    await walkThrough(caller, folder);
    await caller.ask('engagement.open', { path: path.join(folder, 'harbour.landfall') });
    await caller.ask('machine.set-values', {
      machineIds: [(await caller.ask('machine.list', { offset: 0, limit: 1 })).rows[0]?.id ?? ''],
      values: { owner: 'Last word' },
    });
    const snapshot = await caller.ask('snapshot.get', {});
    const { rows } = await caller.ask('machine.list', { offset: 0, limit: 2000 });
    const state = store.store.getState;
    await vi.waitUntil(() => state().snapshot?.seq === snapshot?.seq && state().machines.length === rows.length, { timeout: 10_000 });
    const byEvents = { snapshot: state().snapshot, rows: state().machines };
    const callWithNothing = host.client.call as (method: string, input: object) => Promise<Answer['reply']>;
    for (const method of methodNames) {
      // What the afternoon does not call is called with nothing: also that has to be answered alike.
      if (caller.answers.every((answer) => answer.method !== method))
        caller.answers.push({ method, reply: await callWithNothing(method, {}) });
    }
    await caller.ask('engagement.close', {});
    await vi.waitUntil(() => heard.at(-1)?.name === 'engagement.closed', { timeout: 10_000 });
    return { folder, answers: caller.answers, heard, byEvents, byCalls: { snapshot, rows }, bugs: await host.bugs() };
  } finally {
    await host.close();
  }
}

beforeAll(async () => {
  for (const name of names) walked.set(name, await walk(name));
}, 180_000);

afterAll(async () => void (await Promise.all(made.map((folders) => folders.remove()))));

function of(name: HostName): Walked {
  const found = walked.get(name);
  if (found === undefined) throw new Error(`${name} was not walked through`);
  return found;
}

/** Progress comes as often as time allows; everything else comes exactly once. */
function named(heard: readonly AnyEvent[]): readonly string[] {
  return heard.filter((event) => event.name !== 'task.progress').map((event) => event.name);
}

describe.each(names)('the contract over %s', (name) => {
  it('gives the answers that it gives in one process, call by call', () => {
    const here = of(name);
    const reference = of('in-process');
    expect(here.answers.map((answer) => answer.method)).toEqual(reference.answers.map((answer) => answer.method));
    const own = comparable(here.answers, here.folder) as Answer[];
    const expected = comparable(reference.answers, reference.folder) as Answer[];
    // The one answer in which a host names itself, and what only a desktop has.
    const isAboutHost = (answer: Answer): boolean => answer.method === 'app.info';
    expect(own.filter((answer) => !isAboutHost(answer))).toEqual(expected.filter((answer) => !isAboutHost(answer)));
    const info = here.answers.find(isAboutHost)?.reply;
    expect(info).toMatchObject({ ok: true, value: { host: { 'in-process': 'in-process', loopback: 'loopback', ipc: 'electron' }[name] } });
  });

  it('answers every method, and nothing is a bug', () => {
    const { answers, bugs } = of(name);
    expect([...new Set(answers.map((answer) => answer.method))].toSorted()).toEqual(methodNames);
    expect(answers.filter(({ reply }) => !reply.ok && reply.failure.code === 'internal')).toEqual([]);
    expect(bugs).toEqual([]);
  });

  it('announces the same events in the same order, each as the contract says', () => {
    const { heard } = of(name);
    expect(named(heard)).toEqual(named(of('in-process').heard));
    for (const event of heard) expect(events[event.name].safeParse(event.payload)).toMatchObject({ success: true });
  });

  it('keeps a window that only listens in the state that the host has', () => {
    const { byEvents, byCalls } = of(name);
    expect(byEvents).toEqual(byCalls);
  });
});
