/**
 * The small linear program behind the column bound: cover every row as often as it demands with as few columns as possible,
 * where columns (possible loads of a wave) are added one after the other. Primal simplex with a dense inverse; a few hundred
 * rows at most, so that one step is well under a millisecond. Floating point: what is concluded from its prices is checked
 * in whole numbers by whoever concludes.
 */
export interface Column {
  readonly rows: Int32Array;
  /** How often the column covers each of its rows. */
  readonly times: Int32Array;
}

export interface CoveringMaster {
  /** What a column would save; negative is worth entering. */
  readonly reducedCost: (column: Column) => number;
  /** Enters a column if that is worth it; false when it is not. */
  readonly enter: (column: Column) => boolean;
  /** The least price of a row: below zero, covering it more often than demanded is worth something. */
  readonly leastPrice: () => number;
  /** Takes back coverage above demand where that is worth it; false when nothing was. */
  readonly enterSurplus: () => boolean;
  readonly prices: Float64Array;
  readonly value: () => number;
  readonly steps: () => number;
  /** Columns in use and how much of each. */
  readonly solution: () => { readonly column: Column; readonly amount: number }[];
}

const TOLERANCE = 1e-9;
const STEPS_BETWEEN_REFRESHES = 100;

/** `start[i]` covers row i and nothing below it is needed: one column per row, whose own row it covers `times` times. */
export function createCoveringMaster(demands: Int32Array, startTimes: Int32Array): CoveringMaster {
  const rows = demands.length;
  const inverse = new Float64Array(rows * rows);
  const amount = new Float64Array(rows);
  const cost = new Float64Array(rows).fill(1);
  const prices = new Float64Array(rows);
  const direction = new Float64Array(rows);
  const columns: (Column | null)[] = [];
  let steps = 0;
  for (let row = 0; row < rows; row += 1) {
    columns.push({ rows: Int32Array.of(row), times: Int32Array.of(startTimes[row]!) });
    inverse[row * rows + row] = 1 / startTimes[row]!;
    amount[row] = blurred(row) / startTimes[row]!;
    prices[row] = 1 / startTimes[row]!;
  }

  /** A hair more than demanded, different for every row: without it the program would step on the spot for long. */
  function blurred(row: number): number {
    const fraction = ((row * 0.618_033_988_75) % 1) + 0.1;
    return demands[row]! * (1 + 1e-5 * fraction);
  }

  function refreshPrices(): void {
    prices.fill(0);
    for (let row = 0; row < rows; row += 1) {
      if (cost[row] === 0) continue;
      const offset = row * rows;
      for (let at = 0; at < rows; at += 1) prices[at]! += inverse[offset + at]!;
    }
  }

  function refreshAmounts(): void {
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      const offset = row * rows;
      for (let at = 0; at < rows; at += 1) sum += inverse[offset + at]! * blurred(at);
      amount[row] = Math.max(0, sum);
    }
  }

  /** Brings a column in, whose effect on every basic one stands in `direction`. */
  function pivot(column: Column | null, gain: number): boolean {
    let leaving = -1;
    let least = Infinity;
    for (let row = 0; row < rows; row += 1) {
      if (direction[row]! <= 1e-7) continue;
      const ratio = amount[row]! / direction[row]!;
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && leaving >= 0 && direction[row]! > direction[leaving]!)) {
        least = ratio;
        leaving = row;
      }
    }
    if (leaving < 0) return false;
    const factor = direction[leaving]!;
    const pivotOffset = leaving * rows;
    for (let at = 0; at < rows; at += 1) inverse[pivotOffset + at]! /= factor;
    for (let row = 0; row < rows; row += 1) {
      const times = direction[row]!;
      if (row === leaving || times === 0) continue;
      const offset = row * rows;
      for (let at = 0; at < rows; at += 1) inverse[offset + at]! -= times * inverse[pivotOffset + at]!;
      amount[row] = Math.max(0, amount[row]! - times * least);
    }
    amount[leaving] = least;
    columns[leaving] = column;
    cost[leaving] = column === null ? 0 : 1;
    for (let at = 0; at < rows; at += 1) prices[at]! += gain * inverse[pivotOffset + at]!;
    steps += 1;
    if (steps % STEPS_BETWEEN_REFRESHES === 0) {
      refreshPrices();
      refreshAmounts();
    }
    return true;
  }

  function reducedCost(column: Column): number {
    let gain = 1;
    for (let at = 0; at < column.rows.length; at += 1) gain -= column.times[at]! * prices[column.rows[at]!]!;
    return gain;
  }

  return {
    reducedCost,
    leastPrice: () => prices.reduce((least, price) => (price < least ? price : least), 0),
    enter(column) {
      const gain = reducedCost(column);
      if (gain > -TOLERANCE * 10) return false;
      direction.fill(0);
      for (let row = 0; row < rows; row += 1) {
        const offset = row * rows;
        let sum = 0;
        for (let at = 0; at < column.rows.length; at += 1) sum += inverse[offset + column.rows[at]!]! * column.times[at]!;
        direction[row] = Math.abs(sum) < 1e-11 ? 0 : sum;
      }
      return pivot(column, gain);
    },
    enterSurplus() {
      let best = -1;
      let least = -TOLERANCE * 10;
      for (let row = 0; row < rows; row += 1) {
        if (prices[row]! >= least) continue;
        least = prices[row]!;
        best = row;
      }
      if (best < 0) return false;
      for (let row = 0; row < rows; row += 1) {
        const value = -inverse[row * rows + best]!;
        direction[row] = Math.abs(value) < 1e-11 ? 0 : value;
      }
      return pivot(null, least);
    },
    prices,
    value: () => {
      let sum = 0;
      for (let row = 0; row < rows; row += 1) if (cost[row] === 1) sum += amount[row]!;
      return sum;
    },
    steps: () => steps,
    solution: () => columns.flatMap((column, row) => (column === null || amount[row]! < 1e-7 ? [] : [{ column, amount: amount[row]! }])),
  };
}
