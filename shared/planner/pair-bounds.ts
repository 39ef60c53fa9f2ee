import { largestCapacity } from './exclusion.ts';
import { largestMatching } from './matching.ts';
import type { PlanBound } from './model.ts';
import { objectiveOfWaves, type Problem } from './problem.ts';
import { titleOf, waveWords } from './simple-bounds.ts';

type AreExclusive = (a: number, b: number) => boolean;

/** Beyond this, looking at all pairs takes longer than it helps. */
export const MOST_FOR_PAIRS = 1500;

/**
 * Groups above a third of a window in one resource go at most two to a wave: so many waves are needed as there are such
 * groups, less the pairs that can be made at once.
 */
export function pairBounds(problem: Problem, areExclusive: AreExclusive): PlanBound[] {
  const { count, dimensions, demand, isStock, input, members } = problem;
  const largest = largestCapacity(problem);
  return input.resources.flatMap((resource, dimension): PlanBound[] => {
    if (isStock[dimension] === true || !Number.isFinite(largest[dimension]!)) return [];
    const large = Array.from({ length: count }, (_, item) => item).filter(
      (item) => 3 * demand[item * dimensions + dimension]! > largest[dimension]!,
    );
    if (large.length < 2 || large.length > MOST_FOR_PAIRS) return [];
    const { size, barrier } = largestMatching(large.length, neighboursAmong(large, areExclusive));
    const waves = large.length - size;
    const idOf = (item: number): string => members[item]![0]!;
    return [
      {
        value: objectiveOfWaves(problem, waves),
        certificate: { kind: 'pairs', groupIds: large.map(idOf), barrier: barrier.map((at) => idOf(large[at]!)) },
        reason:
          `${large.length.toLocaleString('en')} groups each take over a third of a window in ${resource.title}; ` +
          `at most ${size.toLocaleString('en')} pairs of them can share a wave, so at least ${waveWords(waves)} are needed.`,
      },
    ];
  });
}

function neighboursAmong(items: readonly number[], areExclusive: AreExclusive): Int32Array[] {
  const lists: number[][] = items.map(() => []);
  for (let a = 0; a < items.length; a += 1) {
    for (let b = a + 1; b < items.length; b += 1) {
      if (areExclusive(items[a]!, items[b]!)) continue;
      lists[a]!.push(b);
      lists[b]!.push(a);
    }
  }
  return lists.map((list) => Int32Array.from(list));
}

/** Groups of which no two can share a window, gathered greedily from those that exclude most others. */
export function cliqueBound(problem: Problem, areExclusive: AreExclusive): PlanBound {
  const { count } = problem;
  const degree = new Int32Array(count);
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      if (!areExclusive(a, b)) continue;
      degree[a]! += 1;
      degree[b]! += 1;
    }
  }
  const order = Array.from({ length: count }, (_, item) => item).toSorted((a, b) => degree[b]! - degree[a]! || a - b);
  let best: number[] = [];
  for (const start of order.slice(0, 20)) {
    const clique = [start];
    for (const item of order) if (item !== start && clique.every((member) => areExclusive(member, item))) clique.push(item);
    if (clique.length > best.length) best = clique;
  }
  const titles = best.map((item) => titleOf(problem, item));
  const names = titles.length > 6 ? `${titles.slice(0, 5).join(', ')} and ${titles.length - 5} others` : titles.join(', ');
  return {
    value: objectiveOfWaves(problem, best.length),
    certificate: { kind: 'pairwise-exclusive', groupIds: best.map((item) => problem.members[item]![0]!) },
    reason: `No two of these ${best.length} groups can share a wave: ${names}.`,
  };
}
