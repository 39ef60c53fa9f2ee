import type { Random } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { createColumnBound, createLoadPricer } from './column-bound.ts';
import type { Column } from './covering-master.ts';
import type { LoadProblem } from './load-problem.ts';

export interface DiveRequest {
  readonly problem: LoadProblem;
  /** Columns to start from: those of the program that was solved for all items. */
  readonly pool: readonly Column[];
  readonly fewerThan: number;
  readonly untilMs: number;
  readonly random: Random;
}

/** Where a dive stands: what is left, what was taken, and the columns known by then. */
interface Depth {
  readonly left: Int32Array;
  readonly taken: readonly Column[];
  readonly known: readonly Column[];
}

/**
 * A packing out of the linear program: loads that it uses nearly whole are taken, the program is solved again for what is
 * left, until nothing is. Where that ends in too many loads, the last part of the way is tried again by other choices.
 * Returns loads as kinds with their number of copies, or `null` when the time is over.
 */
export function divePacking({ problem, pool, fewerThan, untilMs, random }: DiveRequest, clock: WorkClock): Column[] | null {
  const way: Depth[] = [{ left: problem.copies.slice(), taken: [], known: pool }];
  for (let attempts = 0; attempts < MOST_ATTEMPTS && clock.now() < untilMs;) {
    const depth = way.at(-1)!;
    const deeper = diveOn({ problem, depth, fewerThan, untilMs, random }, clock);
    if (deeper !== null && !deeper.left.some((copies) => copies > 0)) return [...deeper.taken];
    if (deeper !== null) way.push(deeper);
    else {
      attempts += 1;
      // Mostly only a little is taken back, sometimes much.
      way.length = Math.max(1, way.length - 1 - Math.floor(random() ** 2 * way.length));
    }
  }
  return null;
}

const MOST_ATTEMPTS = 40;

interface Step {
  readonly problem: LoadProblem;
  readonly depth: Depth;
  readonly fewerThan: number;
  readonly untilMs: number;
  readonly random: Random;
}

/** Solves the program for what is left and takes some of its loads; `null` when there would be too many in the end. */
function diveOn({ problem, depth, fewerThan, untilMs, random }: Step, clock: WorkClock): Depth | null {
  const rest = restOf(problem, depth.left);
  const columns = createColumnBound(rest.problem, createLoadPricer(rest.problem));
  for (const column of depth.known) {
    const trimmed = rest.trim(column);
    if (trimmed !== null) columns.addColumn(trimmed);
  }
  columns.run(clock, untilMs, { known: 0, enough: Infinity });
  if (clock.now() >= untilMs || depth.taken.length + Math.ceil(columns.floatBound() - 1e-6) >= fewerThan) return null;
  const left = depth.left.slice();
  const taken = [...depth.taken];
  for (const column of chooseLoads(columns.solution(), rest.problem.copies, random)) {
    const own = rest.untrim(column);
    taken.push(own);
    for (const [at, kind] of own.rows.entries()) left[kind]! -= own.times[at]!;
  }
  if (taken.length >= fewerThan) return null;
  return { left, taken, known: columns.pool().map((column) => rest.untrim(column)) };
}

interface Rest {
  readonly problem: LoadProblem;
  readonly trim: (column: Column) => Column | null;
  readonly untrim: (column: Column) => Column;
}

/** The problem of what is left, without kinds that are used up. */
function restOf(problem: LoadProblem, left: Int32Array): Rest {
  const kept = Int32Array.from(left.keys()).filter((kind) => left[kind]! > 0);
  const rowOf = new Int32Array(problem.kinds).fill(-1);
  for (const [row, kind] of kept.entries()) rowOf[kind] = row;
  const { dimensions, demand, exclusive, words } = problem;
  const restWords = (kept.length + 31) >> 5;
  const restExclusive = exclusive === null ? null : new Int32Array(kept.length * restWords);
  const restDemand = new Float64Array(kept.length * dimensions);
  for (const [row, kind] of kept.entries()) {
    restDemand.set(demand.subarray(kind * dimensions, (kind + 1) * dimensions), row * dimensions);
    if (exclusive === null || restExclusive === null) continue;
    for (const [other, otherKind] of kept.entries()) {
      if (((exclusive[kind * words + (otherKind >> 5)]! >>> (otherKind & 31)) & 1) === 1)
        restExclusive[row * restWords + (other >> 5)]! |= 1 << (other & 31);
    }
  }
  return {
    problem: {
      ...problem,
      kinds: kept.length,
      demand: restDemand,
      copies: kept.map((kind) => left[kind]!),
      kindOf: new Int32Array(0),
      exclusive: restExclusive,
      words: restWords,
    },
    trim(column) {
      const rows: number[] = [];
      const times: number[] = [];
      for (const [at, kind] of column.rows.entries()) {
        const most = Math.min(column.times[at]!, left[kind]!);
        if (most <= 0) continue;
        rows.push(rowOf[kind]!);
        times.push(most);
      }
      return rows.length === 0 ? null : { rows: Int32Array.from(rows), times: Int32Array.from(times) };
    },
    untrim: ({ rows, times }) => ({ rows: rows.map((row) => kept[row]!), times }),
  };
}

/**
 * Loads used at least nearly once, else the one used most. A load that would only go in with something missing is left for
 * later: what was missing in it is what makes a packing one wave too long.
 */
function chooseLoads(solution: readonly { column: Column; amount: number }[], copies: Int32Array, random: Random): Column[] {
  const left = copies.slice();
  const chosen: Column[] = [];
  const take = ({ rows, times }: Column): void => {
    if (!rows.every((row, at) => times[at]! <= left[row]!)) return;
    for (const [at, row] of rows.entries()) left[row]! -= times[at]!;
    chosen.push({ rows, times });
  };
  const ranked = solution.map((use) => ({ ...use, rank: use.amount * (1 + 0.2 * (random() - 0.5)) })).toSorted((a, b) => b.rank - a.rank);
  for (const { column, amount } of ranked) {
    for (let times = 0; times < Math.floor(amount + 0.001); times += 1) take(column);
  }
  for (const [at, { column, amount }] of ranked.entries()) if (chosen.length === 0 || (amount > 0.75 && at < 4)) take(column);
  const [first] = ranked;
  if (chosen.length === 0 && first !== undefined) {
    const { rows, times } = first.column;
    chosen.push({ rows, times: times.map((count, at) => Math.min(count, left[rows[at]!]!)) });
  }
  return chosen;
}
