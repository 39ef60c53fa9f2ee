import path from 'node:path';

import { utilityProcess } from 'electron';
import { expect, test } from 'vitest';

import { createUtilityFork } from '../../../electron/workers/fork-utility-worker.ts';
import { runInWorker } from '../../../electron/workers/run-in-worker.ts';

const worker = path.join(import.meta.dirname, '../../../electron/workers/worker.ts');
const fork = createUtilityFork((file, args, options) => utilityProcess.fork(file, args, options), worker);

test('a task runs in a utility process and its reply comes back by the parent port', async () => {
  const reply = await runInWorker(fork, 'no-such-task' as 'make-plan', {} as never, { timeLimitMs: 20_000, subject: 'a test' });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'internal', detail: 'There is no task no-such-task.' } });
});

test('a worker that is killed says so, and not that it ended by itself', async () => {
  const child = fork();
  const code = new Promise((resolve) => child.onExit(resolve));
  child.kill();
  expect(await code).toBeNull();
});
