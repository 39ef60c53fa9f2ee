import { describe, expect, it } from 'vitest';

import { SCENARIO_IDS } from '../../../shared/domain/scenario-ids.ts';
import { scenarios } from '../../../shared/scenarios/index.ts';
import { PHASES } from '../../../shared/scenarios/scenario.ts';
import { stepById, steps } from '../../../shared/scenarios/steps.ts';

/** Steps per phase as the facts of September 2026 list them, in the order of the phases. */
const COUNTS: Readonly<Record<string, { readonly total: number; readonly phases: readonly number[] }>> = {
  vmware: { total: 70, phases: [11, 13, 10, 5, 4, 4, 4, 7, 12] },
  'classic-vault': { total: 64, phases: [11, 13, 5, 7, 2, 3, 4, 7, 12] },
  'hyper-v': { total: 60, phases: [11, 11, 6, 3, 3, 4, 4, 7, 11] },
  'hyper-v-vmm': { total: 62, phases: [11, 11, 7, 4, 3, 4, 4, 7, 11] },
  physical: { total: 68, phases: [11, 13, 8, 5, 4, 4, 4, 7, 12] },
  'aws-windows': { total: 69, phases: [11, 13, 9, 5, 4, 4, 4, 7, 12] },
  'aws-linux': { total: 69, phases: [11, 13, 9, 5, 4, 4, 4, 7, 12] },
  'cross-region': { total: 56, phases: [10, 11, 4, 2, 3, 4, 4, 8, 10] },
};

it.each(SCENARIO_IDS)('%s has as many steps per phase as the facts say', (id) => {
  const stepIds = scenarios.find((scenario) => scenario.id === id)?.stepIds ?? [];
  const perPhase = PHASES.map((phase) => stepIds.filter((stepId) => stepById(stepId)?.phase === phase.id).length);
  expect({ total: stepIds.length, phases: perPhase }).toEqual(COUNTS[id]);
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('scenario %s', (_id, scenario) => {
  it('names every step once, and only steps of the catalogue', () => {
    expect(new Set(scenario.stepIds).size).toBe(scenario.stepIds.length);
    expect(scenario.stepIds.filter((stepId) => stepById(stepId) === undefined)).toEqual([]);
  });

  it('asks for nothing before it can be there', () => {
    const place = new Map(scenario.stepIds.map((stepId, index) => [stepId, index]));
    const wrong = scenario.stepIds.flatMap((stepId, index) =>
      (stepById(stepId)?.after ?? []).filter((before) => (place.get(before) ?? -1) >= index).map((before) => `${stepId} after ${before}`),
    );
    expect(wrong).toEqual([]);
  });
});

it('lists the steps of a scenario in the order of the catalogue', () => {
  for (const scenario of scenarios) {
    const own = new Set(scenario.stepIds);
    expect(steps.filter((step) => own.has(step.id)).map((step) => step.id)).toEqual([...scenario.stepIds]);
  }
});

it('begins with every scenario of the facts, in that order; others follow', () => {
  expect(scenarios.slice(0, SCENARIO_IDS.length).map((scenario) => scenario.id)).toEqual([...SCENARIO_IDS]);
  expect(new Set(scenarios.map((scenario) => scenario.id)).size).toBe(scenarios.length);
});
