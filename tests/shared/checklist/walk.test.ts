import { assert, infiniteStream, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canMark } from '../../../shared/checklist/can-mark.ts';
import { checklistIndex, type ChecklistFacts } from '../../../shared/checklist/checklist-index.ts';
import { checklistView } from '../../../shared/checklist/checklist.ts';
import { isClosed } from '../../../shared/checklist/item-state.ts';
import { relevantQuestions } from '../../../shared/checklist/questions.ts';
import { scopesOf } from '../../../shared/checklist/scopes.ts';
import { waveReadiness } from '../../../shared/checklist/wave-readiness.ts';
import type { ItemScope } from '../../../shared/domain/engagement.ts';
import { catalogue } from '../../../shared/scenarios/catalogue.ts';
import type { Step } from '../../../shared/scenarios/scenario.ts';
import { factsOf, markOf, withMarks, type World } from './checklist-world.ts';

/** Answers that let as many steps appear as there are. */
const FULL_ANSWERS = {
  'azure-cloud': ['public'],
  'classic-machines': ['both'],
  'classic-way': ['per-wave'],
  'push-install': ['some'],
  'private-endpoints': ['yes'],
  'vault-identity': ['yes'],
  'keep-addresses': ['per-subnet'],
  'access-path': ['vpn', 'bastion'],
  'hybrid-benefit': ['yes'],
  'compliant-drivers': ['yes'],
  'recovery-plans': ['yes'],
  'disaster-recovery': ['yes'],
} as const;

/** Windows, Linux and unknown machines on two sites in two waves; one is encrypted, one has warnings, one misses facts. */
function worldOf(scenario: string): World {
  return {
    scenarios: [scenario],
    answers: FULL_ANSWERS,
    machines: [
      { id: 'm1', wave: 1, facts: { osFamily: 'windows', site: 'North' } },
      { id: 'm2', wave: 1, facts: { osFamily: 'linux', site: 'North', disks: [{ id: 'd', isEncrypted: true }] } },
      { id: 'm3', wave: 2, facts: { osFamily: 'linux', site: 'South', disks: [{ id: 'd', isEncrypted: false }] } },
      { id: 'm4', wave: 2, facts: { site: 'South' } },
    ],
    verdicts: { m3: 'ready-with-warnings', m4: 'undecided' },
  };
}

function request(step: Step, scope: ItemScope) {
  return { items: [{ stepId: step.id, scope }], state: 'done', reason: null, newEvidenceCount: 1 } as const;
}

/** Ticks every item of every step in working order. */
function walk(start: ChecklistFacts): ChecklistFacts {
  let facts = start;
  for (const step of checklistIndex(start).steps) {
    for (const scope of [...scopesOf(step, checklistIndex(facts))]) {
      expect(canMark(facts, request(step, scope)), `${step.id} for ${scope.id}`).toBeNull();
      facts = withMarks(facts, [markOf(step.id, scope)]);
    }
  }
  return facts;
}

describe.each(catalogue.scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (id, scenario) => {
  it('shows every step when the answers ask for all of them', () => {
    const view = checklistView(factsOf(worldOf(id)));
    expect(view.steps.map((step) => step.id)).toEqual([...scenario.stepIds].filter((step) => isNeededBy(step, id)));
    expect(view.questions.filter((question) => question.answer === null)).toEqual([]);
  });

  it('can be walked from the first step to the last', () => {
    const end = walk(factsOf(worldOf(id)));
    const view = checklistView(end);
    expect(view.phases.every((phase) => phase.done === phase.total)).toBe(true);
    expect(view.steps.filter((step) => step.doneCount !== step.totalCount).map((step) => step.id)).toEqual([]);
    const verdicts = { ready: 1, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
    const ready = waveReadiness(end, [
      { id: 'w1', verdicts },
      { id: 'w2', verdicts },
    ]);
    expect([...ready.values()].map((wave) => [wave.isReady, wave.openCriticalCount])).toEqual([
      [true, 0],
      [true, 0],
    ]);
  });

  it('can be walked without any machine being known yet, up to where waves are needed', () => {
    const start = factsOf({ scenarios: [id], machines: [], answers: FULL_ANSWERS });
    const first = checklistIndex(start).steps[0];
    expect(first?.id).toBe('choose-tool-route');
    const afterFirst = withMarks(start, [markOf('choose-tool-route', { kind: 'engagement', id: 'engagement' })]);
    const refusal = canMark(afterFirst, request(stepOf('import-inventory'), { kind: 'engagement', id: 'engagement' }));
    expect(refusal).toContain('the data speak against it');
  });

  it('is never marked in the wrong order, whatever is tried', () => {
    assert(
      property(infiniteStream(nat()), (numbers) => {
        let facts = factsOf(worldOf(id));
        const items = checklistIndex(facts).steps.flatMap((step) =>
          [...scopesOf(step, checklistIndex(facts))].map((scope) => ({ step, scope })),
        );
        for (const number of numbers.take(80)) {
          const index = checklistIndex(facts);
          // Half of the tries are near where the work stands, so that it gets somewhere.
          const open = items.filter(({ step, scope }) => !isClosed(step, scope, index));
          const item = number % 2 === 0 ? open[(number >> 1) % Math.min(open.length, 12)] : items[(number >> 1) % items.length];
          if (item === undefined) continue;
          const missing = missingBefore(item.step, item.scope, facts);
          const refusal = canMark(facts, request(item.step, item.scope));
          if (isClosed(item.step, item.scope, index)) continue;
          expect(refusal === null, `${item.step.id} ${item.scope.id}: ${refusal}; ${missing.join()}`).toBe(missing.length === 0);
          if (refusal === null) facts = withMarks(facts, [markOf(item.step.id, item.scope)]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** No machine of this scenario runs what the step is for: nothing is missing. */
function isNeededBy(stepId: string, scenarioId: string): boolean {
  const step = stepOf(stepId);
  const facts = factsOf(worldOf(scenarioId));
  return [...facts.engagement.machines.values()].some(
    (machine) =>
      step.condition?.concerns?.({ facts: machine.facts, traits: catalogue.traitsOf(scenarioId) }, checklistIndex(facts).answers) !== false,
  );
}

function stepOf(id: string): Step {
  const step = catalogue.step(id);
  if (step === undefined) throw new Error(`No step ${id}`);
  return step;
}

/** The rule said again, without indexes and memory: which prerequisites that overlap are open. */
function missingBefore(step: Step, scope: ItemScope, facts: ChecklistFacts): string[] {
  const index = checklistIndex(facts);
  const touched = (thing: ItemScope): ReadonlySet<string> => {
    const machines = [...facts.engagement.machines.values()];
    const waveOf = (machineId: string): string | undefined =>
      facts.engagement.plan?.waves.find((wave) =>
        wave.groupIds.some((groupId) =>
          facts.engagement.plan?.groups.find((group) => group.id === groupId)?.machineIds.includes(machineId),
        ),
      )?.id;
    const inside = machines.filter((machine) => {
      if (thing.kind === 'machine') return machine.id === thing.id;
      if (thing.kind === 'site') return (machine.facts.site ?? 'site') === thing.id;
      return thing.kind === 'wave' ? waveOf(machine.id) === thing.id : true;
    });
    return new Set(inside.map((machine) => machine.id));
  };
  const own = touched(scope);
  return step.after.flatMap((id) => {
    const before = index.hasStep.has(id) ? catalogue.step(id) : undefined;
    if (before === undefined) return [];
    const concerned = index.concerned(before).ids;
    return [...scopesOf(before, index)]
      .filter((candidate) => {
        const both = [...touched(candidate)].filter((machineId) => own.has(machineId) && concerned.has(machineId));
        return both.length > 0 && !isClosed(before, candidate, index);
      })
      .map((candidate) => `${id}|${candidate.id}`);
  });
}

it('asks only what a scenario depends on', () => {
  const ids = (...scenarios: string[]): string[] => relevantQuestions(scenarios, catalogue).map((question) => question.id);
  expect(ids('hyper-v')).not.toContain('push-install');
  expect(ids('vmware')).toContain('push-install');
  expect(ids('vmware')).not.toContain('classic-way');
  expect(ids('classic-vault')).toEqual(expect.arrayContaining(['classic-way', 'classic-machines']));
  expect(ids()).toEqual(['scenarios', 'route']);
});
