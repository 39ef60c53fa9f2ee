import { markKey, type ChecklistMark, type ItemScope } from '../domain/engagement.ts';
import type { QuestionId } from '../domain/ids.ts';
import type { Step } from '../scenarios/scenario.ts';
import { azureSeen, driftOf } from './azure-seen.ts';
import type { ChecklistIndex } from './checklist-index.ts';
import { offlineChecks, type Seen } from './offline-checks.ts';
import { machinesOf, scopesOf, siteOf } from './scopes.ts';

/** Where an item stands: what a person marked, corrected by what the data show. */
export interface ItemState {
  readonly state: 'open' | 'done' | 'not-applicable';
  /** Who closed it: a person, or the data by themselves. */
  readonly decidedBy: 'person' | 'data' | null;
  readonly mark: ChecklistMark | undefined;
  readonly seen: Seen | null;
  /** Why something that was done counts as open again. */
  readonly drift: string | null;
}

/**
 * A person's "not applicable" stands. A person's "done" stands until the data contradict it; then the item is open and says
 * so. Without a mark the data close an item by themselves, but never before what has to be done first.
 */
export function itemState(step: Step, scope: ItemScope, index: ChecklistIndex): ItemState {
  const look = lookOf(step, scope, index);
  if (look === null) {
    const mark = markOf(step, scope, index);
    const isMarked = mark !== undefined && mark.state !== 'open';
    return { state: mark?.state ?? 'open', decidedBy: isMarked ? 'person' : null, mark, seen: null, drift: null };
  }
  const states = index.memo.states.get(step.id) ?? new Map<string, ItemState>();
  index.memo.states.set(step.id, states);
  const known = states.get(scope.id);
  if (known !== undefined) return known;
  const found = decide(step, scope, index, look());
  states.set(scope.id, found);
  return found;
}

/** How the data show where an item stands: the engagement's own, or what was read from Azure. `null` = they say nothing. */
function lookOf(step: Step, scope: ItemScope, index: ChecklistIndex): (() => Seen) | null {
  const { verification } = step;
  if (verification.kind === 'offline') {
    const { check } = verification;
    return check === undefined ? null : () => offlineChecks[check](scope, index);
  }
  if (verification.kind !== 'api') return null;
  const check = index.engagement.azure.real.checks.get(markKey(step.id, scope));
  return check === undefined ? null : () => azureSeen(check, verification.isPartial);
}

export function markOf(step: Step, scope: ItemScope, index: ChecklistIndex): ChecklistMark | undefined {
  return index.engagement.marks.get(markKey(step.id, scope));
}

// A fourth parameter instead of an object: this runs for every machine.
function decide(step: Step, scope: ItemScope, index: ChecklistIndex, seen: Seen): ItemState {
  const mark = markOf(step, scope, index);
  if (mark?.state === 'not-applicable') return { state: 'not-applicable', decidedBy: 'person', mark, seen, drift: null };
  if (mark?.state === 'done') {
    const drift = step.verification.kind === 'api' ? driftOf(step, scope, index) : null;
    if (drift !== null) return { state: 'open', decidedBy: null, mark, seen, drift };
    if (seen.verdict !== 'against') return { state: 'done', decidedBy: 'person', mark, seen, drift: null };
    return { state: 'open', decidedBy: null, mark, seen, drift: `${mark.by} marked it done, but the data say now: ${seen.text}` };
  }
  const isDone = seen.verdict === 'done' && unmetPrerequisites(step, scope, index).length === 0;
  const drift = isDone || step.verification.kind !== 'api' ? null : driftOf(step, scope, index);
  return { state: isDone ? 'done' : 'open', decidedBy: isDone ? 'data' : null, mark, seen, drift };
}

/** Done, or closed as not applicable: both let the next step go on. */
export function isClosed(step: Step, scope: ItemScope, index: ChecklistIndex): boolean {
  if (lookOf(step, scope, index) === null) {
    const mark = markOf(step, scope, index);
    return mark !== undefined && mark.state !== 'open';
  }
  return itemState(step, scope, index).state !== 'open';
}

/**
 * What must be closed before a step can be done for one thing, and is not. The rule: a prerequisite counts where it
 * overlaps. A machine looks at itself, its wave and its site; a wave at itself and at its machines and their sites; a site
 * at itself and its machines; what concerns the whole engagement or vault looks at everything.
 */
export function unmetPrerequisites(step: Step, scope: ItemScope, index: ChecklistIndex): readonly string[] {
  const sentences = [...openQuestions(step, index)];
  for (const id of step.after) {
    const before = index.hasStep.has(id) ? index.catalogue.step(id) : undefined;
    const sentence = before === undefined ? null : waitsFor(before, scope, index);
    if (sentence !== null) sentences.push(sentence);
  }
  return sentences;
}

const NO_QUESTIONS: readonly string[] = [];

/** Questions that the step decides and nobody has answered, as sentences. */
export function openQuestions(step: Step, index: ChecklistIndex): readonly string[] {
  if (step.decides === undefined) return NO_QUESTIONS;
  return step.decides.filter((id) => !index.answers.has(id)).map((id) => `First answer: ${questionTitle(id, index)}`);
}

export function questionTitle(id: QuestionId, index: ChecklistIndex): string {
  return index.catalogue.questions.find((question) => question.id === id)?.title ?? id;
}

/** Whoever looks at everything gets one answer, which is kept: thousands of machines ask the same. */
function waitsFor(before: Step, scope: ItemScope, index: ChecklistIndex): string | null {
  const isWhole = isOfAll(scope.kind) || isOfAll(before.per);
  if (!isWhole) {
    if (scope.kind === 'machine' && before.per === 'machine') return waitsForSelf(before, scope, index);
    return waitsForThings(before, scope, index);
  }
  const known = index.memo.waits.get(before.id);
  if (known !== undefined) return known;
  const found = waitsForThings(before, null, index);
  index.memo.waits.set(before.id, found);
  return found;
}

function isOfAll(kind: ItemScope['kind']): boolean {
  return kind === 'engagement' || kind === 'vault';
}

function waitsForSelf(before: Step, scope: ItemScope, index: ChecklistIndex): string | null {
  if (!index.concerned(before).ids.has(scope.id) || isClosed(before, scope, index)) return null;
  return `First: ${before.title}.`;
}

/** `null` as scope: everything. */
function waitsForThings(before: Step, scope: ItemScope | null, index: ChecklistIndex): string | null {
  if (before.per === 'wave') {
    const unplanned = unplannedCount(before, scope, index);
    if (unplanned > 0) return `First plan waves: “${before.title}” is done per wave, and ${machinesIn(unplanned)} in none.`;
  }
  let needed = 0;
  let closed = 0;
  for (const candidate of scope === null ? scopesOf(before, index) : overlapping(before, scope, index)) {
    needed += 1;
    if (isClosed(before, candidate, index)) closed += 1;
  }
  if (closed === needed) return null;
  return needed === 1 ? `First: ${before.title}.` : `First: ${before.title} (${closed} of ${needed} done).`;
}

function machinesIn(count: number): string {
  return count === 1 ? 'one machine is' : `${count.toLocaleString('en')} machines are`;
}

/** Machines of the thing that need the step but are in no wave: they may not slip past it. */
function unplannedCount(before: Step, scope: ItemScope | null, index: ChecklistIndex): number {
  const { ids } = index.concerned(before);
  const machines = scope === null ? index.machines : (machinesOf(scope, index) ?? index.machines);
  return machines.filter((machine) => ids.has(machine.id) && !index.waveOfMachine.has(machine.id)).length;
}

/** Items of a step for the machines, waves or sites that a machine, wave or site touches. */
function* overlapping(before: Step, scope: ItemScope, index: ChecklistIndex): Generator<ItemScope, void, void> {
  const { ids } = index.concerned(before);
  const concerned = (machinesOf(scope, index) ?? index.machines).filter((machine) => ids.has(machine.id));
  if (before.per === 'machine') {
    for (const machine of concerned) yield { kind: 'machine', id: machine.id };
    return;
  }
  const things = before.per === 'site' ? concerned.map(siteOf) : concerned.flatMap((machine) => index.waveOfMachine.get(machine.id) ?? []);
  for (const id of new Set(things)) yield { kind: before.per, id };
}
