import { expect, test } from 'vitest';

import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { allRules } from '../../../shared/readiness/rule-set.ts';
import type { Finding, MachineAssessment } from '../../../shared/readiness/rule.ts';
import { readinessSummary } from '../../../shared/snapshot/readiness-summary.ts';
import { madeUpEngagement } from '../../support/made-up-engagement.ts';

const RULE = 'R-OS-10';

function finding(changes: Partial<Finding>): Finding {
  return { ruleId: RULE, severity: 'blocker', outcome: 'raised', seen: {}, missing: [], detail: null, ...changes };
}

test('a rule stops the machines for which it blocks, not those for which it is milder, unknown or overridden', () => {
  const { engagement } = madeUpEngagement().derived;
  const override = { reason: 'tested', by: 'somebody', at: '2026-11-24T10:00:00Z', seen: '{}' };
  const found: readonly Finding[] = [
    finding({}),
    finding({ severity: 'warning' }),
    finding({ outcome: 'unknown' }),
    finding({ override: { ...override, isStale: false } }),
    finding({ override: { ...override, isStale: true } }),
  ];
  const machines = [...engagement.machines.values()].filter((machine) => machine.isInScope).slice(0, found.length);
  const assessments = new Map(
    machines.map((machine, index): [string, MachineAssessment] => [
      machine.id,
      { machineId: machine.id, verdict: 'undecided', findings: [found[index] ?? finding({})] },
    ]),
  );
  const { byRule } = runToEnd(readinessSummary(engagement, assessments, { version: '1', date: '2026-11-24', rules: allRules }, null));
  const sum = (name: 'raised' | 'unknown' | 'overridden' | 'stopped'): number =>
    byRule.filter((count) => count.ruleId === RULE).reduce((total, count) => total + (count[name] ?? 0), 0);
  expect([sum('raised'), sum('unknown'), sum('overridden'), sum('stopped')]).toEqual([4, 1, 1, 2]);
});
