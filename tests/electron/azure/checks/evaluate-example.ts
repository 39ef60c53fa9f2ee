import type { AzureState } from '../../../../shared/azure/azure-state.ts';
import { evaluateChecks, type ItemResult } from '../../../../shared/azure/evaluate-checks.ts';
import { matchAzure } from '../../../../shared/azure/match-items.ts';
import { checklistIndex } from '../../../../shared/checklist/checklist-index.ts';
import { scopesOf } from '../../../../shared/checklist/scopes.ts';
import type { AzureCheck } from '../../../../shared/domain/azure.ts';
import type { Engagement } from '../../../../shared/domain/engagement.ts';
import type { Machine, MachineFacts } from '../../../../shared/domain/machine.ts';
import { runToEnd } from '../../../../shared/domain/run-to-end.ts';
import { emptyEngagement } from '../../../support/empty-engagement.ts';

export interface ExampleQuestion {
  readonly stepId: string;
  readonly scenario: string;
  readonly facts?: Partial<MachineFacts>;
  readonly settings?: Partial<Engagement['settings']>;
  readonly known?: ReadonlyMap<string, AzureCheck>;
}

/** What the product says of a step for an engagement with one machine in one wave. */
export function evaluateExample(state: AzureState, { stepId, scenario, facts, settings, known = new Map() }: ExampleQuestion): ItemResult {
  const engagement = engagementOf({ scenario, ...(facts === undefined ? {} : { facts }), ...(settings === undefined ? {} : { settings }) });
  const index = checklistIndex({ engagement, verdicts: new Map(), planProblems: null });
  const step = index.catalogue.step(stepId);
  const [scope] = step === undefined ? [] : scopesOf(step, index);
  if (!index.hasStep.has(stepId) || scope === undefined) throw new Error(`${stepId} is no step of ${scenario} for this machine.`);
  const { machines, mergedInto, azure } = engagement;
  const matches = runToEnd(matchAzure(state, { machines, mergedInto, decisions: azure.real.matches }));
  const [result] = runToEnd(evaluateChecks({ state, index, matches, known, wanted: [{ stepId, scope }] })).results;
  if (result === undefined) throw new Error(`${stepId} has no result.`);
  return result;
}

function engagementOf({ scenario, facts, settings }: Pick<ExampleQuestion, 'scenario' | 'facts' | 'settings'>): Engagement {
  const machine = {
    id: 'm1',
    scenario,
    isInScope: true,
    facts: { name: 'srv-1', osFamily: 'windows', ipAddresses: ['10.0.0.4'], ...facts },
    readings: {},
  } as unknown as Machine;
  const empty = emptyEngagement();
  const window = {
    id: 'w',
    title: '',
    startsAt: '2026-11-07T20:00:00.000Z',
    endsAt: '2026-11-08T02:00:00.000Z',
    timeZone: 'UTC',
    isFrozen: false,
  };
  return {
    ...empty,
    settings: { ...empty.settings, scenarios: [scenario], targetRegion: 'westeurope', ...settings },
    machines: new Map([['m1', machine]]),
    plan: {
      groups: [{ id: 'g1', title: 'g1', machineIds: ['m1'], reason: 'single' }],
      waves: [{ id: 'wave-1', number: 1, title: 'Wave 1', window, groupIds: ['g1'] }],
    } as unknown as Engagement['plan'],
  };
}
