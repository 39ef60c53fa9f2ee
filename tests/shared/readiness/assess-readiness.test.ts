import { describe, expect, it } from 'vitest';

import type { FindingOverride } from '../../../shared/domain/finding.ts';
import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { assessMachine, MISSING_FIELDS, seenKey } from '../../../shared/readiness/assess-readiness.ts';
import { readinessEngine } from '../../../shared/readiness/index.ts';
import { missing, raised } from '../../../shared/readiness/outcomes.ts';
import type { Rule, RuleOutcome, Severity } from '../../../shared/readiness/rule.ts';
import { EMPTY_CONTEXT } from './context.ts';

const LACKS_FIRMWARE = missing('firmware');

function machine(facts: Partial<MachineFacts> = {}): Machine {
  return { id: 'm1', scenario: 'vmware', isInScope: true, facts: { name: 'web01', ...facts }, statements: [], personValues: {} };
}

function ruleSaying(id: string, severity: Severity, outcome: RuleOutcome): Rule {
  return {
    id,
    title: id,
    severity,
    scenarios: ['vmware'],
    fields: ['firmware'],
    why: '',
    remedy: '',
    source: { code: 'X', title: 'X', date: '2026-01-01', url: '' },
    otherSources: [],
    check: () => outcome,
  };
}

const lastRule: Rule = {
  ...ruleSaying('R-LAST', 'warning', null),
  fields: MISSING_FIELDS,
  check: (_facts, { requiredFieldsMissing }) => (requiredFieldsMissing.length > 0 ? raised({ requiredFieldsMissing }) : null),
};

function verdictWith(...rules: readonly Rule[]): string {
  return assessMachine(machine(), EMPTY_CONTEXT, rules).verdict;
}

describe('verdict', () => {
  it('is ready only when every rule has nothing to say', () => {
    expect(verdictWith(ruleSaying('A', 'blocker', null))).toBe('ready');
    expect(verdictWith(ruleSaying('A', 'info', raised({})))).toBe('ready');
    expect(verdictWith(ruleSaying('A', 'warning', raised({})))).toBe('ready-with-warnings');
    expect(verdictWith(ruleSaying('A', 'warning', LACKS_FIRMWARE))).toBe('ready-with-warnings');
    expect(verdictWith(ruleSaying('A', 'refused', raised({})))).toBe('blocked');
  });

  it('is undecided when a blocker rule lacks its field, and blocked when another one is raised', () => {
    expect(verdictWith(ruleSaying('A', 'blocker', LACKS_FIRMWARE))).toBe('undecided');
    expect(verdictWith(ruleSaying('A', 'refused', LACKS_FIRMWARE), ruleSaying('B', 'warning', raised({})))).toBe('undecided');
    expect(verdictWith(ruleSaying('A', 'blocker', LACKS_FIRMWARE), ruleSaying('B', 'blocker', raised({})))).toBe('blocked');
  });

  it('is never green for a scenario that has no rules', () => {
    expect(readinessEngine.rulesFor('unheard-of')).toEqual([]);
    expect(verdictWith()).toBe('undecided');
  });

  it('follows the severity of the outcome where that differs from the rule', () => {
    const milder: RuleOutcome = { outcome: 'raised', seen: {}, severity: 'warning' };
    expect(verdictWith(ruleSaying('A', 'blocker', milder))).toBe('ready-with-warnings');
  });
});

describe('findings', () => {
  it('name the fields that blocker rules lacked, each once, in the last finding', () => {
    const rules = [
      ruleSaying('A', 'blocker', LACKS_FIRMWARE),
      ruleSaying('B', 'refused', missing('osBits', 'firmware')),
      ruleSaying('C', 'warning', missing('pythonVersion')),
      lastRule,
    ];
    const { findings } = assessMachine(machine(), EMPTY_CONTEXT, rules);
    expect(findings.at(-1)).toMatchObject({ ruleId: 'R-LAST', seen: { requiredFieldsMissing: ['firmware', 'osBits'] } });
    expect(findings.map((finding) => [finding.ruleId, finding.outcome, finding.missing])).toEqual([
      ['A', 'unknown', ['firmware']],
      ['B', 'unknown', ['osBits', 'firmware']],
      ['C', 'unknown', ['pythonVersion']],
      ['R-LAST', 'raised', []],
    ]);
  });

  it('are one object for all machines that lack the same', () => {
    const rules = [ruleSaying('A', 'blocker', LACKS_FIRMWARE)];
    const [first] = assessMachine(machine(), EMPTY_CONTEXT, rules).findings;
    const [second] = assessMachine({ ...machine(), id: 'm2' }, EMPTY_CONTEXT, rules).findings;
    expect(second).toBe(first);
  });
});

describe('override', () => {
  const seen = { churn: 60 };
  const override: FindingOverride = { reason: 'measured again', by: 'Ada', at: '2026-11-20T10:00:00.000Z', seen: seenKey(seen) };
  const assess = (severity: Severity, values: Record<string, unknown>) =>
    assessMachine(machine(), EMPTY_CONTEXT, [ruleSaying('A', severity, raised(values))], new Map([['A', override]]));

  it('turns a plain blocker into something to know about, and stays visible', () => {
    const { verdict, findings } = assess('blocker', seen);
    expect(verdict).toBe('ready-with-warnings');
    expect(findings[0]?.override).toEqual({ ...override, isStale: false });
  });

  it('does not cover other values than those that were seen', () => {
    const { verdict, findings } = assess('blocker', { churn: 90 });
    expect(verdict).toBe('blocked');
    expect(findings[0]?.override?.isStale).toBe(true);
  });

  it('has no power over what the service itself refuses', () => {
    const { verdict, findings } = assess('refused', seen);
    expect(verdict).toBe('blocked');
    expect(findings[0]?.override).toBeUndefined();
  });
});
