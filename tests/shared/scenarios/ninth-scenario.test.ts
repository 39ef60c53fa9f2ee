import { expect, it } from 'vitest';

import { checklistView, itemsOf } from '../../../shared/checklist/checklist.ts';
import type { Machine } from '../../../shared/domain/machine.ts';
import type { RuleContext } from '../../../shared/readiness/rule.ts';
import { catalogue, createCatalogue } from '../../../shared/scenarios/catalogue.ts';
import { scenarios } from '../../../shared/scenarios/index.ts';
import type { Scenario } from '../../../shared/scenarios/scenario.ts';
import { readinessOf } from '../../../shared/snapshot/scenario-readiness.ts';
import { factsOf } from '../checklist/checklist-world.ts';
import { EMPTY_CONTEXT } from '../readiness/context.ts';

/** What copying a folder, changing its data and adding one line to the list amounts to. */
function copyOf(original: Scenario, changes: Partial<Scenario>): Scenario {
  return { ...original, ...changes };
}

const CONTEXT: RuleContext = { ...EMPTY_CONTEXT, scenario: 'ninth', isRouteDecided: true };

it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('a copy of %s works like its model', (id, original) => {
  const ninth = copyOf(original, {
    id: 'ninth',
    title: 'Ninth scenario',
    stepIds: original.stepIds.filter((step) => step !== 'subscribe-alerts'),
  });
  const withNinth = createCatalogue({ ...catalogue, scenarios: [...scenarios, ninth] });
  const machines = [
    { id: 'm1', wave: 1, facts: { osFamily: 'windows', disks: [{ id: 'd', isEncrypted: true }] } },
    { id: 'm2', wave: 1, facts: { osFamily: 'linux', disks: [{ id: 'd', isEncrypted: true }] } },
  ] as const;
  const model = factsOf({ scenarios: [id], machines });
  const copy = factsOf({ scenarios: ['ninth'], machines, catalogue: withNinth });

  const ofModel = checklistView(model);
  const ofCopy = checklistView(copy);
  const plain = (view: typeof ofModel) =>
    view.steps.filter((step) => step.id !== 'subscribe-alerts').map((step) => ({ ...step, scenarios: [] }));
  expect(plain(ofCopy)).toEqual(plain(ofModel));
  expect(ofCopy.steps.some((step) => step.id === 'subscribe-alerts')).toBe(false);
  expect(ofCopy.questions.map((question) => question.id)).toEqual(ofModel.questions.map((question) => question.id));
  expect(ofCopy.scenarios[0]?.title).toBe('Ninth scenario');

  const everything = { stepId: null, waveId: null, machineId: null };
  expect(itemsOf(copy, everything, 1).total).toBe(
    itemsOf(model, everything, 1).total - (original.stepIds.includes('subscribe-alerts') ? 1 : 0),
  );

  const machine: Machine = {
    id: 'm',
    scenario: 'ninth',
    isInScope: true,
    facts: { name: 'm', osFamily: 'windows' },
    statements: [],
    personValues: {},
  };
  const engine = readinessOf(withNinth);
  const asNinth = engine.assessMachine(machine, CONTEXT, engine.rulesFor('ninth'));
  const asModel = engine.assessMachine({ ...machine, scenario: id }, { ...CONTEXT, scenario: id }, engine.rulesFor(id));
  expect(asNinth).toEqual(asModel);
});
