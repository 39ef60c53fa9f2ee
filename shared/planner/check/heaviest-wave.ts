import type { NumberedProblem } from './numbered-problem.ts';
import type { Sharing } from './sharing.ts';

const MOST_NODES = 3_000_000;
const MOST_TABLE = 60_000_000;

/**
 * Is it certain that no wave can weigh more than `most`? With one limited resource a table over its amounts often says so at
 * once; else the sets of units that may share a wave are looked through, but for those that cannot grow above it. False also
 * when that would take too long.
 */
export function isHeaviestWave(problem: NumberedProblem, sharing: Sharing, weights: readonly number[], most: number): boolean {
  const limited = sharing.capacity.flatMap((room, at) => (Number.isFinite(room) ? [at] : []));
  const units = weights.flatMap((weight, unit) => (weight > 0 ? [unit] : []));
  if (units.length === 0) return true;
  const [only] = limited;
  if (limited.length === 1 && heaviestByTable(problem, units, weights, { resource: only!, room: sharing.capacity[only!]! }) <= most)
    return true;
  return isHeaviestBySearch({ problem, sharing, weights, most, limited }, units);
}

interface Limit {
  readonly resource: number;
  readonly room: number;
}

/** The heaviest set of units whose demand of one resource fits, whatever else keeps them apart; `Infinity` when too large. */
function heaviestByTable(
  { demands }: NumberedProblem,
  units: readonly number[],
  weights: readonly number[],
  { resource, room }: Limit,
): number {
  if (!Number.isInteger(room) || units.length * (room + 1) > MOST_TABLE) return Infinity;
  const best = new Float64Array(room + 1);
  for (const unit of units) {
    const demand = demands[unit]![resource]!;
    for (let amount = room; amount >= demand; amount -= 1) best[amount] = Math.max(best[amount]!, best[amount - demand]! + weights[unit]!);
  }
  return best[room]!;
}

interface Question {
  readonly problem: NumberedProblem;
  readonly sharing: Sharing;
  readonly weights: readonly number[];
  readonly most: number;
  readonly limited: readonly number[];
}

function isHeaviestBySearch({ problem, sharing, weights, most, limited }: Question, units: number[]): boolean {
  const { demands } = problem;
  const { capacity, mayShare } = sharing;
  const parts = partsOf(problem, sharing, limited);
  units.sort((a, b) => weights[b]! / parts[b]! - weights[a]! / parts[a]! || a - b);
  const isFree = freeUnits(problem);
  const isTwin = units.map((unit, at) => {
    const before = units[at - 1];
    if (before === undefined || weights[before] !== weights[unit] || !isFree(unit) || !isFree(before)) return false;
    return demands[unit]!.every((demand, resource) => demand === demands[before]![resource]);
  });
  const room = [...capacity];
  const chosen: number[] = [];
  let nodes = 0;

  /** More than the units from `from` on can add: they fill the space in the order of their weight for it, the last in part. */
  function atMost(from: number, space: number): number {
    let left = space;
    let sum = 0;
    for (let at = from; at < units.length; at += 1) {
      const part = parts[units[at]!]!;
      if (part > left) return sum + (weights[units[at]!]! * left) / part;
      left -= part;
      sum += weights[units[at]!]!;
    }
    return sum;
  }

  /** False as soon as a heavier wave is found or the search has become too long. */
  function isFine(from: number, weight: number, space: number): boolean {
    nodes += 1;
    if (weight > most || nodes > MOST_NODES) return false;
    for (let at = from; at < units.length; at += 1) {
      // Weights are whole, the bound is not: a hair is added to it so that rounding never lets a heavier wave through.
      if (weight + atMost(at, space) + 1e-6 < most + 1) return true;
      const unit = units[at]!;
      // Of twins, the second is taken only after the first.
      if (isTwin[at] === true && at > from) continue;
      const demand = demands[unit]!;
      if (limited.some((resource) => demand[resource]! > room[resource]!) || !chosen.every((other) => mayShare(unit, other))) continue;
      for (const resource of limited) room[resource]! -= demand[resource]!;
      chosen.push(unit);
      const isPartFine = isFine(at + 1, weight + weights[unit]!, space - parts[unit]!);
      chosen.pop();
      for (const resource of limited) room[resource]! += demand[resource]!;
      if (!isPartFine) return false;
    }
    return true;
  }
  return isFine(0, 0, 1);
}

/** What part of a window a unit takes, all limited resources mixed, those most asked for with the greatest share. */
function partsOf({ demands }: NumberedProblem, { capacity }: Sharing, limited: readonly number[]): number[] {
  const asked = limited.map((at) => (demands.reduce((sum, demand) => sum + demand[at]!, 0) / Math.max(1, capacity[at]!)) ** 4);
  const sum = Math.max(
    1e-12,
    asked.reduce((total, value) => total + value, 0),
  );
  return demands.map((demand) =>
    Math.max(
      1e-9,
      limited.reduce((total, at, place) => total + ((asked[place]! / sum) * demand[at]!) / Math.max(1, capacity[at]!), 0),
    ),
  );
}

/** Units that nothing but capacity keeps apart from others. */
function freeUnits({ units, order, conflicts, first, last, openPlaces }: NumberedProblem): (unit: number) => boolean {
  const isBound = new Uint8Array(units);
  for (const pair of conflicts) isBound[Math.floor(pair / units)] = 1;
  for (let a = 0; a < units; a += 1) {
    if (first[a] !== 0 || last[a] !== openPlaces.length - 1) isBound[a] = 1;
    for (let b = 0; b < units; b += 1) if (order[a * units + b] !== 0) isBound[a] = isBound[b] = 1;
  }
  return (unit) => isBound[unit] === 0;
}
