import path from 'node:path';

import { expect, it } from 'vitest';

import { methodNames } from '../../shared/contract/methods.ts';
import { seededRandom, wholeNumber } from '../support/seeded-random.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { inputShape, malformedInput } from './malformed-input.ts';

const newFolder = useTemporaryFolders();
const CALLS_PER_METHOD = 10_000;
const CALLS_AT_ONCE = 500;

async function startWithEngagement(folder: string): Promise<TestApp> {
  const test = startTestApp(folder);
  await test.ask('engagement.open-sample', {});
  return test;
}

async function stateOf({ ask }: TestApp): Promise<unknown> {
  const [snapshot, journal, info, recent] = await Promise.all([
    ask('snapshot.get', {}),
    ask('journal.list', { limit: 100 }),
    ask('app.info', {}),
    ask('engagement.list-recent', {}),
  ]);
  return { snapshot, journal, info, recent };
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    ['bigint', 'symbol', 'function', 'undefined'].includes(typeof member) ? `(${typeof member})` : member,
  ).slice(0, 500);
}

it('every method takes an object and refuses what it does not know in it', () => {
  const open = methodNames.filter((method) => {
    const shape = inputShape(method);
    return shape.type !== 'object' || shape.additionalProperties !== false;
  });
  expect(open).toEqual([]);
});

it(
  `${CALLS_PER_METHOD} malformed calls of each method get invalid-input; nothing crashes, nothing is written`,
  { timeout: 300_000 },
  async () => {
    const folder = await newFolder();
    const test = await startWithEngagement(folder);
    const before = await stateOf(test);
    const eventCount = test.events.length;
    for (const [index, method] of methodNames.entries()) {
      const random = seededRandom(1000 + index);
      const shape = inputShape(method);
      for (let done = 0; done < CALLS_PER_METHOD; done += CALLS_AT_ONCE) {
        const inputs = Array.from({ length: CALLS_AT_ONCE }, () => malformedInput(shape, random));
        const replies = await Promise.all(inputs.map((input) => test.app.dispatch(method, input)));
        const wrong = replies.findIndex((reply) => reply.ok || reply.failure.code !== 'invalid-input');
        if (wrong >= 0) throw new Error(`${method} ${shown(inputs[wrong])} was answered ${shown(replies[wrong])}`);
      }
    }
    expect(await stateOf(test)).toEqual(before);
    expect({ events: test.events.length, log: test.log.lines }).toEqual({ events: eventCount, log: [] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await test.ask('journal.verify', {})).toMatchObject({ isSound: true });
    await test.app.close();
  },
);

it('names that are no method get invalid-input, whatever they are', async () => {
  const test = startTestApp(await newFolder());
  const random = seededRandom(9);
  const strange = [
    undefined,
    null,
    5,
    10n,
    Symbol('s'),
    () => 1,
    {},
    [],
    ['app.info'],
    { toString: () => 'app.info' },
    '__proto__',
    'constructor',
    '',
    'x'.repeat(100_000),
  ];
  const letters = 'aeimnopst.-';
  const word = (): string =>
    Array.from({ length: 1 + wholeNumber(random, 20) }, () => letters[wholeNumber(random, letters.length)]).join('');
  const words = Array.from({ length: CALLS_PER_METHOD }, word).filter((text) => !methodNames.some((method) => method === text));
  for (const name of [...strange, ...words])
    expect(await test.app.dispatch(name, {})).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(test.log.lines).toEqual([]);
  await test.app.close();
});

it('input that is nested, shared or endless is refused in a moment', async () => {
  const test = startTestApp(await newFolder());
  let deep: unknown = 1;
  for (let level = 0; level < 10_000; level += 1) deep = [deep];
  let shared: unknown = 1;
  for (let level = 0; level < 35; level += 1) shared = { a: shared, b: shared };
  const endless: Record<string, unknown> = {};
  endless['again'] = endless;
  endless['and again'] = [endless, endless];
  for (const [what, input] of Object.entries({ deep, shared, endless })) {
    const startedAt = performance.now();
    const reply = await test.app.dispatch('machine.set-values', { machineIds: ['m'], values: { name: input } });
    expect({ what, reply }).toMatchObject({ what, reply: { ok: false, failure: { code: 'invalid-input' } } });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
  await test.app.close();
});

it('names of files lead nowhere else', async () => {
  const folder = await newFolder();
  const test = startTestApp(folder);
  const { uploadId } = await test.ask('upload.start', { name: '../../../outside.xlsx', sizeBytes: 1 });
  expect(uploadId).toMatch(/^[\w-]+$/);
  for (const id of ['../laptop.json', '..', path.join(folder, 'x')]) {
    expect(await test.failureOf('upload.chunk', { uploadId: id, offset: 0, base64: '' })).toMatchObject({ code: 'not-found' });
    expect(await test.failureOf('download.read', { downloadId: id, offset: 0 })).toMatchObject({ code: 'not-found' });
  }
  await test.app.close();
});
