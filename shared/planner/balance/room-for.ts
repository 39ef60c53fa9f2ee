import { mayStandIn, type Problem } from '../problem.ts';

/**
 * Whether an item may stand elsewhere in a plan, and whether two may change places, as far as dates, order, conflicts and
 * stocks are concerned; capacities of single windows are left to the caller, who has their loads at hand.
 */
export function createRoomFor(problem: Problem, windowOf: Int32Array) {
  const { count, windows, dimensions, demand, capacity, isStock, previous, next, conflicts } = problem;
  const stocks = isStock.flatMap((isOne, dimension) => (isOne ? [dimension] : []));
  /** What may still be added to a stock up to and including a window. */
  const slack = capacity.slice();
  for (const dimension of stocks) {
    const own = new Float64Array(windows);
    for (let item = 0; item < count; item += 1) own[windowOf[item]!]! += demand[item * dimensions + dimension]!;
    let sum = 0;
    for (let window = 0; window < windows; window += 1) {
      sum += own[window]!;
      slack[window * dimensions + dimension]! -= sum;
    }
  }

  /** By dates, order and conflicts; `partner` leaves the window at the same time. */
  function mayJoin(item: number, window: number, partner: number): boolean {
    if (!mayStandIn(problem, item, window)) return false;
    for (const link of previous[item]!) if (link.item === partner || windowOf[link.item]! > window - (link.isStrict ? 1 : 0)) return false;
    for (const link of next[item]!) if (link.item === partner || windowOf[link.item]! < window + (link.isStrict ? 1 : 0)) return false;
    const against = conflicts[item]!;
    for (let at = 0; at < against.length; at += 1) if (against[at] !== partner && windowOf[against[at]!] === window) return false;
    return true;
  }

  /** `amount` of a stock moves from one window to an earlier one. */
  function mayComeEarlier(dimension: number, amount: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
    for (let window = to; window < from; window += 1) if (slack[window * dimensions + dimension]! < amount) return false;
    return true;
  }

  function keepsStocks(item: number, partner: number, to: number): boolean {
    const from = windowOf[item]!;
    return stocks.every((dimension) => {
      const amount = demand[item * dimensions + dimension]! - (partner < 0 ? 0 : demand[partner * dimensions + dimension]!);
      if (amount === 0) return true;
      const isEarlier = amount > 0 === to < from;
      return !isEarlier || mayComeEarlier(dimension, Math.abs(amount), { from: Math.max(from, to), to: Math.min(from, to) });
    });
  }

  function shift(item: number, to: number): void {
    const from = windowOf[item]!;
    for (const dimension of stocks) {
      const amount = demand[item * dimensions + dimension]!;
      for (let window = to; window < from; window += 1) slack[window * dimensions + dimension]! -= amount;
      for (let window = from; window < to; window += 1) slack[window * dimensions + dimension]! += amount;
    }
    windowOf[item] = to;
  }

  return {
    mayMove: (item: number, to: number): boolean => mayJoin(item, to, -1) && keepsStocks(item, -1, to),
    maySwap: (a: number, b: number): boolean =>
      mayJoin(a, windowOf[b]!, b) && mayJoin(b, windowOf[a]!, a) && keepsStocks(a, b, windowOf[b]!),
    /** Writes the window of an item and keeps the books of stocks. */
    shift,
  };
}
