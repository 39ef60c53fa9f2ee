import type { MachineTasks, TaskMark } from '../domain/backlog.ts';
import { valueOfFact } from '../domain/engagement-fields.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { FindingOverride, MachineOverrides, RuleSetRecord } from '../domain/finding.ts';
import type { MachineId } from '../domain/ids.ts';
import { draftOf, type Drafts } from './drafts.ts';
import type { EntryOf, EntryPayload } from './entry.ts';
import { currentMachineId } from './fold-merge.ts';

export function foldFactsSet(state: Engagement, entry: EntryOf<'engagement.facts-set'>): Engagement {
  const facts: Record<string, unknown> = { ...state.facts };
  for (const [name, value] of Object.entries(entry.payload.values)) {
    if (value === null) delete facts[name];
    else facts[name] = valueOfFact(name, value);
  }
  // Names and values were checked against the catalogue when the entry was written.
  return { ...state, facts, factsChangedAt: entry.recordedAt };
}

export function foldOverridden(state: Engagement, entry: EntryOf<'finding.overridden'>, drafts?: Drafts): Engagement {
  const { ruleId, machines, reason, ruleSetVersion } = entry.payload;
  const overrides = draftOf(state.overrides, drafts);
  for (const { machineId, seen } of machines) {
    const override: FindingOverride = {
      reason,
      by: entry.actor,
      at: entry.recordedAt,
      seen,
      ...(ruleSetVersion === undefined ? {} : { ruleSetVersion }),
    };
    changeMachine(overrides, { state, machineId, drafts }, (own) => own.set(ruleId, override));
  }
  return { ...state, overrides };
}

export function foldOverrideWithdrawn(state: Engagement, entry: EntryOf<'finding.override-withdrawn'>, drafts?: Drafts): Engagement {
  const overrides: Map<MachineId, MachineOverrides> = draftOf(state.overrides, drafts);
  for (const machineId of entry.payload.machineIds)
    changeMachine(overrides, { state, machineId, drafts }, (own) => own.delete(entry.payload.ruleId));
  return { ...state, overrides };
}

export function foldBacklogChanged(state: Engagement, entry: EntryOf<'backlog.changed'>, drafts?: Drafts): Engagement {
  const tasks: Map<MachineId, MachineTasks> = draftOf(state.tasks, drafts);
  for (const { ruleId, machines } of entry.payload.tasks)
    for (const { machineId, seen } of machines)
      changeMachine(tasks, { state, machineId, drafts }, (own, id) =>
        own.set(ruleId, changedMark(own.get(ruleId) ?? newMark(ruleId, id, entry), entry, seen ?? null)),
      );
  return { ...state, tasks };
}

function newMark(ruleId: string, machineId: MachineId, entry: EntryOf<'backlog.changed'>): TaskMark {
  return {
    ruleId,
    machineId,
    owner: null,
    dueOn: null,
    state: 'open',
    note: null,
    stateBy: entry.actor,
    stateAt: entry.recordedAt,
    seen: null,
  };
}

function changedMark(mark: TaskMark, entry: EntryOf<'backlog.changed'>, seen: string | null): TaskMark {
  const { owner, dueOn, state, note }: EntryPayload<'backlog.changed'>['changes'] = entry.payload.changes;
  return {
    ...mark,
    ...(owner === undefined ? {} : { owner }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(note === undefined ? {} : { note }),
    ...(state === undefined ? {} : { state, seen, stateBy: entry.actor, stateAt: entry.recordedAt }),
  };
}

interface Where {
  readonly state: Engagement;
  readonly machineId: MachineId;
  readonly drafts: Drafts | undefined;
}

/** Changes what is kept per rule of one machine; a machine that was merged stands for the one that took it over. */
function changeMachine<V>(
  all: Map<MachineId, ReadonlyMap<string, V>>,
  { state, machineId, drafts }: Where,
  change: (own: Map<string, V>, id: MachineId) => void,
): void {
  const id = currentMachineId(state, machineId);
  const own = draftOf(all.get(id) ?? new Map<string, V>(), drafts);
  change(own, id);
  if (own.size === 0) all.delete(id);
  else all.set(id, own);
}

export function foldReadinessRecorded(state: Engagement, entry: EntryOf<'readiness.recorded'>): Engagement {
  const { ruleSetVersion, ruleSetDate, verdicts, byRule } = entry.payload;
  const record: RuleSetRecord = { version: ruleSetVersion, date: ruleSetDate, at: entry.recordedAt, verdicts, byRule };
  const { newest } = state.ruleSets;
  if (newest === null) return { ...state, ruleSets: { before: null, after: record, newest: record } };
  if (newest.version === record.version) return { ...state, ruleSets: { ...state.ruleSets, newest: record } };
  return { ...state, ruleSets: { before: newest, after: record, newest: record } };
}
