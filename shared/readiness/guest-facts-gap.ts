import type { ImportRecord } from '../domain/engagement.ts';
import { GUEST_FACTS, GUEST_FACTS_FORMAT } from '../domain/guest-fact-names.data.ts';
import type { MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { MachineAssessment } from './rule.ts';

/** What it costs that no guest script ran: no hypervisor knows these facts. */
export interface GuestFactsGap {
  readonly machineCount: number;
  /** Machines in scope of which no guest script told anything. */
  readonly without: readonly MachineId[];
  /** Blockers of these machines that wait for a fact which the scripts supply. */
  readonly undecidedBlockerCount: number;
  readonly undecidedMachineCount: number;
}

const SLICE = 100;

/** Counts over the machines in scope. Yields every hundred, so that the caller can give way. */
export function* guestFactsGap(
  machines: Iterable<Machine>,
  imports: readonly Pick<ImportRecord, 'id' | 'inventory'>[],
  assessmentOf: (machineId: MachineId) => MachineAssessment | undefined,
): Generator<void, GuestFactsGap, void> {
  const guestImports = new Set(imports.filter(({ inventory }) => inventory.formatId === GUEST_FACTS_FORMAT).map(({ id }) => id));
  const without: MachineId[] = [];
  let machineCount = 0;
  let undecidedBlockerCount = 0;
  let undecidedMachineCount = 0;
  for (const machine of machines) {
    if (!machine.isInScope) continue;
    machineCount += 1;
    if (machineCount % SLICE === 0) yield;
    if (machine.statements.some(({ importId }) => guestImports.has(importId))) continue;
    without.push(machine.id);
    const waiting = countWaiting(assessmentOf(machine.id));
    undecidedBlockerCount += waiting;
    if (waiting > 0) undecidedMachineCount += 1;
  }
  return { machineCount, without, undecidedBlockerCount, undecidedMachineCount };
}

function countWaiting(assessment: MachineAssessment | undefined): number {
  const findings = assessment?.findings ?? [];
  return findings.filter(
    ({ outcome, severity, missing }) =>
      outcome === 'unknown' && (severity === 'blocker' || severity === 'refused') && missing.some((field) => GUEST_FACTS.has(field)),
  ).length;
}
