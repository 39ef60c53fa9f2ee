import { describe, expect, it } from 'vitest';

import { sourceCodes } from '../../../shared/domain/sources.data.ts';
import { scenarios } from '../../../shared/scenarios/index.ts';
import { questions } from '../../../shared/scenarios/questions.data.ts';
import { PHASES, TRAIT_WORDS, type Step } from '../../../shared/scenarios/scenario.ts';
import { steps } from '../../../shared/scenarios/steps.ts';
import { STORED_QUESTION_ANSWERS, STORED_STEP_IDS } from './stored-ids.data.ts';

const SENTENCE = /^(?:[A-Z0-9“*/-]|vCenter|root).*[.:?]$/s;

describe.each(steps.map((step) => [step.id, step] as const))('step %s', (_id, step) => {
  it('has words in every field', () => {
    const texts = [
      ...step.what,
      ...(step.extra ?? []).flatMap((extra) => extra.what),
      step.doneWhen,
      step.badOutcome,
      step.badOutcomeRemedy,
      ...(step.condition === undefined ? [] : [step.condition.text, step.condition.otherwise]),
      ...(step.verification.evidence === undefined ? [] : [step.verification.evidence]),
    ];
    expect(texts.filter((text) => !SENTENCE.test(text))).toEqual([]);
    expect([step.title.length > 5, step.what.length > 0, step.who.length > 0]).toEqual([true, true, true]);
    expect(step.typicalTime).not.toBe('');
  });

  it('says how it is known to be done, and asks for what it needs', () => {
    expect(wordsOfVerification(step).every((text) => text.length > 10)).toBe(true);
    // Evidence can be demanded only where it is said which.
    expect(!step.needsEvidence || step.verification.evidence !== undefined).toBe(true);
    expect(step.verification.kind !== 'by-hand' || step.needsEvidence).toBe(true);
  });

  it('names its sources, each with title and address', () => {
    expect(step.sources.length).toBeGreaterThan(0);
    expect(step.sources.filter((source) => !sourceCodes.includes(source.code))).toEqual([]);
    expect(step.sources.filter((source) => source.code !== 'product' && !source.url.startsWith('https://'))).toEqual([]);
  });

  it('asks only for answers that can be given', () => {
    const asked = [
      ...(step.decides ?? []),
      ...(step.condition?.asks ?? []),
      ...(step.extra ?? []).flatMap((extra) => extra.answer?.question ?? []),
    ];
    expect(asked.filter((id) => questions.every((question) => question.id !== id))).toEqual([]);
    const wrong = (step.extra ?? []).flatMap(({ answer }) =>
      answer === undefined ? [] : answer.values.filter((value) => !STORED_QUESTION_ANSWERS[answer.question]?.includes(value)),
    );
    expect(wrong).toEqual([]);
  });
});

function wordsOfVerification({ verification }: Step): string[] {
  if (verification.kind === 'by-hand') return [verification.evidence];
  return verification.kind === 'offline' ? [verification.from] : [verification.read, verification.evidence];
}

it('keeps every id that may stand in a customer’s file', () => {
  expect(steps.map((step) => step.id)).toEqual(STORED_STEP_IDS);
  expect(new Set(STORED_STEP_IDS).size).toBe(93);
  expect(STORED_STEP_IDS.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(Object.fromEntries(questions.map((question) => [question.id, question.options.map((option) => option.value)]))).toEqual(
    STORED_QUESTION_ANSWERS,
  );
});

it('has as many steps per phase as the facts say', () => {
  expect(PHASES.map((phase) => steps.filter((step) => step.phase === phase.id).length)).toEqual([12, 13, 22, 13, 4, 4, 4, 9, 12]);
});

it('uses every step in some scenario, and every trait in some scenario and step', () => {
  const used = new Set(scenarios.flatMap((scenario) => scenario.stepIds));
  expect(steps.filter((step) => !used.has(step.id)).map((step) => step.id)).toEqual([]);
  const traits = new Set<string>(scenarios.flatMap((scenario) => scenario.traits));
  expect(Object.keys(TRAIT_WORDS).filter((trait) => !traits.has(trait))).toEqual([]);
});

it('names only prerequisites that exist, without a circle', () => {
  const place = new Map(steps.map((step, index) => [step.id, index]));
  const wrong = steps.flatMap((step) =>
    step.after
      .filter((id) => (place.get(id) ?? Number.POSITIVE_INFINITY) >= (place.get(step.id) ?? 0))
      .map((id) => `${step.id} after ${id}`),
  );
  // The catalogue is in working order: whatever comes before stands before, so there can be no circle.
  expect(wrong).toEqual([]);
});

it('reaches every step but the first from another', () => {
  expect(steps.filter((step) => step.after.length === 0).map((step) => step.id)).toEqual(['choose-tool-route']);
});
