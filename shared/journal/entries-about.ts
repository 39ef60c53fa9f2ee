import { assertNever } from '../domain/assert-never.ts';
import type { Entry, EntryPayload } from './entry.ts';

/** What a machine is and was called: its id, ids that were merged into it, and the imports that speak of it. */
export interface MachineTraces {
  readonly ids: ReadonlySet<string>;
  readonly importIds: ReadonlySet<string>;
}

/** How a note names the machine that it is about. */
export function aboutMachine(machineId: string): string {
  return `machine:${machineId}`;
}

type Rules = EntryPayload<'dependencies.rules-changed'>['rules'];

interface Memory {
  readonly found: Set<string>;
  rules: Rules | null;
  /** The groups of the plan in force that hold the machine. */
  groupIds: ReadonlySet<string>;
}

/** Ids of all entries that concern a machine, the undone ones too: its history. Entries come oldest first. */
export function entriesAbout(entries: readonly Entry[], traces: MachineTraces): ReadonlySet<string> {
  const memory: Memory = { found: new Set(), rules: null, groupIds: new Set() };
  for (const entry of entries) if (concerns(entry, traces, memory)) memory.found.add(entry.id);
  return memory.found;
}

function concerns(entry: Entry, { ids, importIds }: MachineTraces, memory: Memory): boolean {
  const hasOne = (named: readonly string[]): boolean => named.some((id) => ids.has(id));
  switch (entry.kind) {
    case 'inventory.imported':
      return importIds.has(entry.payload.importId);
    case 'machine.values-set':
    case 'machine.scope-set':
    case 'machine.scenario-set':
    case 'machine.kept-apart':
    case 'group.changed':
    case 'finding.override-withdrawn':
      return hasOne(entry.payload.machineIds);
    case 'machine.source-chosen':
      return hasOne(Object.keys(entry.payload.values));
    case 'machine.merged':
      return hasOne([entry.payload.keepId, ...entry.payload.mergedIds]);
    case 'machine.sizes-adopted':
      return entry.payload.sizes.some(({ machineIds }) => hasOne(machineIds));
    case 'finding.overridden':
      return hasOne(entry.payload.machines.map(({ machineId }) => machineId));
    case 'backlog.changed':
      return entry.payload.tasks.some(({ machines }) => hasOne(machines.map(({ machineId }) => machineId)));
    case 'checklist.items-marked':
      return entry.payload.items.some(({ scope }) => scope.kind === 'machine' && ids.has(scope.id));
    case 'checklist.evidence-added':
      return entry.payload.scope.kind === 'machine' && ids.has(entry.payload.scope.id);
    case 'checklist.checked':
      return entry.payload.results.some(({ scope }) => scope.kind === 'machine' && ids.has(scope.id));
    case 'azure.item-matched':
      return entry.payload.machineId !== null && ids.has(entry.payload.machineId);
    case 'dependencies.rules-changed': {
      const before = memory.rules;
      memory.rules = entry.payload.rules;
      return namedIn(entry.payload.rules, ids) !== (before === null ? '' : namedIn(before, ids));
    }
    case 'plan.adopted': {
      const own = entry.payload.groups.filter(({ machineIds }) => hasOne(machineIds));
      memory.groupIds = new Set(own.map(({ id }) => id));
      return own.length > 0;
    }
    case 'plan.groups-moved':
      return entry.payload.groupIds.some((id) => memory.groupIds.has(id));
    case 'journal.note-added':
      return entry.payload.about !== null && [...ids].some((id) => entry.payload.about === aboutMachine(id));
    case 'journal.entry-undone':
    case 'journal.entry-redone':
      return memory.found.has(entry.payload.entryId);
    case 'engagement.created':
    case 'engagement.settings-changed':
    case 'engagement.facts-set':
    case 'journal.replica-joined':
    case 'plan.limits-changed':
    case 'readiness.recorded':
    case 'azure.target-set':
    case 'azure.rehearsal-switched':
    case 'azure.state-read':
    case 'report.exported':
      return false;
    default:
      return assertNever(entry);
  }
}

/** What the rules say of a machine, as text to compare. */
function namedIn({ cuts, together, sharedMachineIds, ownMachineIds }: Rules, ids: ReadonlySet<string>): string {
  const pairs = [cuts, together].map((list) => list.filter(({ a, b }) => ids.has(a) || ids.has(b)));
  const decisions = [sharedMachineIds, ownMachineIds].map((list) => list.filter((id) => ids.has(id)));
  const all = [...pairs, ...decisions];
  return all.every((list) => list.length === 0) ? '' : JSON.stringify(all);
}
