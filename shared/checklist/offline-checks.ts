import type { ItemScope } from '../domain/engagement.ts';
import type { Instant, MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import { vsphereVersions } from '../readiness/operating-systems.data.ts';
import type { OfflineCheckId } from '../scenarios/scenario.ts';
import type { ChecklistIndex } from './checklist-index.ts';
import { machinesOf } from './scopes.ts';

/**
 * What the data of the engagement say about an item. `done`: they show it. `against`: they contradict it, nobody may tick it.
 * `open`: they cannot decide; a person may, with evidence.
 */
export interface Seen {
  readonly verdict: 'done' | 'against' | 'open';
  readonly text: string;
  /** How old the data are that show it; `null` when there are none. */
  readonly at: Instant | null;
}

type Check = (scope: ItemScope, index: ChecklistIndex) => Seen;

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** When the newest import was read. */
function importedAt(index: ChecklistIndex): Instant | null {
  return index.engagement.imports.reduce<Instant | null>(
    (newest, record) => (newest === null || record.importedAt > newest ? record.importedAt : newest),
    null,
  );
}

const inventoryImported: Check = (_scope, index) => {
  const at = importedAt(index);
  if (index.machines.length === 0) return { verdict: 'against', text: 'No machine is in scope yet.', at };
  const imports = count(index.engagement.imports.length, 'import');
  return { verdict: 'done', text: `${count(index.machines.length, 'machine')} in scope from ${imports}.`, at };
};

const machineAssessed: Check = (scope, index) => {
  const at = importedAt(index);
  switch (index.facts.verdicts.get(scope.id)) {
    case 'ready':
      return { verdict: 'done', text: 'No rule is raised and no fact is missing.', at };
    case 'blocked':
      return { verdict: 'against', text: 'A blocker is open: clear it, override it, or take the machine out of scope.', at };
    case 'ready-with-warnings':
      return warningsSettled(index.facts.blockingTasks, scope.id, at);
    case 'undecided':
    case undefined:
    default:
      return { verdict: 'open', text: 'Facts are missing that could hide a blocker; find them, or say who looked into it.', at };
  }
};

/** Each warning is a fix task; when all are mended or accepted, somebody has decided on each. */
function warningsSettled(blocking: ReadonlyMap<MachineId, number> | undefined, machineId: MachineId, at: Instant | null): Seen {
  const left = blocking?.get(machineId) ?? 0;
  if (blocking !== undefined && left === 0) return { verdict: 'done', text: 'No blocker, and every warning is mended or accepted.', at };
  const tasks = left === 0 ? 'each warning' : count(left, 'fix task');
  return { verdict: 'open', text: `No blocker; decide on ${tasks} in the backlog, or say here who decided.`, at };
}

const targetSizeChosen: Check = (scope, index) => {
  const facts = index.engagement.machines.get(scope.id)?.facts;
  const at = importedAt(index);
  const missing = [
    ...(facts?.targetVmSize === undefined ? ['size'] : []),
    ...(facts?.targetDiskType === undefined ? ['disk type'] : []),
    ...(facts?.targetVmName === undefined ? ['name'] : []),
  ];
  if (missing.length > 0) return { verdict: 'open', text: `Not entered yet: target ${missing.join(', ')}.`, at };
  return { verdict: 'done', text: `${facts?.targetVmName} is to be a ${facts?.targetVmSize} with ${facts?.targetDiskType}.`, at };
};

const planInForce: Check = (_scope, index) => {
  const { plan } = index.engagement;
  const problems = index.facts.planProblems;
  if (plan === null || problems === null) return { verdict: 'against', text: 'No plan of waves is in force.', at: null };
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return { verdict: 'against', text: `The plan in force has a problem: ${first}${more}`, at: plan.adoptedAt };
  }
  return {
    verdict: 'done',
    text: `A plan of ${count(plan.waves.length, 'wave')} is in force, and every limit is kept.`,
    at: plan.adoptedAt,
  };
};

function vsphereState(machine: Machine): 'fine' | 'unsupported' | 'no-tools' | 'unknown' {
  const { esxiVersion, vcenterVersion, vmwareToolsStatus } = machine.facts;
  const versions = [esxiVersion, vcenterVersion].flatMap((text) => (text === undefined ? [] : (/\d+\.\d+/.exec(text)?.[0] ?? [])));
  if (versions.some((version) => !vsphereVersions.has(version))) return 'unsupported';
  if (vmwareToolsStatus === 'notRunning' || vmwareToolsStatus === 'notInstalled') return 'no-tools';
  return versions.length === 0 || vmwareToolsStatus === undefined ? 'unknown' : 'fine';
}

const vsphereSupported: Check = (scope, index) => {
  const at = importedAt(index);
  const counts = { fine: 0, unsupported: 0, 'no-tools': 0, unknown: 0 };
  for (const machine of machinesOf(scope, index) ?? index.machines)
    if (index.catalogue.traitsOf(machine.scenario).has('vmware')) counts[vsphereState(machine)] += 1;
  const found = [
    ...(counts.unsupported > 0 ? [`${count(counts.unsupported, 'machine')} on an unsupported version`] : []),
    ...(counts['no-tools'] > 0 ? [`${count(counts['no-tools'], 'machine')} without running VMware Tools`] : []),
    ...(counts.unknown > 0 ? [`${count(counts.unknown, 'machine')} of which that is not known`] : []),
  ];
  if (found.length > 0) return { verdict: 'open', text: `Found ${found.join(', ')}; say what becomes of them.`, at };
  if (counts.fine === 0) return { verdict: 'open', text: 'The inventory says nothing about it.', at };
  return { verdict: 'done', text: `${count(counts.fine, 'machine')} on supported versions with running VMware Tools.`, at };
};

const completionReported: Check = (_scope, index) => {
  const newest = index.engagement.reports.findLast((report) => report.preset === 'completion');
  if (newest === undefined) return { verdict: 'open', text: 'No completion report has been exported yet.', at: null };
  for (const mark of index.engagement.marks.values())
    if (mark.at > newest.at) return { verdict: 'open', text: 'The checklist changed after the last completion report.', at: newest.at };
  return { verdict: 'done', text: `The completion report was exported by ${newest.by}.`, at: newest.at };
};

export const offlineChecks: Readonly<Record<OfflineCheckId, Check>> = {
  'inventory-imported': inventoryImported,
  'machine-assessed': machineAssessed,
  'target-size-chosen': targetSizeChosen,
  'plan-in-force': planInForce,
  'vsphere-supported': vsphereSupported,
  'completion-reported': completionReported,
};
