import { expect, test } from 'vitest';

import { estimateItem, machineEstimates, waveSizeWords } from '../../../renderer/text/sizing.ts';
import { sizeMachine } from '../../../shared/sizing/size-machine.ts';
import { machineSizingView } from '../../../shared/snapshot/sizing-view.ts';

const hours = {
  low: 10,
  likely: 100,
  high: 400,
  unit: 'h',
  inputs: [{ name: 'Line', value: 500, unit: 'Mbit/s' }],
  formula: 'a ÷ b',
  source: 'DP-RUN',
  missing: [],
};

test('a figure says its likely value, both ends, and what it was computed from', () => {
  expect(estimateItem('x', 'First replication', hours)).toEqual({
    id: 'x',
    title: 'First replication',
    value: '4.2 days',
    isUnknown: false,
    range: '10 h at best, 16.7 days at worst',
    inputs: [{ name: 'Line', value: '500 Mbit/s' }],
    formula: 'a ÷ b (DP-RUN)',
  });
});

test('what is not known is never a number, and says what is missing', () => {
  const open = estimateItem('x', 'First replication', {
    ...hours,
    low: null,
    likely: null,
    high: null,
    missing: ['siteLinkMbps', 'inUseGiB'],
  });
  expect(open).toMatchObject({ value: 'unknown: the speed of the line, In use', isUnknown: true, range: null });
});

test('a machine shows its size with the reason, its disks by tier, and its times', () => {
  const facts = {
    name: 'a',
    cpuCount: 4,
    memoryMiB: 16_384,
    inUseGiB: 100,
    disks: [
      { id: 'os', sizeGiB: 120 },
      { id: 'data', sizeGiB: 120 },
    ],
  };
  const items = machineEstimates(machineSizingView(sizeMachine(facts, 'vmware', { siteLinkMbps: 100, shared: {} })));
  expect(items.map(({ id, isUnknown }) => [id, isUnknown])).toEqual([
    ['size', false],
    ['disks', false],
    ['replication', false],
    ['delta', true],
    ['cutover', false],
  ]);
  expect(items[0]?.formula).toMatch(/smallest size of the table/);
  expect(items[1]?.value).toMatch(/^2 × [PES]\d+$/);
});

test('the sizes of a wave are counted, with the machines that have none', () => {
  const words = waveSizeWords({ sizes: [{ size: 'Standard_D4s_v5', count: 3 }], cores: 12, unsizedCount: 1 } as Parameters<
    typeof waveSizeWords
  >[0]);
  expect(words).toBe('3 × Standard_D4s_v5, 1 machine without a size; 12 vCPU');
});
