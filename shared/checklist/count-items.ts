import type { ChecklistMark } from '../domain/engagement.ts';
import type { StepId, WaveId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import { runToEnd } from '../domain/run-to-end.ts';
import type { Step } from '../scenarios/scenario.ts';
import { checkedSteps } from './azure-seen.ts';
import type { ChecklistIndex, Concerned } from './checklist-index.ts';
import { isClosed, itemState } from './item-state.ts';
import { scopesOf } from './scopes.ts';

/** How many items a step has and how many of them are closed. */
export interface Counts {
  readonly done: number;
  readonly notApplicable: number;
  readonly total: number;
}

/** Closed items of the steps per machine that only people close, in all and by wave. */
export type MarkTally = ReadonlyMap<StepId, StepTally>;

interface StepTally {
  done: number;
  notApplicable: number;
  readonly byWave: Map<WaveId, number>;
}

/** Marks or machines handled before the caller may give way to something else. */
const SLICE = 5000;

/**
 * Counts marks and decides what the data close, once per state. With ten thousand machines there may be hundreds of
 * thousands of marks, so it yields between slices; whoever needs the counts later finds them ready.
 */
export function* prepareCounts(index: ChecklistIndex): Generator<void, void, void> {
  if (index.memo.tally !== null) return;
  const tally = new Map<StepId, StepTally>();
  let seen = 0;
  for (const mark of index.engagement.marks.values()) {
    addMark(mark, tally, index);
    seen += 1;
    if (seen % SLICE === 0) yield;
  }
  for (const step of index.steps.filter((each) => canDataClose(each, index))) {
    if (step.per !== 'machine') continue;
    for (const machine of index.concerned(step).machines) {
      itemState(step, { kind: 'machine', id: machine.id }, index);
      seen += 1;
      if (seen % SLICE === 0) yield;
    }
    yield;
  }
  index.memo.tally = tally;
}

function addMark(mark: ChecklistMark, tally: Map<StepId, StepTally>, index: ChecklistIndex): void {
  if (mark.state === 'open' || mark.scope.kind !== 'machine') return;
  const step = index.hasStep.has(mark.stepId) ? index.catalogue.step(mark.stepId) : undefined;
  if (step === undefined || step.per !== 'machine' || canDataClose(step, index)) return;
  // Marks outlive what they are about: a machine may have left the scope since.
  if (!index.concerned(step).ids.has(mark.scope.id)) return;
  let own = tally.get(step.id);
  if (own === undefined) {
    own = { done: 0, notApplicable: 0, byWave: new Map() };
    tally.set(step.id, own);
  }
  if (mark.state === 'done') own.done += 1;
  else own.notApplicable += 1;
  const wave = index.waveOfMachine.get(mark.scope.id);
  if (wave !== undefined) own.byWave.set(wave, (own.byWave.get(wave) ?? 0) + 1);
}

function tallyOf(step: Step, index: ChecklistIndex): StepTally | undefined {
  if (index.memo.tally === null) runToEnd(prepareCounts(index));
  return index.memo.tally?.get(step.id);
}

function canDataClose(step: Step, index: ChecklistIndex): boolean {
  if (step.verification.kind === 'api') return checkedSteps(index.engagement.azure.real.checks).has(step.id);
  return step.verification.kind === 'offline' && step.verification.check !== undefined;
}

export function countItems(step: Step, index: ChecklistIndex): Counts {
  if (step.per === 'machine' && !canDataClose(step, index)) {
    const { done = 0, notApplicable = 0 } = tallyOf(step, index) ?? {};
    return { done, notApplicable, total: index.concerned(step).machines.length };
  }
  let done = 0;
  let notApplicable = 0;
  let total = 0;
  for (const scope of scopesOf(step, index)) {
    total += 1;
    const { state } = itemState(step, scope, index);
    if (state === 'done') done += 1;
    else if (state === 'not-applicable') notApplicable += 1;
  }
  return { done, notApplicable, total };
}

/** Items of a step by wave: all, and those that are closed. Waves without an item are not in it. */
export interface WaveCounts {
  readonly total: ReadonlyMap<WaveId, number>;
  readonly closed: ReadonlyMap<WaveId, number>;
}

const NONE: ReadonlyMap<WaveId, number> = new Map();

/** Counts by wave of the steps that are done per wave or per machine; machines outside any wave are left out. */
export function countByWave(index: ChecklistIndex): ReadonlyMap<StepId, WaveCounts> {
  const totals = new Map<Concerned, ReadonlyMap<WaveId, number>>();
  const counts = new Map<StepId, WaveCounts>();
  for (const step of index.steps) {
    if (step.per === 'wave') counts.set(step.id, ofWaves(step, index));
    if (step.per !== 'machine') continue;
    const concerned = index.concerned(step);
    const total = totals.get(concerned) ?? byWave(concerned.machines, index);
    totals.set(concerned, total);
    const isShown = (machine: Machine): boolean => isClosed(step, { kind: 'machine', id: machine.id }, index);
    const closed = canDataClose(step, index) ? byWave(concerned.machines.filter(isShown), index) : (tallyOf(step, index)?.byWave ?? NONE);
    counts.set(step.id, { total, closed });
  }
  return counts;
}

function ofWaves(step: Step, index: ChecklistIndex): WaveCounts {
  const total = new Map<WaveId, number>();
  const closed = new Map<WaveId, number>();
  for (const scope of scopesOf(step, index)) {
    total.set(scope.id, 1);
    if (isClosed(step, scope, index)) closed.set(scope.id, 1);
  }
  return { total, closed };
}

function byWave(machines: readonly Machine[], index: ChecklistIndex): Map<WaveId, number> {
  const counts = new Map<WaveId, number>();
  for (const machine of machines) {
    const wave = index.waveOfMachine.get(machine.id);
    if (wave !== undefined) counts.set(wave, (counts.get(wave) ?? 0) + 1);
  }
  return counts;
}
