import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { createStateStore } from '../../../shared/planner/state-store.ts';

const seed = 20261125;
const facts = (wave: number, key: number) => ({ wave, idle: 0, parent: -1, key });

test('a set is new, better known or known, whatever its hash shares with others', () => {
  // Few sets and fewer hashes, so that all of it comes up: the same set again, other sets in the same slot.
  const additions = fc.array(fc.record({ set: fc.nat({ max: 40 }), wave: fc.nat({ max: 4 }) }), { maxLength: 200 });
  fc.assert(
    fc.property(additions, (list) => {
      const store = createStateStore(2, 1000);
      const known = new Map<number, number>();
      for (const [at, { set, wave }] of list.entries()) {
        const state = store.add(Int32Array.of(set, ~set), set % 3, facts(wave, at));
        const isBetter = wave < (known.get(set) ?? Infinity);
        expect({ set, wave, isKept: state >= 0 }).toEqual({ set, wave, isKept: isBetter });
        if (!isBetter) continue;
        known.set(set, wave);
        expect([...store.bits().subarray(state * 2, state * 2 + 2), store.wave(state)]).toEqual([set, ~set, wave]);
      }
    }),
    { seed, numRuns: 100 },
  );
});

test('of a wave the most promising open state is taken first, each once, and none that was outdone', () => {
  const additions = fc.array(fc.record({ set: fc.nat({ max: 30 }), wave: fc.nat({ max: 3 }), key: fc.nat({ max: 1000 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(additions, (list) => {
      const store = createStateStore(1, 1000);
      const open = new Map<number, { readonly wave: number; readonly key: number }>();
      for (const { set, wave, key } of list)
        if (store.add(Int32Array.of(set), set * 77, facts(wave, key)) >= 0) open.set(set, { wave, key });
      for (let wave = 0; wave <= 3; wave += 1) {
        const taken: number[] = [];
        for (let state = store.take(wave); state >= 0; state = store.take(wave)) taken.push(store.bits()[state]!);
        const due = [...open].filter(([, one]) => one.wave === wave);
        expect(taken.toSorted((a, b) => a - b)).toEqual(due.map(([set]) => set).toSorted((a, b) => a - b));
        const keys = taken.map((set) => open.get(set)?.key ?? -1);
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
      }
    }),
    { seed, numRuns: 100 },
  );
});

test('it grows past its first room, keeps what it held, and says when it is full', () => {
  const most = 10_000;
  const store = createStateStore(1, most);
  for (let set = 0; set < most; set += 1) expect(store.add(Int32Array.of(set), set, facts(0, most - set))).toBe(set);
  expect([store.count(), store.isFull()]).toEqual([most, false]);
  expect(store.add(Int32Array.of(5), 5, facts(0, 0))).toBe(-1);
  expect(store.add(Int32Array.of(most), most, facts(0, 0))).toBe(-2);
  expect([store.isFull(), store.take(0), store.take(1)]).toEqual([true, most - 1, -1]);
});

test('a state that is opened again is taken again', () => {
  const store = createStateStore(1, 10);
  const state = store.add(Int32Array.of(1), 1, facts(2, 0));
  expect([store.take(2), store.take(2)]).toEqual([state, -1]);
  store.reopen(state);
  expect([store.take(2), store.take(2)]).toEqual([state, -1]);
});
