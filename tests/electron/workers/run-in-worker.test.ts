import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { createNodeFork } from '../../../electron/workers/fork-node-worker.ts';
import type { MakePlanTask } from '../../../electron/workers/make-plan-task.ts';
import { runInWorker } from '../../../electron/workers/run-in-worker.ts';
import type { WorkerProcess } from '../../../electron/workers/worker-process.ts';
import { forkProcess } from '../../support/test-app.ts';

const MEMORY_LIMIT_MIB = 64;
const complaints: string[] = [];
const misbehaving = createNodeFork(path.join(import.meta.dirname, 'misbehaving-worker.ts'), {
  memoryLimitMiB: MEMORY_LIMIT_MIB,
  onComplaint: (text) => complaints.push(text),
});

/** The work is asked for like a plan; what the worker does with it is the point. */
const asking = (behaviour: string): MakePlanTask['input'] => ({ behaviour }) as unknown as MakePlanTask['input'];

function watched(fork: () => WorkerProcess) {
  const ended: Promise<unknown>[] = [];
  return {
    ended,
    fork: () => {
      const worker = fork();
      ended.push(new Promise((resolve) => worker.onExit(resolve)));
      return worker;
    },
  };
}

describe('work in a process of its own', () => {
  it('that never ends is ended at its time limit, with a sentence, and the process is gone', async () => {
    const { fork, ended } = watched(misbehaving);
    const steps: unknown[] = [];
    const reply = await runInWorker(fork, 'make-plan', asking('loops'), {
      subject: 'list.csv',
      timeLimitMs: 1500,
      onProgress: (progress) => steps.push(progress.by),
    });
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', detail: expect.stringMatching(/^list\.csv: this took longer than 2 seconds/) as unknown },
    });
    expect(steps).toEqual(['looping']);
    expect(await Promise.all(ended)).toHaveLength(1);
  });

  it.each([
    ['dies', /^list\.csv: the helper process stopped \(3\)/],
    ['eats', /^list\.csv: the helper process stopped/],
  ])('that %s takes nothing else with it', async (behaviour, sentence) => {
    const reply = await runInWorker(misbehaving, 'make-plan', asking(behaviour), { subject: 'list.csv', timeLimitMs: 30_000 });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input', detail: expect.stringMatching(sentence) as unknown } });
  });

  it('is told to the log and not to the terminal when it dies of memory', () => {
    expect(complaints.join('')).toContain('heap out of memory');
  });

  it('is stopped when the caller asks, before and while it runs', async () => {
    const { fork, ended } = watched(misbehaving);
    const stop = new AbortController();
    const before = await runInWorker(fork, 'make-plan', asking('loops'), {
      subject: 'A',
      timeLimitMs: 30_000,
      signal: AbortSignal.abort(),
    });
    const running = runInWorker(fork, 'make-plan', asking('loops'), {
      subject: 'B',
      timeLimitMs: 30_000,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(before).toMatchObject({ ok: false, failure: { code: 'cancelled', detail: 'A: stopped.' } });
    expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled', detail: 'B: stopped.' } });
    expect(await Promise.all(ended)).toHaveLength(1);
  });

  it('comes back from the worker of the product', async () => {
    const input: MakePlanTask['input']['input'] = {
      resources: [{ id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' }],
      windows: [{ id: 'w1', title: 'W1', isFrozen: false, capacities: [5] }],
      groups: [{ id: 'g1', title: 'G1', demands: [2] }],
      precedences: [],
      conflicts: [],
      together: [],
      objective: 'fewest-waves',
    };
    const reply = await runInWorker(forkProcess, 'make-plan', { input, timeLimitMs: 500 }, { subject: 'The plan', timeLimitMs: 30_000 });
    expect(reply).toMatchObject({ ok: true, value: { result: { status: 'planned', assignment: { g1: 'w1' } } } });
  });
});
