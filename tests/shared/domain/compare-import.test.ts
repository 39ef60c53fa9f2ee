import { expect, test } from 'vitest';

import { compareImport } from '../../../shared/domain/compare-import.ts';
import type { ImportRecord } from '../../../shared/domain/engagement.ts';
import type { ImportedMachine, Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import type { Match } from '../../../shared/domain/match-machines.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';

const KNOWN_AT = '2026-10-06T00:00:00.000Z';

function statement(facts: MachineFacts): Omit<ImportedMachine, 'machineId'> {
  return { facts, rows: { vInfo: 2 } };
}

const known: Machine = {
  id: 'm-1',
  scenario: 'vmware',
  isInScope: true,
  facts: { name: 'web-01', cpuCount: 4, owner: 'Finance' },
  statements: [{ importId: 'i-1', machine: { machineId: 'm-1', ...statement({ name: 'web-01', cpuCount: 4, owner: 'Crew' }) } }],
  personValues: { owner: { value: 'Finance', by: 'Test Person', at: KNOWN_AT } },
};

const imports = [
  {
    id: 'i-1',
    importedAt: KNOWN_AT,
    fileName: 'october.xlsx',
    inventory: {
      formatId: 'rvtools',
      machines: [
        { machineId: 'm-1', rows: { vInfo: 2 } },
        { machineId: 'm-gone', rows: { vInfo: 7 } },
      ],
    },
  },
  {
    id: 'i-2',
    importedAt: KNOWN_AT,
    fileName: 'other.xlsx',
    inventory: { formatId: 'rvtools', machines: [{ machineId: 'm-other', rows: { vInfo: 2 } }] },
  },
] as unknown as readonly ImportRecord[];

function compare(facts: MachineFacts, statedAt: string) {
  const match: Match = { kind: 'known', candidate: { machine: known, by: 'name', confidence: 0.8, against: [] } };
  const gone: Machine = { ...known, id: 'm-gone' };
  const machines = new Map([known, gone].map((machine) => [machine.id, machine]));
  return runToEnd(compareImport({ statements: [statement(facts)], matches: [match], machines, imports, formatId: 'rvtools', statedAt }));
}

test('a newer file changes what it states otherwise, but never what a person set', () => {
  const { counts, rows, gone } = compare({ name: 'web-01', cpuCount: 8, owner: 'Crew' }, '2026-11-01T00:00:00.000Z');
  expect(counts).toEqual({ added: 0, changed: 1, unchanged: 0, doubtful: 0, gone: 1 });
  expect(rows[0]?.fields).toEqual([{ field: 'cpuCount', before: 4, after: 8 }]);
  expect(gone).toEqual([{ machineId: 'm-gone', name: 'web-01', fileName: 'october.xlsx', sheet: 'vInfo', row: 7 }]);
});

test('an older file only adds what nobody has stated yet', () => {
  const { counts, rows } = compare({ name: 'web-01', cpuCount: 8, site: 'Depot' }, '2026-09-01T00:00:00.000Z');
  expect([counts.changed, rows[0]?.fields]).toEqual([1, [{ field: 'site', before: null, after: 'Depot' }]]);
  expect(compare({ name: 'web-01', cpuCount: 8 }, '2026-09-01T00:00:00.000Z').counts.unchanged).toBe(1);
});
