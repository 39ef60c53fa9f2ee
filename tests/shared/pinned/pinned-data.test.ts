import { describe, expect, it } from 'vitest';

import * as changeRate from '../../../shared/readiness/change-rate.data.ts';
import * as names from '../../../shared/readiness/names.data.ts';
import * as operatingSystems from '../../../shared/readiness/operating-systems.data.ts';
import * as regions from '../../../shared/readiness/regions.data.ts';
import { RULE_SET_DATE, RULE_SET_VERSION } from '../../../shared/readiness/rule-set-date.ts';
import { allRules } from '../../../shared/readiness/rule-set.ts';
import * as serviceLimits from '../../../shared/readiness/service-limits.data.ts';
import { questions } from '../../../shared/scenarios/questions.data.ts';
import { steps } from '../../../shared/scenarios/steps.ts';
import * as assumptions from '../../../shared/sizing/assumptions.data.ts';
import * as diskTiers from '../../../shared/sizing/disk-tiers.data.ts';
import { PINNED } from './pinned-data.data.ts';
import { pinsOf } from './pins-of.ts';

/**
 * Texts and figures that consultants rely on do not change by accident. Where a change is meant: raise version and date of the
 * rule set (rules and tables), check the change against its article, and put what the failing test prints into pinned-data.data.ts.
 */
describe('pinned', () => {
  it('version and date of the rule set, to which the pins below belong', () => {
    expect({ version: RULE_SET_VERSION, date: RULE_SET_DATE }).toEqual(PINNED.ruleSet);
  });

  it('words, scenarios, severity, fields and sources of every rule', () => {
    expect(pinsOf(allRules.map((rule) => [rule.id, rule]))).toEqual(PINNED.rules);
  });

  it('words, prerequisites, evidence and sources of every step', () => {
    expect(pinsOf(steps.map((step) => [step.id, step]))).toEqual(PINNED.steps);
  });

  it('every first question', () => {
    expect(pinsOf(questions.map((question) => [question.id, question]))).toEqual(PINNED.questions);
  });

  it.each([
    ['change-rate', changeRate],
    ['names', names],
    ['operating-systems', operatingSystems],
    ['regions', regions],
    ['service-limits', serviceLimits],
    ['sizing assumptions', assumptions],
    ['disk-tiers', diskTiers],
  ] as const)('every dated table and figure of %s', (title, module) => {
    const data = Object.entries(module).filter(([, value]) => typeof value !== 'function');
    expect(data.length).toBeGreaterThan(0);
    expect(pinsOf(data)).toEqual(PINNED.tables[title]);
  });

  it('changes with a single letter, figure or entry', () => {
    const [before] = Object.values(pinsOf([['a', { limit: 64, names: new Set(['x']) }]]));
    const changed = [
      { limit: 65, names: new Set(['x']) },
      { limit: 64, names: new Set(['x', 'y']) },
      { limit: 64, names: new Set(['X']) },
    ];
    for (const value of changed) expect(Object.values(pinsOf([['a', value]]))[0]).not.toBe(before);
  });
});
