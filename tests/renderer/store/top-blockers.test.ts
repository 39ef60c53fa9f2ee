import { expect, test } from 'vitest';

import { topBlockers } from '../../../renderer/store/selectors.ts';
import type { Snapshot } from '../../../shared/contract/shapes.ts';

type Readiness = Pick<Snapshot['readiness'], 'byRule' | 'rules'>;

function rule(id: string): Readiness['rules'][number] {
  const source = { code: 'product', title: 'Rule', date: '2026-11-24', url: '' };
  return { id, title: `Title of ${id}`, severity: 'blocker', why: '', remedy: '', source, otherSources: [], scenarios: ['vmware'] };
}

test('only machines that a rule stops count, over all scenarios, the most first', () => {
  const readiness: Readiness = {
    rules: ['R-1', 'R-2', 'R-3', 'R-4'].map(rule),
    byRule: [
      // Milder or overridden for most of its machines.
      { ruleId: 'R-1', scenario: 'vmware', raised: 46, unknown: 4, overridden: 2, stopped: 1 },
      { ruleId: 'R-2', scenario: 'vmware', raised: 2, unknown: 0, stopped: 2 },
      { ruleId: 'R-2', scenario: 'physical', raised: 3, unknown: 0, stopped: 3 },
      { ruleId: 'R-3', scenario: 'vmware', raised: 0, unknown: 90 },
      { ruleId: 'R-4', scenario: 'vmware', raised: 1, unknown: 0, stopped: 1 },
    ],
  };
  expect(topBlockers(readiness, 2)).toEqual([
    { ruleId: 'R-2', title: 'Title of R-2', stopped: 5 },
    { ruleId: 'R-1', title: 'Title of R-1', stopped: 1 },
  ]);
});
