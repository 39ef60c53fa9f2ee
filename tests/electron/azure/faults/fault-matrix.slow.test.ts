import { afterAll, expect as assert, test } from 'vitest';

import type { ChangeEnd } from '../../../../electron/azure/run-change.ts';
import { scenarioOf } from '../../../../electron/simulator/job-view.ts';
import { createFaultWorld, liveOnce, type FaultWorld, type Stage } from './fault-world.ts';
import { FAULTS, type PlannedFault } from './faults.data.ts';
import { JOB_KINDS, LIVES, requestOf } from './life-steps.ts';

const HOUR = 3600;
const counts = { lives: 0, runs: 0, requests: 0 };

afterAll(() => {
  process.stderr.write(`Fault matrix: ${counts.lives} lives, ${counts.runs} runs with one fault each, ${counts.requests} requests\n`);
});

/** One change with one fault; what is wrong about how it went, in words. */
async function strike(
  world: FaultWorld,
  stage: Stage,
  { fault, failedStates }: { readonly fault: PlannedFault; readonly failedStates: Map<string, string> },
): Promise<string[]> {
  const { change, before } = stage;
  world.load(before);
  const simulator = world.simulator();
  for (const each of fault.faults(requestOf(change.kind))) simulator.faults.add(each);
  const end = await world.run(change, fault);
  counts.runs += 1;
  const wrong = wrongInWords(end, fault);
  const wasSentOnce = changesIn(world).length <= 1;
  if (!wasSentOnce) wrong.push(`${changesIn(world).length} changes were sent`);
  simulator.faults.clear();
  fault.mend?.(simulator.estate);
  if (end.kind !== 'unfinished')
    wrong.push(
      ...(fault.isTriedAgain === false
        ? await wrongAfterFailure(world, stage, { fault, failedStates })
        : await wrongInTheEnd(world, stage, { end, fault, failedStates })),
    );
  counts.requests += simulator.seen.length;
  return wrong;
}

/** It ended as it may, with a sentence and what to do. */
function wrongInWords(end: ChangeEnd, { ends, code }: PlannedFault): string[] {
  const failure = 'failure' in end ? end.failure : null;
  return [
    ...(ends.includes(end.kind) ? [] : [`ended as ${end.kind}: ${failure?.detail ?? ''}`]),
    ...(code !== undefined && failure !== null && failure.code !== code ? [`told as ${failure.code}`] : []),
    ...(failure !== null && !/^[A-Z0-9].{20,}[.!]$/s.test(failure.detail) ? [`says only: ${failure.detail}`] : []),
  ];
}

interface After {
  readonly fault: PlannedFault;
  readonly failedStates: Map<string, string>;
}

/** The state that the first code left, from which the next try was shown to succeed. */
async function wrongAfterFailure(world: FaultWorld, { change }: Stage, { fault, failedStates }: After): Promise<string[]> {
  const state = await world.state();
  const known = failedStates.get(`${change.kind} ${fault.atTask ?? ''}`);
  return state === known ? [] : [`the machine shows ${state} instead of ${known ?? 'anything'}`];
}

/** Where it failed it is asked for once more; then the machine shows what it shows without a fault, and one job took effect. */
async function wrongInTheEnd(
  world: FaultWorld,
  { change, before, after }: Stage,
  { end, fault, failedStates }: After & { readonly end: ChangeEnd },
): Promise<string[]> {
  const wrong: string[] = [];
  if (end.kind !== 'done') {
    failedStates.set(`${change.kind} ${fault.atTask ?? ''}`, await world.state());
    world.pass(HOUR);
    const again = await world.run(change);
    if (again.kind !== 'done') wrong.push(`the next try ended as ${again.kind}: ${'failure' in again ? again.failure.detail : ''}`);
  }
  world.pass(4 * HOUR);
  const state = await world.state();
  if (state !== after) wrong.push(`the machine shows ${state} instead of ${after}`);
  const sent = changesIn(world);
  if (new Set(sent).size !== sent.length) wrong.push('a request was sent twice');
  if (sent.length > (end.kind === 'done' ? 1 : 2)) wrong.push(`${sent.length} changes were sent`);
  const jobs = world.simulator().estate.vaults[0]?.jobs ?? [];
  const worked = jobs.filter((job) => job.startedAt >= before.now && (job.end === 'Succeeded' || job.end === 'CompletedWithInformation'));
  if (worked.length !== 1) wrong.push(`${worked.length} jobs took effect`);
  return wrong;
}

function isStruck({ atTask }: PlannedFault, { change }: Stage): boolean {
  return atTask === undefined || atTask < scenarioOf({ jobKind: JOB_KINDS[change.kind] ?? '' }).tasks.length;
}

/** Ids of the changes that reached the service, also those whose answer was lost. */
function changesIn(world: FaultWorld): string[] {
  return world.simulator().seen.flatMap(({ method, clientRequestId }) => (method === 'GET' ? [] : [clientRequestId]));
}

test.concurrent.for(LIVES)('every fault at every change: $title', { timeout: 240_000 }, async (life, { expect }) => {
  const world = await createFaultWorld(life);
  try {
    const stages = await liveOnce(world, life);
    expect(stages).toHaveLength(7);
    counts.lives += 1;
    const wrong: string[] = [];
    for (const stage of stages) {
      const failedStates = new Map<string, string>();
      for (const fault of FAULTS.filter((each) => isStruck(each, stage))) {
        // eslint-disable-next-line no-await-in-loop -- each fault has the vault for itself
        const found = await strike(world, stage, { fault, failedStates });
        wrong.push(...found.map((words) => `${stage.change.kind}, ${fault.title}: ${words}`));
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  } finally {
    await world.close();
  }
});

test('a refused connection says for certain that nothing was sent', async () => {
  const world = await createFaultWorld(LIVES[0]!);
  await world.close();
  const end = await world.port.change(world.address, { kind: 'commit' }, 'request-1');
  assert(end).toMatchObject({ kind: 'refused', reply: { failure: { code: 'offline' } } });
});
