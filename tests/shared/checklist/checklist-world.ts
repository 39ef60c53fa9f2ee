import type { MarkRequest } from '../../../shared/checklist/can-mark.ts';
import type { ChecklistFacts } from '../../../shared/checklist/checklist-index.ts';
import { checklistView, type ItemFilter } from '../../../shared/checklist/checklist.ts';
import type { StepView } from '../../../shared/contract/shapes.ts';
import { NO_AZURE } from '../../../shared/domain/azure.ts';
import { DEFAULT_DEPENDENCY_RULES } from '../../../shared/domain/dependency-rules.ts';
import { markKey, type Answer, type ChecklistMark, type Engagement, type ItemScope } from '../../../shared/domain/engagement.ts';
import { NO_RULE_SET_HISTORY } from '../../../shared/domain/finding.ts';
import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { DEFAULT_WAVE_LIMITS } from '../../../shared/domain/wave.ts';
import type { Verdict } from '../../../shared/readiness/rule.ts';
import type { Catalogue } from '../../../shared/scenarios/catalogue.ts';

export const NOW = '2027-03-01T08:00:00.000Z';
const PERSON = 'Test Person';

export interface World {
  readonly scenarios: readonly string[];
  readonly machines: readonly {
    readonly id: string;
    readonly scenario?: string;
    readonly facts?: Partial<MachineFacts>;
    readonly wave?: number;
  }[];
  readonly answers?: Readonly<Record<string, readonly string[]>>;
  readonly route?: 'site-recovery' | 'azure-migrate' | 'resource-mover' | null;
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  readonly marks?: readonly ChecklistMark[];
  readonly planProblems?: readonly string[];
  readonly blockingTasks?: Readonly<Record<string, number>>;
  readonly catalogue?: Catalogue;
}

/** An engagement made by hand: machines with facts, waves by number, answers, verdicts. */
export function factsOf(world: World): ChecklistFacts {
  const machines = new Map(world.machines.map((machine) => [machine.id, machineOf(machine, world)]));
  const engagement: Engagement = {
    id: 'e',
    createdAt: NOW,
    settings: {
      name: 'Engagement',
      customer: 'Customer',
      scenarios: world.scenarios,
      routeDecision: world.route === null ? null : { route: world.route ?? 'site-recovery', reason: 'Agreed.' },
      targetRegion: 'northeurope',
      vaultRegion: 'northeurope',
      siteLinkMbps: null,
      timeZone: 'UTC',
      isSample: false,
      answers: Object.fromEntries(Object.entries(world.answers ?? {}).map(([id, values]): [string, Answer] => [id, { values }])),
    },
    imports: machines.size === 0 ? [] : [importRecord()],
    machines,
    facts: {},
    factsChangedAt: null,
    overrides: new Map(),
    tasks: new Map(),
    ruleSets: NO_RULE_SET_HISTORY,
    mergedInto: new Map(),
    dependencyRules: DEFAULT_DEPENDENCY_RULES,
    keptApart: new Set(),
    groupEdits: [],
    waveLimits: DEFAULT_WAVE_LIMITS,
    plan: planOf(world),
    azure: NO_AZURE,
    marks: new Map((world.marks ?? []).map((mark) => [markKey(mark.stepId, mark.scope), mark])),
    notes: [],
    reports: [],
  };
  const verdicts = new Map([...machines.keys()].map((id) => [id, world.verdicts?.[id] ?? 'ready']));
  const planProblems = engagement.plan === null ? null : (world.planProblems ?? []);
  const tasks = world.blockingTasks === undefined ? {} : { blockingTasks: new Map(Object.entries(world.blockingTasks)) };
  return { engagement, verdicts, planProblems, ...tasks, ...(world.catalogue === undefined ? {} : { catalogue: world.catalogue }) };
}

function machineOf({ id, scenario, facts }: World['machines'][number], world: World): Machine {
  return {
    id,
    scenario: scenario ?? world.scenarios[0] ?? 'vmware',
    isInScope: true,
    facts: { name: id, ...facts },
    statements: [],
    personValues: {},
  };
}

function planOf({ machines }: World): Engagement['plan'] {
  const numbers = [...new Set(machines.flatMap((machine) => machine.wave ?? []))].toSorted((a, b) => a - b);
  if (numbers.length === 0) return null;
  const inWave = (number: number): string[] => machines.filter((machine) => machine.wave === number).map((machine) => machine.id);
  return {
    id: 'p',
    adoptedAt: NOW,
    adoptedBy: PERSON,
    groups: numbers.map((number) => ({ id: `g${number}`, title: `Group ${number}`, machineIds: inWave(number), reason: 'person' })),
    waves: numbers.map((number) => ({ id: `w${number}`, number, title: `Wave ${number}`, window: null, groupIds: [`g${number}`] })),
    limits: DEFAULT_WAVE_LIMITS,
    lowerBound: 1,
    lowerBoundReason: '',
    boundCertificate: null,
    problemKey: null,
    leftOut: [],
    handMoves: 0,
  };
}

function importRecord(): Engagement['imports'][number] {
  return {
    id: 'i',
    entryId: 'r-2',
    fileName: 'machines.csv',
    fileSha256: '0'.repeat(64),
    fileSizeBytes: 1,
    importedAt: NOW,
    importedBy: PERSON,
    newMachineCount: 0,
    inventorySha256: '0'.repeat(64),
    inventory: {
      formatId: 'csv',
      formatTitle: 'CSV',
      sheets: [],
      fieldSheets: {},
      machines: [],
      skipped: [],
      warnings: [],
    },
  };
}

/** The same state with more marks, as the journal would fold them. */
export function withMarks(facts: ChecklistFacts, marks: readonly ChecklistMark[]): ChecklistFacts {
  const all = new Map(facts.engagement.marks);
  for (const mark of marks) all.set(markKey(mark.stepId, mark.scope), mark);
  return { ...facts, engagement: { ...facts.engagement, marks: all } };
}

export function markOf(stepId: string, scope: ItemScope, state: ChecklistMark['state'] = 'done'): ChecklistMark {
  return {
    stepId,
    scope,
    state,
    by: PERSON,
    at: NOW,
    evidence: [{ kind: 'note', text: 'Seen.', by: PERSON, at: NOW }],
    ...(state === 'not-applicable' ? { reason: 'It does not apply.' } : {}),
  };
}

export const WHOLE: ItemScope = { kind: 'engagement', id: 'engagement' };
export const VAULT: ItemScope = { kind: 'vault', id: 'vault' };
export const M1: ItemScope = { kind: 'machine', id: 'm1' };
export const ANYTHING: ItemFilter = { stepId: null, waveId: null, machineId: null };

/** Three machines on two sites in two waves: Windows, Linux, unknown. */
export const SMALL: World = {
  scenarios: ['vmware'],
  machines: [
    { id: 'm1', wave: 1, facts: { osFamily: 'windows', site: 'North' } },
    { id: 'm2', wave: 1, facts: { osFamily: 'linux', site: 'South' } },
    { id: 'm3', wave: 2, facts: { site: 'South' } },
  ],
};

/** The step as the screen shows it; undefined where nothing needs it. */
export function stepIn(world: World, id: string): StepView | undefined {
  return checklistView(factsOf(world)).steps.find((candidate) => candidate.id === id);
}

/** Asks to mark one item done, with evidence. */
export function done(stepId: string, scope: ItemScope, more: Partial<MarkRequest> = {}): MarkRequest {
  return { items: [{ stepId, scope }], state: 'done', reason: null, newEvidenceCount: 1, ...more };
}
