import { expect, test } from 'vitest';

import { missingFacts } from '../../../shared/readiness/missing-facts.ts';
import type { Finding, MachineAssessment, Severity } from '../../../shared/readiness/rule.ts';

function unknown(ruleId: string, missing: string[], severity: Severity = 'blocker'): Finding {
  return { ruleId, severity, outcome: 'unknown', seen: {}, missing, detail: null };
}

function machine(machineId: string, findings: Finding[]): MachineAssessment {
  return { machineId, verdict: 'undecided', findings };
}

function run(assessments: MachineAssessment[]) {
  const work = missingFacts(assessments);
  let steps = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { facts: step.value, steps };
    steps += 1;
  }
}

test('each machine counts once per field, over all rules; what leaves most machines undecided comes first', () => {
  const { facts } = run([
    machine('a', [unknown('R-1', ['firmware']), unknown('R-2', ['firmware', 'osName'], 'warning')]),
    machine('b', [unknown('R-2', ['osName'], 'warning'), { ...unknown('R-3', ['disks']), outcome: 'raised' }]),
    machine('c', [unknown('R-2', ['osName'], 'warning')]),
  ]);
  expect(facts).toEqual([
    { field: 'firmware', machineCount: 1, undecidedMachineCount: 1, ruleIds: ['R-1', 'R-2'], blockerRuleIds: ['R-1'] },
    { field: 'osName', machineCount: 3, undecidedMachineCount: 0, ruleIds: ['R-2'], blockerRuleIds: [] },
  ]);
});

test('a rule that the service enforces leaves a machine as undecided as any other blocker', () => {
  expect(run([machine('a', [unknown('R-1', ['osName'], 'refused')])]).facts[0]?.undecidedMachineCount).toBe(1);
});

test('gives way every hundred machines', () => {
  expect(run(Array.from({ length: 1000 }, (_, index) => machine(`m${index}`, []))).steps).toBe(10);
});
