import { expect, it } from 'vitest';

import { explainGroup, explainWindow } from '../../../shared/planner/explain/explain-group.ts';
import { planFacts } from '../../../shared/planner/explain/plan-facts.ts';
import type { PlanInput } from '../../../shared/planner/model.ts';

const input: PlanInput = {
  resources: [
    { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
    { id: 'line', title: 'Copied by then', unit: 'GiB', kind: 'stock' },
  ],
  windows: [
    { id: 'w1', title: 'Wave 1', isFrozen: false, capacities: [10, 100] },
    { id: 'w2', title: 'Window 2', isFrozen: false, capacities: [10, 200] },
    { id: 'w3', title: 'Wave 2', isFrozen: false, capacities: [10, 300] },
    { id: 'w4', title: 'Wave 3', isFrozen: false, capacities: [10, 400] },
  ],
  groups: [
    { id: 'dir', title: 'Directory', demands: [8, 90] },
    { id: 'dns', title: 'DNS', demands: [4, 10] },
    { id: 'shop', title: 'Shop', demands: [5, 120] },
    { id: 'pay', title: 'Pay', demands: [1, 0], pinnedWindowId: 'w4' },
    { id: 'wiki', title: 'Wiki', demands: [1, 10] },
  ],
  precedences: [
    { before: 'dir', after: 'dns', kind: 'strict' },
    { before: 'dns', after: 'shop', kind: 'strict' },
  ],
  conflicts: [['wiki', 'dir']],
  together: [],
  objective: 'fewest-waves',
};
const facts = planFacts(input, { dir: 'w1', dns: 'w3', shop: 'w4', pay: 'w4', wiki: 'w3' });
const textsOf = (groupId: string): Record<string, string[]> =>
  Object.fromEntries(
    (explainGroup(facts, groupId)?.earlier ?? []).map(({ windowId, reasons }) => [windowId, reasons.map(({ text }) => text)]),
  );

it('says what keeps a group out of every earlier wave: order with its root, capacity with what is missing', () => {
  expect(textsOf('shop')).toEqual({
    w3: ['an earlier wave must hold DNS, which stands in Wave 2 and waits for Directory'],
    // Of an unused window it is enough to say what else is wrong with it.
    w2: [
      'an earlier wave must hold DNS, which stands in Wave 2 and waits for Directory',
      'Copied by then: 90 of 200 GiB taken, 120 more needed, 10 too many',
    ],
    w1: [
      'an earlier wave must hold DNS, which stands in Wave 2 and waits for Directory',
      'Machines: 8 of 10 machines taken, 5 more needed, 3 too many',
      'Copied by then: 90 of 100 GiB taken, 120 more needed, 110 too many',
    ],
  });
  expect(explainGroup(facts, 'shop')?.earlier.map(({ windowId, isUsed }) => [windowId, isUsed])).toEqual([
    ['w3', true],
    ['w2', false],
    ['w1', true],
  ]);
});

it('names pins, groups kept apart, and an earlier wave that would do as well', () => {
  expect(explainGroup(facts, 'pay')).toMatchObject({ isPinned: true });
  expect(textsOf('pay')['w3']).toEqual(['Pay is pinned to Wave 3']);
  expect(textsOf('wiki')['w1']).toEqual(['Directory stands there, and the two must not share a wave']);
  const free = planFacts({ ...input, conflicts: [] }, { dir: 'w1', dns: 'w3', shop: 'w4', pay: 'w4', wiki: 'w3' });
  expect(explainGroup(free, 'wiki')?.earlier.find(({ windowId }) => windowId === 'w1')?.reasons).toEqual([]);
  expect(explainGroup(facts, 'nobody')).toBeNull();
});

it('says what is tight in a wave and what kept the next groups out of it', () => {
  const first = explainWindow(facts, 'w1');
  expect(first?.tight).toEqual([{ resourceId: 'line', used: 90, limit: 100 }]);
  expect(first?.next.map(({ groupId }) => groupId)).toEqual(['dns', 'wiki', 'shop']);
  expect(first?.next.every(({ reasons }) => reasons.length > 0)).toBe(true);
});
