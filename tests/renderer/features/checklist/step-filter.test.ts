import { expect, test } from 'vitest';

import {
  countsByStep,
  currentPhase,
  filterSteps,
  isFiltered,
  nextStep,
  NO_STEP_FILTER,
  phasesOfPart,
  progressOf,
  rolesOf,
  stepsByPhase,
  stepState,
  type StepFilter,
} from '../../../../renderer/features/checklist/step-filter.ts';
import type { StepView } from '../../../../shared/contract/shapes.ts';

function step(id: string, more: Partial<StepView> = {}): StepView {
  return {
    id,
    title: `Step ${id}`,
    phase: 'assess',
    what: ['Do it.'],
    who: ['network'],
    per: 'engagement',
    doneWhen: 'It is done.',
    verification: 'by hand',
    isCheckable: false,
    evidenceAsked: null,
    typicalTime: null,
    badOutcome: '',
    badOutcomeRemedy: '',
    sources: [],
    conditionText: null,
    notApplicableReason: null,
    questionIds: [],
    isCritical: false,
    needsEvidence: false,
    scenarios: ['vmware'],
    doneCount: 0,
    notApplicableCount: 0,
    totalCount: 1,
    blockedBy: [],
    ...more,
  };
}

test.each([
  [[0, 0, 1], [], 'open'],
  [[0, 0, 1], ['waits'], 'blocked'],
  [[1, 0, 1], ['waits'], 'done'],
  [[0, 2, 2], [], 'not-needed'],
  [[1, 1, 2], [], 'done'],
  [[1, 0, 5], [], 'partly'],
  [[1, 0, 5], ['waits'], 'blocked'],
  [[0, 0, 0], [], 'open'],
] as const)('%j done, not applicable, in all, waiting for %j: %s', ([doneCount, notApplicableCount, totalCount], blockedBy, state) => {
  expect(stepState({ doneCount, notApplicableCount, totalCount, blockedBy: [...blockedBy] })).toBe(state);
});

const steps = [
  step('A', { doneCount: 1 }),
  step('B', { phase: 'test', who: ['security', 'network'], totalCount: 4, doneCount: 1 }),
  step('C', { phase: 'test', who: ['security'], blockedBy: ['A first'] }),
];

function shown(filter: Partial<StepFilter>, counts: Parameters<typeof filterSteps>[2] = null): string[] {
  return filterSteps({ steps }, { ...NO_STEP_FILTER, ...filter }, counts).map((row) => row.step.id);
}

test('filters narrow by phase, state, role and text', () => {
  expect(shown({})).toEqual(['A', 'B', 'C']);
  expect(shown({ phase: 'test' })).toEqual(['B', 'C']);
  expect(shown({ show: 'open' })).toEqual(['B', 'C']);
  expect(shown({ show: 'todo' })).toEqual(['B']);
  expect(shown({ show: 'blocked' })).toEqual(['C']);
  expect(shown({ show: 'done' })).toEqual(['A']);
  expect(shown({ role: 'security', text: 'step b' })).toEqual(['B']);
});

test('looking at a wave or machine shows its steps only, with its own counts', () => {
  const counts = countsByStep([{ stepId: 'B', total: 3, closed: 2, blockedBy: [] }]);
  expect(filterSteps({ steps }, { ...NO_STEP_FILTER, waveId: 'w1' }, counts).map((row) => [row.step.id, row.counts, row.state])).toEqual([
    ['B', { doneCount: 2, notApplicableCount: 0, totalCount: 3, blockedBy: [] }, 'partly'],
  ]);
});

test('what waits and what can be done is that of the part, whatever the rest of the engagement waits for', () => {
  const counts = countsByStep([
    { stepId: 'A', total: 2, closed: 0, blockedBy: [] },
    { stepId: 'B', total: 1, closed: 0, blockedBy: ['First: the test of this wave.'] },
    { stepId: 'C', total: 1, closed: 0, blockedBy: [] },
  ]);
  expect(shown({ waveId: 'w1', show: 'blocked' }, counts)).toEqual(['B']);
  expect(shown({ waveId: 'w1', show: 'todo' }, counts)).toEqual(['A', 'C']);
  expect(shown({ waveId: 'w1', show: 'done' }, counts)).toEqual([]);
});

test('knows where the work stands and what comes next', () => {
  const phases = [
    { id: 'assess', title: 'Assess', done: 1, total: 1 },
    { id: 'test', title: 'Test', done: 1, total: 5 },
  ];
  expect(currentPhase(phases)).toBe('test');
  expect(currentPhase(phases.slice(0, 1))).toBeNull();
  expect(progressOf(phases)).toEqual({ done: 2, total: 6 });
  expect(nextStep({ steps })?.id).toBe('B');
  expect(rolesOf({ steps })).toEqual(['network', 'security']);
});

test('a scenario narrows to the steps it has', () => {
  const mixed = [step('A'), step('B', { scenarios: ['hyper-v'] })];
  expect(filterSteps({ steps: mixed }, { ...NO_STEP_FILTER, scenario: 'hyper-v' }, null).map((row) => row.step.id)).toEqual(['B']);
});

test('steps stand under their phases in working order; a phase without a step is left out', () => {
  const phases = ['test', 'assess', 'cutover'].map((id) => ({ id, title: id, done: 0, total: 1 }));
  const groups = stepsByPhase(phases, filterSteps({ steps }, NO_STEP_FILTER, null));
  expect(groups.map(({ phase, rows }) => [phase.id, rows.map((row) => row.step.id)])).toEqual([
    ['test', ['B', 'C']],
    ['assess', ['A']],
  ]);
});

test('the path of one wave or machine counts its items; phases that do not concern it are empty', () => {
  const phases = [
    { id: 'assess', title: 'Assess', done: 3, total: 11 },
    { id: 'test', title: 'Test', done: 0, total: 4 },
  ];
  const counts = countsByStep([
    { stepId: 'B', total: 3, closed: 2, blockedBy: [] },
    { stepId: 'C', total: 4, closed: 1, blockedBy: [] },
  ]);
  expect(phasesOfPart({ phases, steps }, counts)).toEqual([
    { id: 'assess', title: 'Assess', done: 0, total: 0 },
    { id: 'test', title: 'Test', done: 3, total: 7 },
  ]);
});

test('blanks in the search narrow nothing', () => {
  expect(isFiltered({ ...NO_STEP_FILTER, text: '  ' })).toBe(false);
  expect(isFiltered({ ...NO_STEP_FILTER, show: 'todo' })).toBe(true);
});
