import { expect, test } from 'vitest';

import type { MachineFacts } from '../../../shared/domain/machine.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { buildReport } from '../../../shared/reports/build-report.ts';
import { tablesOf } from '../../../shared/reports/report.ts';
import { madeUpEngagement, reportSource } from '../../support/made-up-engagement.ts';

function rowsOf(id: string, machines: readonly MachineFacts[]): Record<string, unknown>[] {
  const report = runToEnd(buildReport(reportSource('assessment', madeUpEngagement({ machines, hasPlan: false }))));
  const table = tablesOf(report).find((candidate) => candidate.id === id);
  return (table?.rows ?? []).map((row) => Object.fromEntries(table?.columns.map(({ key }, index) => [key, row[index]]) ?? []));
}

const source = { cpuCount: 4, memoryMiB: 16_384 };

test.each([
  ['Standard_D4s_v5', 'As large'],
  ['standard_d8s_v5', 'Larger'],
  ['Standard_D2s_v5', 'Fewer processors'],
  ['Standard_F4s_v2', 'Less memory'],
  ['Standard_X9', 'Not in the table of sizes'],
])('%s for 4 processors and 16 GiB is “%s”', (targetVmSize, fit) => {
  expect(rowsOf('sizing', [{ name: 'a', ...source, targetVmSize }])[0]?.['fit']).toBe(fit);
});

test('without a size or a source nothing is compared', () => {
  expect(
    rowsOf('sizing', [
      { name: 'a', ...source },
      { name: 'b', targetVmSize: 'Standard_D4s_v5' },
    ]).map((row) => row['fit']),
  ).toEqual(['Not chosen', 'Source unknown']);
});

test('processors are added up by size, for the quota', () => {
  const machines = ['a', 'b', 'c'].map((name) => ({ name, ...source, targetVmSize: name === 'c' ? 'Standard_X9' : 'Standard_D4s_v5' }));
  expect(rowsOf('target-sizes', machines).map(({ id, machines: count, allCpu }) => [id, count, allCpu])).toEqual([
    ['Standard_D4s_v5', 2, 8],
    ['Standard_X9', 1, null],
  ]);
});

test('what nobody measured is unknown, not zero', () => {
  const facts = rowsOf('replication', [{ name: 'a' }]);
  expect(facts.map(({ id, value }) => [id, value])).toEqual([
    ['line', null],
    ['data', null],
    ['days', null],
    ['peak', null],
    ['daily', null],
  ]);
});
