import { expect, test } from 'vitest';

import { violationsOf } from '../../../../renderer/features/waves/violations.ts';
import { groupOf, machinesOf, planOf, waveOf } from './plan-fixture.ts';

const groups = [
  groupOf('small', { machineIds: machinesOf('small', 2) }),
  groupOf('middle', { machineIds: machinesOf('middle', 6) }),
  groupOf('large', { machineIds: machinesOf('large', 9), sizeGiB: 500 }),
];

function fullWave(used: number) {
  return waveOf(1, ['small', 'middle', 'large'], {
    loads: [
      { resourceId: 'machines', title: 'Machines', unit: 'machines', used, limit: 12 },
      { resourceId: 'gib', title: 'Data', unit: 'GiB', used: 520, limit: null },
    ],
  });
}

function capacity(groupIds: string[]) {
  return { rule: 'capacity', text: 'Wave 1 holds too many.', groupIds, windowId: 'w1' };
}

test('an over-full wave offers the smallest group that is enough', () => {
  const plan = planOf([fullWave(17)], { violations: [capacity(['small', 'middle', 'large'])] });
  expect(violationsOf(plan, groups)).toEqual([
    { ...capacity(['small', 'middle', 'large']), waveId: 'wave-1', toMove: ['middle'], canRelax: true },
  ]);
});

test('where no single group is enough, the largest makes a start', () => {
  const plan = planOf([fullWave(30)], { violations: [capacity(['small', 'middle', 'large'])] });
  expect(violationsOf(plan, groups)[0]?.toMove).toEqual(['large']);
});

test('a broken order offers both groups and belongs to no single wave', () => {
  const order = { rule: 'precedence', text: 'Small must move before large.', groupIds: ['small', 'large'] };
  expect(violationsOf(planOf([fullWave(5)], { violations: [order] }), groups)).toEqual([
    { ...order, waveId: null, toMove: ['small', 'large'], canRelax: true },
  ]);
});

test('what no limit stands behind cannot be relaxed; groups that are gone are not offered', () => {
  const conflict = { rule: 'conflict', text: 'They must not share a wave.', groupIds: ['small', 'gone'] };
  expect(violationsOf(planOf([fullWave(5)], { violations: [conflict] }), groups)[0]).toMatchObject({ toMove: ['small'], canRelax: false });
});
