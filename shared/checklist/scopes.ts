import type { ChecklistMark, Engagement, ItemScope } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';
import { scenarioById } from '../scenarios/index.ts';
import type { Answers, Step } from '../scenarios/scenario.ts';
import { stepById } from '../scenarios/steps.ts';

export const ENGAGEMENT_SCOPE: ItemScope = { kind: 'engagement', id: 'engagement' };
const VAULT_SCOPE: ItemScope = { kind: 'vault', id: 'vault' };
const ONLY_SITE = 'site';
const NO_ANSWERS: Answers = new Map();

/** Everything the checklist looks up again and again, gathered once per state of the engagement. */
export interface ChecklistIndex {
  readonly engagement: Engagement;
  /** Steps of all scenarios of the engagement, each once, in working order. */
  readonly steps: readonly Step[];
  readonly hasStep: ReadonlySet<string>;
  readonly machines: readonly Machine[];
  readonly machinesOfWave: ReadonlyMap<string, readonly Machine[]>;
  readonly waveOfMachine: ReadonlyMap<string, string>;
  readonly machinesOfSite: ReadonlyMap<string, readonly Machine[]>;
  /** Step -> "kind|id" -> mark. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, ChecklistMark>>;
}

let latest: ChecklistIndex | null = null;

/** The index of an engagement; the last one is kept, because many questions follow on one state. */
export function checklistIndex(engagement: Engagement): ChecklistIndex {
  if (latest?.engagement === engagement) return latest;
  const stepIds = [...new Set(engagement.settings.scenarios.flatMap((id) => scenarioById(id)?.stepIds ?? []))];
  const machines = [...engagement.machines.values()].filter((machine) => machine.isInScope);
  const { machinesOfWave, waveOfMachine } = waveMembers(engagement);
  latest = {
    engagement,
    steps: stepIds.flatMap((id) => stepById(id) ?? []),
    hasStep: new Set(stepIds),
    machines,
    machinesOfWave,
    waveOfMachine,
    machinesOfSite: Map.groupBy(machines, siteOf),
    marks: marksByStep(engagement),
  };
  return latest;
}

export function siteOf(machine: Machine): string {
  return machine.facts.site ?? ONLY_SITE;
}

function waveMembers(engagement: Engagement): { machinesOfWave: Map<string, Machine[]>; waveOfMachine: Map<string, string> } {
  const machinesOfWave = new Map<string, Machine[]>();
  const waveOfMachine = new Map<string, string>();
  const membersOf = new Map((engagement.plan?.groups ?? []).map((group) => [group.id, group.machineIds]));
  for (const wave of engagement.plan?.waves ?? []) {
    const members = wave.groupIds.flatMap((id) => membersOf.get(id) ?? []).flatMap((id) => engagement.machines.get(id) ?? []);
    const inScope = members.filter((machine) => machine.isInScope);
    machinesOfWave.set(wave.id, inScope);
    for (const machine of inScope) waveOfMachine.set(machine.id, wave.id);
  }
  return { machinesOfWave, waveOfMachine };
}

function marksByStep(engagement: Engagement): Map<string, Map<string, ChecklistMark>> {
  const marks = new Map<string, Map<string, ChecklistMark>>();
  for (const mark of engagement.marks.values()) {
    const ofStep = marks.get(mark.stepId) ?? new Map<string, ChecklistMark>();
    ofStep.set(scopeKey(mark.scope), mark);
    marks.set(mark.stepId, ofStep);
  }
  return marks;
}

export function scopeKey(scope: ItemScope): string {
  return `${scope.kind}|${scope.id}`;
}

/** Whether a step has an item for a machine: its scenario has the step, and the step's condition does not surely rule it out. */
export function concernsMachine(step: Step, machine: Machine): boolean {
  const scenario = scenarioById(machine.scenario);
  if (scenario?.stepIds.includes(step.id) === false) return false;
  const concerns = step.condition?.concerns;
  return concerns === undefined || concerns({ facts: machine.facts, traits: new Set(scenario?.traits) }, NO_ANSWERS) !== false;
}

/** All things a step is to be done for. Lazy, because a step per machine may have thousands. */
export function* scopesOf(step: Step, index: ChecklistIndex): Generator<ItemScope, void, void> {
  switch (step.per) {
    case 'engagement':
      yield ENGAGEMENT_SCOPE;
      return;
    case 'vault':
      yield VAULT_SCOPE;
      return;
    case 'site':
      if (index.machinesOfSite.size === 0) yield { kind: 'site', id: ONLY_SITE };
      for (const id of index.machinesOfSite.keys()) yield { kind: 'site', id };
      return;
    case 'wave':
      for (const wave of index.engagement.plan?.waves ?? []) yield { kind: 'wave', id: wave.id };
      return;
    case 'machine':
      for (const machine of index.machines) if (concernsMachine(step, machine)) yield { kind: 'machine', id: machine.id };
      return;
    default:
      step.per satisfies never;
  }
}

export function scopeTitle(scope: ItemScope, engagement: Engagement): string {
  if (scope.kind === 'machine') return engagement.machines.get(scope.id)?.facts.name ?? scope.id;
  if (scope.kind === 'wave') return engagement.plan?.waves.find((wave) => wave.id === scope.id)?.title ?? scope.id;
  if (scope.kind === 'site') return scope.id === ONLY_SITE ? 'The site' : scope.id;
  return scope.kind === 'vault' ? 'Vault and target region' : 'Whole engagement';
}
