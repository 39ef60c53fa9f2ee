import type { Engagement } from '../domain/engagement.ts';
import type { MachineId, StepId, WaveId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { Verdict } from '../readiness/rule.ts';
import { catalogue, type Catalogue } from '../scenarios/catalogue.ts';
import type { Answers, ScenarioTrait, Step } from '../scenarios/scenario.ts';
import { answersOf } from './answers.ts';
import type { MarkTally } from './count-items.ts';
import type { ItemState } from './item-state.ts';
import { siteOf } from './scopes.ts';

/** What the checklist is computed from. One object per state: whoever asks again hands in the same one. */
export interface ChecklistFacts {
  readonly engagement: Engagement;
  readonly verdicts: ReadonlyMap<MachineId, Verdict>;
  /** What is wrong with the plan in force; empty when nothing is, `null` without a plan. */
  readonly planProblems: readonly string[] | null;
  /** Fix tasks of a machine that are neither mended nor accepted; machines without any are not in it. Absent: not known. */
  readonly blockingTasks?: ReadonlyMap<MachineId, number>;
  /** Only tests hand in another than the product's. */
  readonly catalogue?: Catalogue;
}

/** Machines that a step concerns; those of which that is not known are among them. */
export interface Concerned {
  readonly machines: readonly Machine[];
  readonly ids: ReadonlySet<MachineId>;
  readonly unknownCount: number;
  /** Machines of scenarios with this step, concerned or not. */
  readonly candidateCount: number;
}

/** Everything the checklist looks up again and again, gathered once per state of the engagement. */
export interface ChecklistIndex {
  readonly facts: ChecklistFacts;
  readonly engagement: Engagement;
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  readonly traits: ReadonlySet<ScenarioTrait>;
  /** Steps of all scenarios of the engagement, each once, in working order; without those that an answer rules out. */
  readonly steps: readonly Step[];
  readonly hasStep: ReadonlySet<StepId>;
  /** Steps of the scenarios that an answer rules out, with the reason. */
  readonly ruledOut: readonly { readonly step: Step; readonly reason: string }[];
  readonly machines: readonly Machine[];
  readonly machinesOfWave: ReadonlyMap<WaveId, readonly Machine[]>;
  readonly waveOfMachine: ReadonlyMap<MachineId, WaveId>;
  readonly machinesOfSite: ReadonlyMap<string, readonly Machine[]>;
  readonly concerned: (step: Step) => Concerned;
  /** Filled while questions are answered: what was decided once need not be decided again. */
  readonly memo: Memo;
}

interface Memo {
  /** Step -> id of the thing -> where its item stands, for items that data can close. */
  readonly states: Map<StepId, Map<string, ItemState>>;
  /** What a step waits for that is done once for the whole engagement or vault. */
  readonly waits: Map<StepId, string | null>;
  tally: MarkTally | null;
}

const indexes = new WeakMap<ChecklistFacts, ChecklistIndex>();

/** The index of one state, built at the first question. */
export function checklistIndex(facts: ChecklistFacts): ChecklistIndex {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const index = buildIndex(facts);
  indexes.set(facts, index);
  return index;
}

function buildIndex(facts: ChecklistFacts): ChecklistIndex {
  const { engagement } = facts;
  const used = facts.catalogue ?? catalogue;
  const chosen = engagement.settings.scenarios.flatMap((id) => used.scenario(id) ?? []);
  const wanted = new Set(chosen.flatMap((scenario) => scenario.stepIds));
  const answers = answersOf(engagement.settings);
  const ordered = used.steps.filter((step) => wanted.has(step.id));
  const ruledOut = ordered.flatMap((step) => {
    const reason = reasonRuledOut(step, answers);
    return reason === null ? [] : [{ step, reason }];
  });
  const out = new Set(ruledOut.map(({ step }) => step.id));
  const steps = ordered.filter((step) => !out.has(step.id));
  const machines = [...engagement.machines.values()].filter((machine) => machine.isInScope);
  const { machinesOfWave, waveOfMachine } = waveMembers(engagement);
  return {
    facts,
    engagement,
    catalogue: used,
    answers,
    traits: new Set(chosen.flatMap((scenario) => scenario.traits)),
    steps,
    hasStep: new Set(steps.map((step) => step.id)),
    ruledOut,
    machines,
    machinesOfWave,
    waveOfMachine,
    machinesOfSite: Map.groupBy(machines, siteOf),
    concerned: concernedLookup(machines, used, answers),
    memo: { states: new Map(), waits: new Map(), tally: null },
  };
}

/** Why an answer rules a step out; `null` when none does. Another route ends the checklist after the assessment. */
function reasonRuledOut(step: Step, answers: Answers): string | null {
  const [route] = answers.get('route') ?? [];
  if (route !== undefined && route !== 'site-recovery' && step.phase !== 'assess')
    return 'The route is not Site Recovery: the checklist ends after the assessment.';
  return step.condition?.holds?.(answers) === false ? step.condition.otherwise : null;
}

/**
 * Steps with the same condition in the same scenarios concern the same machines: thousands of machines are walked once for
 * each such kind of step and not for each step.
 */
function concernedLookup(machines: readonly Machine[], used: Catalogue, answers: Answers): (step: Step) => Concerned {
  const byStep = new Map<StepId, Concerned>();
  const byKind = new Map<unknown, Map<string, Concerned>>();
  const scenarioIds = [...new Set(machines.map((machine) => machine.scenario))];
  const find = (step: Step): Concerned => {
    const concerns = step.condition?.concerns;
    const withStep = scenarioIds.filter((id) => used.hasStep(id, step.id) !== false);
    const key = withStep.join('|');
    const ofKind = byKind.get(concerns) ?? new Map<string, Concerned>();
    byKind.set(concerns, ofKind);
    const known = ofKind.get(key);
    if (known !== undefined) return known;
    const isAll = withStep.length === scenarioIds.length;
    const found = findConcerned(
      isAll ? machines : machines.filter((machine) => withStep.includes(machine.scenario)),
      (machine) => concerns?.({ facts: machine.facts, traits: used.traitsOf(machine.scenario) }, answers) ?? true,
    );
    ofKind.set(key, found);
    return found;
  };
  return (step) => {
    const found = byStep.get(step.id) ?? find(step);
    byStep.set(step.id, found);
    return found;
  };
}

function findConcerned(candidates: readonly Machine[], decide: (machine: Machine) => boolean | 'unknown'): Concerned {
  const found: Machine[] = [];
  let unknownCount = 0;
  for (const machine of candidates) {
    const isConcerned = decide(machine);
    if (isConcerned === false) continue;
    if (isConcerned === 'unknown') unknownCount += 1;
    found.push(machine);
  }
  return { machines: found, ids: new Set(found.map((machine) => machine.id)), unknownCount, candidateCount: candidates.length };
}

function waveMembers(engagement: Engagement): { machinesOfWave: Map<WaveId, Machine[]>; waveOfMachine: Map<MachineId, WaveId> } {
  const machinesOfWave = new Map<WaveId, Machine[]>();
  const waveOfMachine = new Map<MachineId, WaveId>();
  const membersOf = new Map((engagement.plan?.groups ?? []).map((group) => [group.id, group.machineIds]));
  for (const wave of engagement.plan?.waves ?? []) {
    const members = wave.groupIds.flatMap((id) => membersOf.get(id) ?? []).flatMap((id) => engagement.machines.get(id) ?? []);
    const inScope = members.filter((machine) => machine.isInScope);
    machinesOfWave.set(wave.id, inScope);
    for (const machine of inScope) waveOfMachine.set(machine.id, wave.id);
  }
  return { machinesOfWave, waveOfMachine };
}
