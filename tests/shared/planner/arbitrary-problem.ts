import * as fc from 'fast-check';

import type { PlanGroup, PlanInput, PlanPrecedence, PlanResource, PlanWindow } from '../../../shared/planner/model.ts';

export interface ProblemShape {
  readonly mostGroups: number;
  readonly mostWindows: number;
  /** How many rules between two groups there are at most, for each kind of them. */
  readonly mostPairs: number;
  /** One in so many groups has a pin, and as many each an earliest window, a latest, and one that is closed to it. */
  readonly oneDateIn: number;
}

/** Machines, data, critical machines and a stock that grows: what waves are limited by, from one to all of them. */
const RESOURCES: readonly PlanResource[] = [
  { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
  { id: 'gib', title: 'Data', unit: 'GiB', kind: 'per-window' },
  { id: 'critical', title: 'Critical machines', unit: 'machines', kind: 'per-window' },
  { id: 'vcpu', title: 'vCPU in the target', unit: 'vCPU', kind: 'stock' },
];
/** What a group may take of each, and what a window gives at least and at most. */
const MOST_DEMAND = [5, 4, 1, 4];
const ROOM: readonly (readonly [number, number])[] = [
  [4, 10],
  [4, 9],
  [0, 2],
  [2, 18],
];

/**
 * Problems with every kind of rule of the model: several capacities, windows that have their own, freezes, a pilot that must
 * not stay empty, order, conflicts, what belongs together, pins, dates, both objectives. Shrinks towards few groups without rules.
 */
export function arbitraryProblem(shape: ProblemShape): fc.Arbitrary<PlanInput> {
  const sizes = fc.record({
    groups: fc.integer({ min: 1, max: shape.mostGroups }),
    windows: fc.integer({ min: 1, max: shape.mostWindows }),
    resources: fc.integer({ min: 1, max: RESOURCES.length }),
  });
  return sizes.chain(({ groups, windows, resources }) =>
    fc.record({
      resources: fc.constant(RESOURCES.slice(0, resources)),
      windows: windowsOf(windows, resources),
      groups: groupsOf(groups, windows, { resources, oneDateIn: shape.oneDateIn }),
      precedences: pairsOf(groups, shape.mostPairs).chain(orderOf),
      conflicts: pairsOf(groups, shape.mostPairs),
      together: pairsOf(groups, Math.min(1, shape.mostPairs)),
      objective: fc.constantFrom('fewest-waves' as const, 'earliest-finish' as const),
    }),
  );
}

/** A plain line: equal windows, one capacity, nothing but order; a solver of its own takes these. */
export function arbitraryLine(mostGroups: number): fc.Arbitrary<PlanInput> {
  return fc.integer({ min: 1, max: mostGroups }).chain((groups) =>
    fc.record({
      resources: fc.constant(RESOURCES.slice(0, 1)),
      windows: fc
        .integer({ min: 10, max: 24 })
        .map((room) =>
          Array.from({ length: groups }, (_, at) => ({ id: `w${at}`, title: `Window ${at}`, isFrozen: false, capacities: [room] })),
        ),
      groups: fc
        .array(fc.integer({ min: 1, max: 14 }), { minLength: groups, maxLength: groups })
        .map((sizes) => sizes.map((size, at) => ({ id: `g${at}`, title: `Group ${at}`, demands: [size] }))),
      precedences: pairsOf(groups, groups)
        .map((pairs) => pairs.map(([a, b]) => (a < b ? [a, b] : [b, a]) as Pair))
        .chain(orderOf),
      conflicts: fc.constant([]),
      together: fc.constant([]),
      objective: fc.constantFrom('fewest-waves' as const, 'earliest-finish' as const),
    }),
  );
}

function windowsOf(count: number, resources: number): fc.Arbitrary<PlanWindow[]> {
  const rooms = ROOM.slice(0, resources).map(([min, max]) => fc.option(fc.integer({ min, max }), { freq: 5 }));
  const window = fc.record({ isFrozen: oneIn(6), isRequired: oneIn(8), capacities: fc.tuple(...rooms) });
  return fc
    .array(window, { minLength: count, maxLength: count })
    .map((windows) => windows.map((one, at) => ({ id: `w${at}`, title: `Window ${at}`, ...one })));
}

function groupsOf(
  count: number,
  windows: number,
  { resources, oneDateIn }: { readonly resources: number; readonly oneDateIn: number },
): fc.Arbitrary<PlanGroup[]> {
  const demands = fc.tuple(...MOST_DEMAND.slice(0, resources).map((max, at) => fc.integer({ min: at === 0 ? 1 : 0, max })));
  const windowId = fc.nat({ max: windows - 1 }).map((at) => `w${at}`);
  const rarely = fc.tuple(oneIn(oneDateIn), windowId).map(([has, id]) => (has ? id : undefined));
  const group = fc.record({ demands, pinned: rarely, earliest: rarely, latest: rarely, forbidden: rarely });
  return fc.array(group, { minLength: count, maxLength: count }).map((groups) =>
    groups.map(({ demands: own, pinned, earliest, latest, forbidden }, at): PlanGroup => {
      return {
        id: `g${at}`,
        title: `Group ${at}`,
        demands: own,
        ...(pinned === undefined ? {} : { pinnedWindowId: pinned }),
        ...(earliest === undefined ? {} : { earliestWindowId: earliest }),
        ...(latest === undefined ? {} : { latestWindowId: latest }),
        ...(forbidden === undefined ? {} : { forbiddenWindowIds: [forbidden] }),
      };
    }),
  );
}

type Pair = readonly [string, string];

/** Pairs of two different groups; none where there is only one. */
function pairsOf(groups: number, most: number): fc.Arbitrary<Pair[]> {
  if (groups < 2) return fc.constant([]);
  const pair = fc
    .tuple(fc.nat({ max: groups - 1 }), fc.integer({ min: 1, max: groups - 1 }))
    .map(([first, step]): Pair => [`g${first}`, `g${(first + step) % groups}`]);
  return fc.array(pair, { maxLength: most });
}

/** Mostly from a lower number to a higher one, so that circles come up but are not the rule. */
function orderOf(pairs: readonly Pair[]): fc.Arbitrary<PlanPrecedence[]> {
  const kinds = fc.record({ kind: fc.constantFrom('strict' as const, 'weak' as const), mayTurn: oneIn(8) });
  return fc.array(kinds, { minLength: pairs.length, maxLength: pairs.length }).map((list) =>
    pairs.map(([a, b], at): PlanPrecedence => {
      const { kind, mayTurn } = list[at]!;
      const [before, after] = !mayTurn && a > b ? [b, a] : [a, b];
      return { before, after, kind };
    }),
  );
}

/** True once in so many; shrinks to false. */
function oneIn(times: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: times - 1 }).map((value) => value === times - 1);
}
