import { expect, test } from 'vitest';

import { assignMachines, type Decision } from '../../../electron/services/assign-machines.ts';
import type { Machine } from '../../../shared/domain/machine.ts';
import type { Candidate, Match } from '../../../shared/domain/match-machines.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';

const row = (name: string, place: number) => ({ facts: { name }, rows: { vInfo: place } });

function candidate(id: string): Candidate {
  const machine: Machine = {
    id,
    scenario: 'vmware',
    isInScope: true,
    facts: { name: id },
    statements: [],
    personValues: {},
  };
  return { machine, by: 'name', confidence: 0.5, against: [] };
}

const doubtful: Match = { kind: 'doubtful', candidates: [candidate('m-1'), candidate('m-2')] };

function idsOf(decisions: readonly Decision[]) {
  const matches: readonly Match[] = [{ kind: 'new' }, { kind: 'known', candidate: candidate('m-9') }, doubtful];
  const machines = [row('a', 2), row('b', 3), row('c', 4)];
  const assigned = runToEnd(assignMachines({ machines, matches, decisions }));
  return { ids: assigned.machines.map(({ machineId }) => machineId), newMachineCount: assigned.newMachineCount };
}

test('a known machine stays itself, a new one and one in doubt get ids of their own', () => {
  const { ids, newMachineCount } = idsOf([]);
  expect(ids[1]).toBe('m-9');
  expect(newMachineCount).toBe(2);
  expect(new Set(ids).size).toBe(3);
});

test('a person decides the row in doubt, by its sheet and row', () => {
  expect(idsOf([{ sheet: 'vInfo', row: 4, machineId: 'm-2' }])).toMatchObject({
    ids: [expect.any(String), 'm-9', 'm-2'],
    newMachineCount: 1,
  });
  expect(idsOf([{ sheet: 'vInfo', row: 4, machineId: null }]).newMachineCount).toBe(2);
  expect(idsOf([{ sheet: 'vDisk', row: 4, machineId: 'm-2' }]).newMachineCount).toBe(2);
});

test('nobody chooses a machine that was not offered, nor for a row that is in no doubt', () => {
  expect(idsOf([{ sheet: 'vInfo', row: 4, machineId: 'm-7' }]).newMachineCount).toBe(2);
  expect(idsOf([{ sheet: 'vInfo', row: 3, machineId: 'm-1' }]).ids[1]).toBe('m-9');
  expect(idsOf([{ sheet: 'vInfo', row: 2, machineId: 'm-1' }]).newMachineCount).toBe(2);
});
