import type { ChecklistIndex } from '../checklist/checklist-index.ts';
import { isItem, machinesOf, scopesOf } from '../checklist/scopes.ts';
import type { AzureCheck } from '../domain/azure.ts';
import { markKey, type ItemScope } from '../domain/engagement.ts';
import type { StepId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { Step } from '../scenarios/scenario.ts';
import type { AzureState } from './azure-state.ts';
import { checkMachines } from './check-machines.ts';
import type { CheckContext, CheckMachine, CheckResult } from './checks/check.ts';
import { azureChecks } from './checks/index.ts';
import type { AzureMatches } from './match-items.ts';

export interface ItemResult extends CheckResult {
  readonly stepId: StepId;
  readonly scope: ItemScope;
}

export interface Evaluation {
  /** What is new: a verdict or sentence that was not known, or every result that was asked for by name. */
  readonly results: readonly ItemResult[];
  /** Steps that were looked at as a whole. */
  readonly sweptStepIds: readonly StepId[];
  readonly counts: Readonly<Record<AzureCheck['verdict'], number>>;
}

interface EvaluateParts {
  readonly state: AzureState;
  readonly index: ChecklistIndex;
  readonly matches: AzureMatches;
  readonly known: ReadonlyMap<string, AzureCheck>;
  /** `null` = everything that the API can show. */
  readonly wanted: readonly { readonly stepId: StepId; readonly scope: ItemScope }[] | null;
}

/** What the data of Azure say about checklist items. Pure; yields between items. */
export function* evaluateChecks(parts: EvaluateParts): Generator<void, Evaluation, void> {
  const { index, wanted, known } = parts;
  const machineOf = machineLookup(parts);
  const results: ItemResult[] = [];
  const counts = { done: 0, 'not-done': 0, unknown: 0 };
  const sweptStepIds: StepId[] = [];
  const take = (step: Step, scope: ItemScope, isAsked: boolean): void => {
    const result = evaluate(step, scope, { parts, machineOf });
    if (result === null) return;
    counts[result.verdict] += 1;
    if (isAsked || isNews(result, known.get(markKey(step.id, scope)))) results.push(result);
  };
  for (const { stepId, scope } of wanted ?? []) {
    const step = index.hasStep.has(stepId) ? index.catalogue.step(stepId) : undefined;
    if (step !== undefined && isItem(step, scope, index)) take(step, scope, true);
    yield;
  }
  if (wanted !== null) return { results, sweptStepIds, counts };
  // Looked up one by one beforehand: a step of the whole engagement would look up all of them at once.
  for (const machine of index.machines) {
    machineOf(machine);
    yield;
  }
  for (const step of index.steps) {
    if (step.verification.kind !== 'api' || azureChecks[step.id] === undefined) continue;
    sweptStepIds.push(step.id);
    for (const scope of scopesOf(step, index)) {
      take(step, scope, false);
      yield;
    }
  }
  return { results, sweptStepIds, counts };
}

/** "Unknown" about what was never known says nothing and is not written down. */
function isNews({ verdict, text }: ItemResult, known: AzureCheck | undefined): boolean {
  return known === undefined ? verdict !== 'unknown' : known.verdict !== verdict || known.text !== text;
}

interface Evaluating {
  readonly parts: EvaluateParts;
  readonly machineOf: (machine: Machine) => CheckMachine;
}

function evaluate(step: Step, scope: ItemScope, { parts, machineOf }: Evaluating): ItemResult | null {
  const check = azureChecks[step.id];
  if (check === undefined || step.verification.kind !== 'api') return null;
  const { index, state } = parts;
  const { machines: concerned, ids } = index.concerned(step);
  const own = machinesOf(scope, index)?.filter((machine) => ids.has(machine.id)) ?? concerned;
  const { targetRegion, vaultRegion } = index.engagement.settings;
  const context: CheckContext = { state, targetRegion, vaultRegion, machines: own.map(machineOf) };
  const { isPast, ...result } = check(context);
  const before = parts.known.get(markKey(step.id, scope));
  // What was done while the item was there stays done when the migration took the item away.
  const stands = isPast === true && before?.verdict === 'done' ? { verdict: before.verdict, text: before.text } : {};
  return { stepId: step.id, scope, ...result, ...stands };
}

function machineLookup({ state, matches, index }: EvaluateParts): (machine: Machine) => CheckMachine {
  const windows = new Map(index.engagement.plan?.waves.map((wave) => [wave.id, wave.window?.endsAt ?? null]));
  return checkMachines({
    state,
    matches,
    targetRegion: index.engagement.settings.targetRegion,
    isFromAzure: ({ scenario, facts }) => facts.sourceIsAzureVm === true || index.catalogue.traitsOf(scenario).has('azure-source'),
    cutoverAt: (id) => windows.get(index.waveOfMachine.get(id) ?? '') ?? null,
  });
}
