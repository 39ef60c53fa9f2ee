import type { ItemScope } from '../domain/engagement.ts';
import type { MachineId, StepId, WaveId } from '../domain/ids.ts';
import type { Step } from '../scenarios/scenario.ts';
import type { ChecklistIndex } from './checklist-index.ts';
import { isClosed, unmetPrerequisites } from './item-state.ts';
import { isItem, scopesOf, siteOf } from './scopes.ts';

/** The part of the estate that is looked at; `null` does not narrow. */
export interface Part {
  readonly waveId: WaveId | null;
  readonly machineId: MachineId | null;
}

/** How far a step is for one part. Blocked while no open item of the part can be done; then it says what the first waits for. */
export interface PartCounts {
  readonly stepId: StepId;
  readonly total: number;
  readonly closed: number;
  readonly blockedBy: readonly string[];
}

/** Items handled before the caller may give way to something else. */
const SLICE = 500;

/**
 * Items of a step in a part. Those of a wave are its own and those of its machines; those of a machine are its own, its
 * wave's and its site's; with both, those of the machine that are of the wave as well.
 */
export function* scopesOfPart(step: Step, { waveId, machineId }: Part, index: ChecklistIndex): Generator<ItemScope, void, void> {
  if (machineId !== null) {
    for (const scope of scopesAround(machineId, index))
      if (isItem(step, scope, index) && (waveId === null || isOfWave(scope, waveId, index))) yield scope;
  } else if (waveId === null) yield* scopesOf(step, index);
  else if (step.per === 'wave') {
    const scope: ItemScope = { kind: 'wave', id: waveId };
    if (isItem(step, scope, index)) yield scope;
  } else if (step.per === 'machine') {
    const { ids } = index.concerned(step);
    for (const { id } of index.machinesOfWave.get(waveId) ?? []) if (ids.has(id)) yield { kind: 'machine', id };
  }
}

function scopesAround(machineId: MachineId, index: ChecklistIndex): ItemScope[] {
  const machine = index.engagement.machines.get(machineId);
  if (machine?.isInScope !== true) return [];
  const waveId = index.waveOfMachine.get(machineId);
  const wave: ItemScope[] = waveId === undefined ? [] : [{ kind: 'wave', id: waveId }];
  return [{ kind: 'machine', id: machineId }, ...wave, { kind: 'site', id: siteOf(machine) }];
}

function isOfWave(scope: ItemScope, waveId: WaveId, index: ChecklistIndex): boolean {
  if (scope.kind === 'wave') return scope.id === waveId;
  return scope.kind === 'machine' && index.waveOfMachine.get(scope.id) === waveId;
}

/** Counts of a part, step by step, in working order; steps without an item there are left out. Yields between slices. */
export function* countParts(index: ChecklistIndex, part: Part): Generator<void, PartCounts[], void> {
  const counts: PartCounts[] = [];
  let seen = 0;
  for (const step of index.steps) {
    let total = 0;
    let closed = 0;
    let waits: readonly string[] | null = null;
    for (const scope of scopesOfPart(step, part, index)) {
      total += 1;
      if (isClosed(step, scope, index)) closed += 1;
      else if (waits === null || waits.length > 0) waits = firstReasons(waits, unmetPrerequisites(step, scope, index));
      seen += 1;
      if (seen % SLICE === 0) yield;
    }
    if (total > 0) counts.push({ stepId: step.id, total, closed, blockedBy: waits ?? [] });
  }
  return counts;
}

/** An item that can be done frees the step; else what the first one waits for stays. */
function firstReasons(known: readonly string[] | null, found: readonly string[]): readonly string[] {
  return known === null || found.length === 0 ? found : known;
}
