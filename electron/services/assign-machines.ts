import { randomUUID } from 'node:crypto';

import type { ImportedMachine } from '../../shared/domain/machine.ts';
import type { Match } from '../../shared/domain/match-machines.ts';
import type { ReadMachine } from '../importers/importer.ts';

/** What a person said of the rows in doubt: a machine of the engagement, or `null` for a new one. */
export interface Decision {
  readonly sheet: string;
  readonly row: number;
  readonly machineId: string | null;
}

interface Stated {
  readonly machines: readonly ReadMachine[];
  /** In the order of the machines. */
  readonly matches: readonly Match[];
  readonly decisions: readonly Decision[];
}

export interface AssignedMachines {
  readonly machines: readonly ImportedMachine[];
  readonly newMachineCount: number;
}

const SLICE = 200;

/** Says which machine of the engagement each row speaks of; a row that speaks of none makes a new one. Yields between slices. */
export function* assignMachines({ machines, matches, decisions }: Stated): Generator<void, AssignedMachines, void> {
  const decided = new Map(decisions.map(({ sheet, row, machineId }) => [`${sheet}|${row}`, machineId]));
  const assigned: ImportedMachine[] = [];
  let newMachineCount = 0;
  for (const [place, machine] of machines.entries()) {
    const known = knownMachine(machine, matches[place], decided);
    if (known === null) newMachineCount += 1;
    assigned.push({ machineId: known ?? `m-${randomUUID()}`, ...machine });
    if (place % SLICE === SLICE - 1) yield;
  }
  return { machines: assigned, newMachineCount };
}

function knownMachine(machine: ReadMachine, match: Match | undefined, decided: ReadonlyMap<string, string | null>): string | null {
  if (match?.kind === 'known') return match.candidate.machine.id;
  if (match?.kind !== 'doubtful') return null;
  const chosen = Object.entries(machine.rows)
    .map(([sheet, row]) => decided.get(`${sheet}|${row}`))
    .find((id) => id !== undefined);
  // A person may only choose among the machines that were offered for this row.
  return match.candidates.some((candidate) => candidate.machine.id === chosen) ? (chosen ?? null) : null;
}
