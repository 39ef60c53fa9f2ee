import { expect, test } from 'vitest';

import type { Machine } from '../../../shared/domain/machine.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { guestFactsGap } from '../../../shared/readiness/guest-facts-gap.ts';
import type { Finding, MachineAssessment } from '../../../shared/readiness/rule.ts';

const imports = [
  { id: 'i-vm', inventory: { formatId: 'rvtools' } },
  { id: 'i-guest', inventory: { formatId: 'guest-facts' } },
] as unknown as Parameters<typeof guestFactsGap>[1];

function machine(id: string, importIds: readonly string[], isInScope = true): Machine {
  const statements = importIds.map((importId) => ({ importId, machine: { machineId: id, facts: { name: id }, rows: {} } }));
  return { id, scenario: 'vmware', isInScope, facts: { name: id }, statements, personValues: {} };
}

const finding = (missing: string[], changes: Partial<Finding> = {}): Finding => ({
  ruleId: 'R',
  severity: 'blocker',
  outcome: 'unknown',
  seen: {},
  missing,
  detail: null,
  ...changes,
});

function gapOf(machines: readonly Machine[], findings: Readonly<Record<string, Finding[]>>) {
  const assessmentOf = (machineId: string): MachineAssessment => ({ machineId, verdict: 'undecided', findings: findings[machineId] ?? [] });
  return runToEnd(guestFactsGap(machines, imports, assessmentOf));
}

test('machines without a guest script are named, with the blockers that wait for what it would tell', () => {
  const machines = [
    machine('told', ['i-vm', 'i-guest']),
    machine('untold', ['i-vm']),
    machine('by-hand', []),
    machine('left-out', ['i-vm'], false),
  ];
  const findings = {
    told: [finding(['isFipsOn'])],
    untold: [
      finding(['isFipsOn']),
      finding(['disks[].partitionStyle'], { severity: 'refused' }),
      finding(['targetRegion']),
      finding(['isFipsOn'], { severity: 'warning' }),
      finding([], { outcome: 'raised' }),
    ],
    'left-out': [finding(['isFipsOn'])],
  };
  expect(gapOf(machines, findings)).toEqual({
    machineCount: 3,
    without: ['untold', 'by-hand'],
    undecidedBlockerCount: 2,
    undecidedMachineCount: 1,
  });
});
