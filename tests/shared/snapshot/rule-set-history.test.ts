import { expect, it } from 'vitest';

import type { ReadinessSummary } from '../../../shared/contract/shapes.ts';
import { NO_RULE_SET_HISTORY, type RuleSetHistory, type RuleSetRecord } from '../../../shared/domain/finding.ts';
import { recordAtClosing, recordAtOpening, recordOf, ruleSetChange } from '../../../shared/snapshot/rule-set-history.ts';

const OLD: RuleSetRecord = {
  version: '2026.10',
  date: '2026-10-01',
  at: '2026-11-01T10:00:00.000Z',
  verdicts: { ready: 3, blocked: 1 },
  byRule: [
    { ruleId: 'R-BT-01', raised: 1, unknown: 2 },
    { ruleId: 'R-OS-01', raised: 1, unknown: 0 },
  ],
};
const NEW: RuleSetRecord = {
  ...OLD,
  version: '2026.11',
  date: '2026-11-24',
  at: '2026-11-24T10:00:00.000Z',
  verdicts: { ready: 1, blocked: 2, undecided: 1 },
  byRule: [
    { ruleId: 'R-BT-01', raised: 2, unknown: 1 },
    { ruleId: 'R-OS-01', raised: 1, unknown: 0 },
    { ruleId: 'R-OS-02', raised: 1, unknown: 0 },
  ],
};

function summary(version: string): ReadinessSummary {
  return {
    ruleSetVersion: version,
    ruleSetDate: '2026-11-24',
    dataAt: null,
    verdicts: { ready: 1, 'ready-with-warnings': 0, blocked: 2, undecided: 1 },
    byRule: [
      { ruleId: 'R-BT-01', scenario: 'vmware', raised: 1, unknown: 1 },
      { ruleId: 'R-BT-01', scenario: 'physical', raised: 1, unknown: 0 },
    ],
    rules: [],
    ruleSetChange: null,
  };
}

function historyAt(version: string): RuleSetHistory {
  const record: RuleSetRecord = {
    version,
    date: '2026-11-24',
    at: NEW.at,
    ...{ verdicts: summary(version).verdicts, byRule: recordOf(summary(version)).byRule },
  };
  return { before: null, after: record, newest: record };
}

it('records numbers per rule, scenarios added up', () => {
  expect(recordOf(summary('2026.11')).byRule).toEqual([{ ruleId: 'R-BT-01', raised: 2, unknown: 1 }]);
});

it('records at opening only when the rule set is another one than before', () => {
  expect(recordAtOpening(summary('2026.11'), NO_RULE_SET_HISTORY)).toBeNull();
  expect(recordAtOpening(summary('2026.11'), historyAt('2026.11'))).toBeNull();
  expect(recordAtOpening(summary('2026.12'), historyAt('2026.11'))?.ruleSetVersion).toBe('2026.12');
});

it('records at closing only when the numbers are others than those recorded last', () => {
  expect(recordAtClosing(summary('2026.11'), NO_RULE_SET_HISTORY)).not.toBeNull();
  expect(recordAtClosing(summary('2026.11'), historyAt('2026.11'))).toBeNull();
  expect(recordAtClosing({ ...summary('2026.11'), byRule: [] }, historyAt('2026.11'))).not.toBeNull();
  const empty = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  expect(recordAtClosing({ ...summary('2026.11'), verdicts: empty }, NO_RULE_SET_HISTORY)).toBeNull();
});

it('shows only what the new rules say otherwise', () => {
  expect(ruleSetChange(NO_RULE_SET_HISTORY)).toBeNull();
  expect(ruleSetChange({ before: OLD, after: NEW, newest: NEW })).toEqual({
    fromVersion: '2026.10',
    fromDate: '2026-10-01',
    toVersion: '2026.11',
    toDate: '2026-11-24',
    at: NEW.at,
    verdicts: [
      { verdict: 'ready', before: 3, after: 1 },
      { verdict: 'blocked', before: 1, after: 2 },
      { verdict: 'undecided', before: 0, after: 1 },
    ],
    rules: [
      { ruleId: 'R-BT-01', raisedBefore: 1, raisedAfter: 2, unknownBefore: 2, unknownAfter: 1 },
      { ruleId: 'R-OS-02', raisedBefore: 0, raisedAfter: 1, unknownBefore: 0, unknownAfter: 0 },
    ],
  });
});
