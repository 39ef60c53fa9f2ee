import { afterAll, expect as assert, test } from 'vitest';

import type { ChangeEnd } from '../../../../electron/azure/run-change.ts';
import { scenarioOf } from '../../../../electron/simulator/job-view.ts';
import { createFaultWorld, liveOnce, type FaultWorld, type Stage } from './fault-world.ts';
import { FAULTS, type PlannedFault } from './faults.data.ts';
import { JOB_KINDS, LIVES, requestOf } from './life-steps.ts';

const HOUR = 3600;
/** Changes whose jobs cannot be cancelled. SOURCE: site recovery facts, section 7.1. */
const JOBS_FOR_EVER: ReadonlySet<string> = new Set(['update']);
const counts = { lives: 0, runs: 0, requests: 0, toTheEnd: 0 };

afterAll(() => {
  process.stderr.write(
    `Fault matrix: ${counts.lives} lives, ${counts.runs} runs with one fault each, ${counts.toTheEnd} of them to the end of the life, ${counts.requests} requests\n`,
  );
});

interface Striking {
  readonly fault: PlannedFault;
  readonly failedStates: Map<string, string>;
  /** The rest of the life. */
  readonly later: readonly Stage[];
  /** Kinds of ends after which the rest of the life was lived. */
  readonly livedOn: Set<ChangeEnd['kind']>;
}

/**
 * The rest of the life goes as it goes without a fault. It follows from what the service remembers, which is compared after every
 * fault; after one fault for each way to end it is lived as well.
 */
async function wrongLater(world: FaultWorld, later: readonly Stage[]): Promise<string[]> {
  for (const { change, after } of later) {
    // eslint-disable-next-line no-await-in-loop -- a life goes step by step
    const end = await world.run(change);
    world.pass(4 * HOUR);
    // eslint-disable-next-line no-await-in-loop -- a life goes step by step
    const state = await world.state();
    if (end.kind !== 'done' || state !== after) return [`later ${change.kind} ended as ${end.kind} with ${state} instead of ${after}`];
  }
  return [];
}

/** One change with one fault; what is wrong about how it went, in words. */
async function strike(world: FaultWorld, stage: Stage, { fault, failedStates, later, livedOn }: Striking): Promise<string[]> {
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
  wrong.push(
    ...(fault.isTriedAgain === false
      ? await wrongAfterFailure(world, stage, { fault, failedStates })
      : await wrongInTheEnd(world, stage, { end, fault, failedStates })),
  );
  const isThere = fault.isTriedAgain !== false && wrong.length === 0 && (await world.state()) === stage.after;
  if (isThere && !livedOn.has(end.kind)) {
    livedOn.add(end.kind);
    counts.toTheEnd += 1;
    wrong.push(...(await wrongLater(world, later)));
  }
  counts.requests += simulator.seen.length;
  return wrong;
}

/** It ended as it may, with a sentence and what to do. */
function wrongInWords(end: ChangeEnd, { ends, code, says }: PlannedFault): string[] {
  const failure = 'failure' in end ? end.failure : null;
  return [
    ...(ends.includes(end.kind) ? [] : [`ended as ${end.kind}: ${failure?.detail ?? ''}`]),
    ...(code !== undefined && failure !== null && failure.code !== code ? [`told as ${failure.code}`] : []),
    ...(says !== undefined && failure !== null && !says.test(failure.detail) ? [`does not say what to do: ${failure.detail}`] : []),
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
  { change, before, after, remembered }: Stage,
  { end, fault, failedStates }: After & { readonly end: ChangeEnd },
): Promise<string[]> {
  const wrong: string[] = [];
  // What hangs is ended by a person; what only seemed to hang is over by then.
  const left = end.kind === 'unfinished' ? await world.cancel(end.jobName) : null;
  // Nobody can end it; the machine says that it runs, and so nothing else is asked for.
  if (left === 'hangs') return JOBS_FOR_EVER.has(change.kind) ? wrong : ['the job cannot be ended'];
  const tookEffect = left === 'had-effect' || end.kind === 'done';
  if (!tookEffect) {
    failedStates.set(`${change.kind} ${fault.atTask ?? ''}`, await world.state());
    world.pass(HOUR);
    const again = await world.run(change);
    if (again.kind !== 'done') wrong.push(`the next try ended as ${again.kind}: ${'failure' in again ? again.failure.detail : ''}`);
  }
  world.pass(4 * HOUR);
  const state = await world.state();
  if (state !== after) wrong.push(`the machine shows ${state} instead of ${after}`);
  else if (world.remembered() !== remembered) wrong.push('the service remembers something else than without a fault');
  const sent = changesIn(world);
  if (new Set(sent).size !== sent.length) wrong.push('a request was sent twice');
  if (sent.length > (tookEffect ? 1 : 2)) wrong.push(`${sent.length} changes were sent`);
  const jobs = world.simulator().estate.vaults[0]?.jobs ?? [];
  const worked = jobs.filter((job) => job.startedAt >= before.now && (job.end === 'Succeeded' || job.end === 'CompletedWithInformation'));
  if (worked.length !== 1) wrong.push(`${worked.length} jobs took effect`);
  return wrong;
}

function isStruck({ atTask, at }: PlannedFault, { change }: Stage): boolean {
  if (at !== undefined && !at.includes(change.kind)) return false;
  return atTask === undefined || atTask < scenarioOf({ jobKind: JOB_KINDS[change.kind] ?? '' }).tasks.length;
}

/** Ids of the changes that reached the service, also those whose answer was lost. */
function changesIn(world: FaultWorld): string[] {
  return world
    .simulator()
    .seen.flatMap(({ method, path, clientRequestId }) => (method === 'GET' || /\/cancel$/.test(path) ? [] : [clientRequestId]));
}

test.concurrent.for(LIVES)('every fault at every change: $title', { timeout: 240_000 }, async (life, { expect }) => {
  const world = await createFaultWorld(life);
  try {
    const stages = await liveOnce(world, life);
    expect(stages).toHaveLength(7);
    counts.lives += 1;
    const wrong: string[] = [];
    for (const [index, stage] of stages.entries()) {
      const livedOn = new Set<ChangeEnd['kind']>();
      const failedStates = new Map<string, string>();
      for (const fault of FAULTS.filter((each) => isStruck(each, stage))) {
        // eslint-disable-next-line no-await-in-loop -- each fault has the vault for itself
        const found = await strike(world, stage, { fault, failedStates, livedOn, later: stages.slice(index + 1) });
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
