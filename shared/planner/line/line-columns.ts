import { hasBit } from '../bit-set.ts';
import type { KindWeighing } from '../columns/column-bound.ts';
import type { Column } from '../columns/covering-master.ts';
import { buildLoadProblem, type LoadProblem } from '../columns/load-problem.ts';
import type { LinePlan } from './line-fill.ts';
import type { LineGoal } from './line-goal.ts';
import { spreadLimits, type Gaps, type LineLimits, type RaisedLimit } from './line-limits.ts';
import type { Weighing } from './line-search.ts';
import type { Line } from './line.ts';

/** Loads of a line: one dimension, and pairs kept apart by what must lie between them or by strict order. */
export function lineLoads(line: Line, gaps: Gaps | null): LoadProblem {
  const { count, size, capacity, words, hasStrict, strictFollowers, followers } = line;
  const areExclusive = (a: number, b: number): boolean => {
    if (hasStrict && (hasBit(strictFollowers, a * words, b) || hasBit(strictFollowers, b * words, a))) return true;
    if (gaps === null || size[a]! + size[b]! > capacity) return false;
    if (!hasBit(followers, a * words, b) && !hasBit(followers, b * words, a)) return false;
    const inner = Math.max(gaps.between[a * count + b]!, gaps.between[b * count + a]!);
    return inner > 0 && size[a]! + size[b]! + inner > capacity;
  };
  return buildLoadProblem({ count, demandOf: (item) => [size[item]!], capacity: [capacity], areExclusive });
}

/** A weighing of kinds as one of the places of a line, for the search; weights stay whole. */
export function weighingOfLine(line: Line, loads: LoadProblem, from: Line, found: KindWeighing): Weighing {
  const placeOf = new Int32Array(from.count);
  for (const [place, item] of from.order.entries()) placeOf[item] = place;
  return { weights: Int32Array.from(line.order, (item) => found.weights[loads.kindOf[placeOf[item]!]!]!), most: found.most };
}

/** Raises heads and tails by a weighing: leaders and followers weigh so much that they need so many waves. */
export function tightenByWeighing(line: Line, limits: LineLimits, gaps: Gaps | null, { weights, most }: Weighing): RaisedLimit[] {
  const { count, words, leaders, followers } = line;
  const raised: RaisedLimit[] = [];
  const raise = (values: Int32Array, table: Int32Array, item: number): void => {
    let sum = weights[item]!;
    for (let other = 0; other < count; other += 1) if (hasBit(table, item * words, other)) sum += weights[other]!;
    const needed = Math.ceil(sum / most);
    if (needed <= values[item]!) return;
    values[item] = needed;
    raised.push({ item, isHead: values === limits.head, waves: needed, because: { kind: 'weights' } });
  };
  for (let item = 0; item < count; item += 1) {
    raise(limits.head, leaders, item);
    raise(limits.tail, followers, item);
  }
  if (raised.length > 0) spreadLimits(line, limits, gaps);
  return raised;
}

/** The loads of the best plan so far, as columns to start from. */
export function columnsOfPlan({ plan }: LineGoal, from: Line, loads: LoadProblem): Column[] {
  if (plan === null) return [];
  const placeOf = new Int32Array(from.count);
  for (const [place, item] of from.order.entries()) placeOf[item] = place;
  const kindsOf = Map.groupBy(plan.waveOf.keys(), (place) => plan.waveOf[place]!);
  return [...kindsOf.values()].map((places) => {
    const kinds = Map.groupBy(places, (place) => loads.kindOf[placeOf[plan.line.order[place]!]!]!);
    return { rows: Int32Array.from(kinds.keys()), times: Int32Array.from(kinds.values(), (same) => same.length) };
  });
}

/** A plan of a line without order out of whole loads: one wave a load, items of a kind in any order. */
export function planOfColumns(line: Line, loads: LoadProblem, columns: readonly Column[]): LinePlan {
  const waiting: number[][] = Array.from({ length: loads.kinds }, () => []);
  for (let place = line.count - 1; place >= 0; place -= 1) waiting[loads.kindOf[place]!]!.push(place);
  const waveOf = new Int32Array(line.count);
  for (const [index, { rows, times }] of columns.entries()) {
    for (const [at, kind] of rows.entries()) {
      for (let copy = 0; copy < times[at]!; copy += 1) {
        const place = waiting[kind]!.pop();
        if (place !== undefined) waveOf[place] = index + 1;
      }
    }
  }
  return { line, waves: columns.length, waveOf };
}
