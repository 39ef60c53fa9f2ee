import { describe, expect, it } from 'vitest';

import { SCENARIO_IDS } from '../../../shared/domain/scenario-ids.ts';
import { readinessEngine } from '../../../shared/readiness/index.ts';
import type { Rule, RuleContext, RuleOutcome, Severity } from '../../../shared/readiness/rule.ts';
import { EMPTY_CONTEXT } from './context.ts';
import { bootExamples } from './examples/boot.data.ts';
import { diskExamples } from './examples/disks.data.ts';
import { churnExamples, nameExamples, networkExamples, processExamples } from './examples/engagement.data.ts';
import type { Examples, RuleExamples } from './examples/example.ts';
import { operatingSystemExamples } from './examples/operating-systems.data.ts';
import { awsExamples, azureSourceExamples, platformExamples, targetExamples } from './examples/platform.data.ts';

const { rules } = readinessEngine.ruleSet;

const examples: Examples = {
  ...operatingSystemExamples,
  ...bootExamples,
  ...diskExamples,
  ...churnExamples,
  ...nameExamples,
  ...networkExamples,
  ...platformExamples,
  ...awsExamples,
  ...azureSourceExamples,
  ...targetExamples,
  ...processExamples,
};

/** Numbers of the facts of September 2026, section 1: rules, blockers (refused ones included), warnings, infos. */
const COUNTS: Readonly<Record<string, readonly [rules: number, blockers: number, warnings: number, infos: number]>> = {
  vmware: [108, 65, 33, 10],
  'classic-vault': [22, 13, 8, 1],
  'hyper-v': [71, 43, 26, 2],
  'hyper-v-vmm': [73, 45, 26, 2],
  physical: [102, 64, 32, 6],
  'aws-windows': [82, 49, 26, 7],
  'aws-linux': [97, 60, 32, 5],
  'cross-region': [80, 51, 28, 1],
};

function countsOf(list: readonly Rule[]): number[] {
  const of = (...severities: readonly Severity[]): number => list.filter((rule) => severities.includes(rule.severity)).length;
  return [list.length, of('refused', 'blocker'), of('warning'), of('info')];
}

function ask(rule: Rule, facts: object, at: Partial<RuleContext> | undefined): RuleOutcome {
  return rule.check({ name: 'web01', ...facts }, { ...EMPTY_CONTEXT, scenario: rule.scenarios[0] ?? '', ...at });
}

function examplesOf(rule: Rule): RuleExamples {
  const found = examples[rule.id];
  if (found === undefined) throw new Error(`${rule.id} has no examples.`);
  return found;
}

describe('the rule set', () => {
  it('has 203 rules: 123 blockers, 68 warnings, 12 infos; 15 of the blockers are refused by the service itself', () => {
    expect(countsOf(rules)).toEqual([203, 123, 68, 12]);
    expect(rules.filter((rule) => rule.severity === 'refused')).toHaveLength(15);
  });

  it.each(SCENARIO_IDS)('has as many rules for %s as the facts say', (scenario) => {
    expect(countsOf(rules.filter((rule) => rule.scenarios.includes(scenario)))).toEqual(COUNTS[scenario]);
    expect(readinessEngine.rulesFor(scenario)).toHaveLength(COUNTS[scenario]?.[0] ?? 0);
  });

  it('names every rule once, sourced and worded', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    const unworded = rules.filter((rule) =>
      [rule.title, rule.why, rule.remedy, rule.source.code, rule.source.title].some((text) => text.trim() === ''),
    );
    expect(unworded).toEqual([]);
    expect(rules.filter((rule) => rule.fields.length === 0)).toEqual([]);
    const endings = rules.filter((rule) => !/[.!?]$/.test(rule.why) || !/[.!?]$/.test(rule.remedy) || /[.]$/.test(rule.title));
    expect(endings.map((rule) => rule.id)).toEqual([]);
  });

  it('is exemplified rule by rule, and no example is left without a rule', () => {
    expect(Object.keys(examples).toSorted()).toEqual(rules.map((rule) => rule.id).toSorted());
  });

  it('asks last what the others lacked', () => {
    for (const scenario of SCENARIO_IDS) expect(readinessEngine.rulesFor(scenario).at(-1)?.id).toBe('R-LI-05');
  });
});

const pairs = rules.map((rule) => ({ id: rule.id, rule, example: examplesOf(rule) }));

it.each(pairs)('$id is raised with the values it saw', ({ rule, example }) => {
  const outcome = ask(rule, example.fails, example.failsAt);
  const { detail: _words, ...rest } = outcome?.outcome === 'raised' ? outcome : { detail: '' };
  expect(rest).toEqual({
    outcome: 'raised',
    seen: example.seen,
    ...(example.severity === undefined ? {} : { severity: example.severity }),
  });
});

it.each(pairs.filter(({ example }) => !('never' in example.passes)))('$id has nothing to say where all is well', ({ rule, example }) => {
  expect(ask(rule, example.passes, example.passesAt)).toBeNull();
});

it.each(pairs.filter(({ example }) => !('never' in example.open)))(
  '$id is unknown without its fields, and says which of them',
  ({ rule, example }) => {
    expect(ask(rule, example.open, example.openAt)).toEqual({ outcome: 'unknown', missing: example.missing });
    // Every rule about one family of systems needs the family, and every rule about a list of systems the distribution.
    const own = [...rule.fields, 'osFamily', 'osDistro'];
    expect(example.missing?.filter((field) => !own.includes(field))).toEqual([]);
  },
);

it('knows every rule that can never be unknown, or never pass, and why', () => {
  const reasonOf = (part: RuleExamples['open']): readonly string[] => ('never' in part ? [part.never] : []);
  const neverOpen = pairs.filter(({ example }) => reasonOf(example.open).length > 0).map(({ id }) => id);
  const neverPass = pairs.filter(({ example }) => reasonOf(example.passes).length > 0).map(({ id }) => id);
  expect(neverOpen).toEqual(['R-BT-22', 'R-CH-08', 'R-LI-03', 'R-LI-05', 'R-NM-01', 'R-NM-02', 'R-NM-04', 'R-NM-06', 'R-OS-29', 'R-TG-08']);
  expect(neverPass).toEqual(['R-PL-03']);
});
