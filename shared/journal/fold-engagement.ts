import { assertNever } from '../domain/assert-never.ts';
import { NO_AZURE } from '../domain/azure.ts';
import { DEFAULT_DEPENDENCY_RULES } from '../domain/dependency-rules.ts';
import type { Answer, Engagement, EngagementSettings } from '../domain/engagement.ts';
import { NO_RULE_SET_HISTORY } from '../domain/finding.ts';
import type { Sha256 } from '../domain/ids.ts';
import type { ImportedInventory } from '../domain/machine.ts';
import { runToEnd } from '../domain/run-to-end.ts';
import { DEFAULT_WAVE_LIMITS } from '../domain/wave.ts';
import { withoutUndefined } from '../domain/without-undefined.ts';
import { extended, type Drafts } from './drafts.ts';
import type { Entry, EntryOf, EntryPayload } from './entry.ts';
import { foldChecked, foldItemMatched, foldRehearsalSwitched, foldStateRead, foldTargetSet } from './fold-azure.ts';
import { foldEvidenceAdded, foldItemsMarked } from './fold-checklist.ts';
import { foldImport, foldScenarioSet, foldScopeSet, foldSizesAdopted, foldSourceChosen, foldValuesSet } from './fold-inventory.ts';
import { foldMachinesKeptApart, foldMachinesMerged } from './fold-merge.ts';
import { foldGroupsMoved, foldPlanAdopted } from './fold-plan.ts';
import { foldBacklogChanged, foldFactsSet, foldOverridden, foldOverrideWithdrawn, foldReadinessRecorded } from './fold-readiness.ts';
import { undoneEntries } from './undo-stack.ts';

/** Machines of each import, by the hash of its attachment; read beforehand, because the fold is pure. */
export type Inventories = ReadonlyMap<Sha256, ImportedInventory>;

/** The whole state from all entries, in engagement order. `null` when no entry creates an engagement. */
export function foldEngagement(entries: readonly Entry[], inventories: Inventories): Engagement | null {
  return runToEnd(foldInSteps(entries, inventories));
}

/** The same, to be interrupted: a long journal or a large import must not hold the main process. */
export function* foldInSteps(entries: readonly Entry[], inventories: Inventories): Generator<void, Engagement | null, void> {
  const undone = undoneEntries(entries);
  const drafts: Drafts = new WeakSet();
  let state: Engagement | null = null;
  for (const entry of entries) {
    if (undone.has(entry.id)) continue;
    if (entry.kind === 'engagement.created') state ??= created(entry);
    else if (state !== null) state = yield* applyTo(state, entry, { inventories, drafts });
    yield;
  }
  return state;
}

/** True when the entry changes what earlier entries mean, so that the fold has to start again. */
export function needsRefold(entry: Entry): boolean {
  return entry.kind === 'journal.entry-undone' || entry.kind === 'journal.entry-redone';
}

/**
 * One step of the fold. Returns a new state and leaves the old one as it was; yields within a large import. Never throws on what
 * entries say: an entry about something that is not there (any more) has no effect, because entries can be undone and merged in
 * any order.
 */
export function* applyEntry(state: Engagement | null, entry: Entry, inventories: Inventories): Generator<void, Engagement | null, void> {
  if (entry.kind === 'engagement.created') return state ?? created(entry);
  return state === null ? null : yield* applyTo(state, entry, { inventories });
}

interface FoldParts {
  readonly inventories: Inventories;
  /** Only while many entries are folded at once. */
  readonly drafts?: Drafts;
}

function* applyTo(
  state: Engagement,
  entry: Exclude<Entry, EntryOf<'engagement.created'>>,
  parts: FoldParts,
): Generator<void, Engagement, void> {
  const { inventories, drafts } = parts;
  if (entry.kind === 'inventory.imported') return yield* foldImport(state, entry, inventories.get(entry.payload.inventory.sha256), drafts);
  return applyShort(state, entry, drafts);
}

type ShortEntry = Exclude<Entry, EntryOf<'engagement.created' | 'inventory.imported'>>;

function applyShort(state: Engagement, entry: ShortEntry, drafts: Drafts | undefined): Engagement {
  switch (entry.kind) {
    case 'engagement.settings-changed':
      return { ...state, settings: changedSettings(state.settings, entry) };
    case 'machine.values-set':
      return foldValuesSet(state, entry, drafts);
    case 'machine.source-chosen':
      return foldSourceChosen(state, entry, drafts);
    case 'machine.scope-set':
      return foldScopeSet(state, entry, drafts);
    case 'machine.scenario-set':
      return foldScenarioSet(state, entry, drafts);
    case 'machine.merged':
      return foldMachinesMerged(state, entry, drafts);
    case 'machine.kept-apart':
      return foldMachinesKeptApart(state, entry, drafts);
    case 'group.changed':
      return { ...state, groupEdits: [...state.groupEdits.filter((group) => group.groupId !== entry.payload.groupId), entry.payload] };
    case 'dependencies.rules-changed':
      return { ...state, dependencyRules: { ...DEFAULT_DEPENDENCY_RULES, ...entry.payload.rules } };
    case 'plan.limits-changed':
      return { ...state, waveLimits: entry.payload.limits };
    case 'plan.adopted':
      return foldPlanAdopted(state, entry);
    case 'plan.groups-moved':
      return foldGroupsMoved(state, entry);
    case 'checklist.items-marked':
      return foldItemsMarked(state, entry, drafts);
    case 'checklist.evidence-added':
      return foldEvidenceAdded(state, entry, drafts);
    case 'machine.sizes-adopted':
      return foldSizesAdopted(state, entry, drafts);
    case 'engagement.facts-set':
      return foldFactsSet(state, entry);
    case 'finding.overridden':
      return foldOverridden(state, entry, drafts);
    case 'finding.override-withdrawn':
      return foldOverrideWithdrawn(state, entry, drafts);
    case 'backlog.changed':
      return foldBacklogChanged(state, entry, drafts);
    case 'readiness.recorded':
      return foldReadinessRecorded(state, entry);
    case 'azure.target-set':
      return foldTargetSet(state, entry);
    case 'azure.rehearsal-switched':
      return foldRehearsalSwitched(state, entry);
    case 'azure.state-read':
      return foldStateRead(state, entry);
    case 'azure.item-matched':
      return foldItemMatched(state, entry, drafts);
    case 'checklist.checked':
      return foldChecked(state, entry, drafts);
    case 'journal.note-added':
      return { ...state, notes: extended(state.notes, [{ ...entry.payload, by: entry.actor, at: entry.recordedAt }], drafts) };
    case 'report.exported':
      return { ...state, reports: extended(state.reports, [{ ...entry.payload, by: entry.actor, at: entry.recordedAt }], drafts) };
    case 'journal.replica-joined':
    case 'journal.entry-undone':
    case 'journal.entry-redone':
      return state;
    default:
      return assertNever(entry);
  }
}

/** Answers are merged one by one: two laptops that answer different questions do not undo each other. */
function changedSettings(settings: EngagementSettings, entry: EntryOf<'engagement.settings-changed'>): EngagementSettings {
  const { answers, ...changes } = entry.payload.changes;
  const changed = { ...settings, ...withoutUndefined(changes) };
  return answers === undefined ? changed : { ...changed, answers: { ...settings.answers, ...stamped(answers, entry) } };
}

function stamped(
  answers: NonNullable<EntryPayload<'engagement.settings-changed'>['changes']['answers']>,
  entry: Entry,
): Record<string, Answer> {
  const stamp = { by: entry.actor, at: entry.recordedAt };
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...withoutUndefined(answer), ...stamp }]));
}

function created(entry: EntryOf<'engagement.created'>): Engagement {
  const { answers, ...settings } = entry.payload.settings;
  return {
    id: entry.payload.engagementId,
    createdAt: entry.recordedAt,
    settings: answers === undefined ? settings : { ...settings, answers: stamped(answers, entry) },
    facts: {},
    factsChangedAt: null,
    imports: [],
    machines: new Map(),
    mergedInto: new Map(),
    keptApart: new Set(),
    groupEdits: [],
    dependencyRules: DEFAULT_DEPENDENCY_RULES,
    waveLimits: DEFAULT_WAVE_LIMITS,
    plan: null,
    marks: new Map(),
    azure: NO_AZURE,
    overrides: new Map(),
    tasks: new Map(),
    ruleSets: NO_RULE_SET_HISTORY,
    notes: [],
    reports: [],
  };
}
