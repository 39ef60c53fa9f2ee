/**
 * Fewest bins of one size for a list of sizes: the best of total size, Martello and Toth's L2 and Fekete and Schepers' u(k).
 * All in whole numbers. `sizes` holds `length` sizes, largest first.
 */
export function packingBound(sizes: Int32Array, length: number, capacity: number): number {
  if (length === 0) return 0;
  let total = 0;
  for (let at = 0; at < length; at += 1) total += sizes[at]!;
  let best = Math.ceil(total / capacity);
  const halves = halfBound(sizes, length, capacity);
  if (halves > best) best = halves;
  const cut = cutBound(sizes, length, capacity);
  if (cut > best) best = cut;
  for (let k = 1; k <= MOST_STEPS; k += 1) {
    const steps = stepBound(sizes, length, capacity, k);
    if (steps > best) best = steps;
  }
  return best;
}

const MOST_STEPS = 12;

/** Items above half a bin stand alone, items of exactly half in pairs. */
function halfBound(sizes: Int32Array, length: number, capacity: number): number {
  let above = 0;
  while (above < length && 2 * sizes[above]! > capacity) above += 1;
  let half = above;
  while (half < length && capacity === 2 * sizes[half]!) half += 1;
  return above + ((half - above + 1) >> 1);
}

/**
 * L2: for every size K up to half a bin, items above `capacity - K` fill a bin, items below K are left out. Runs once over the
 * sizes: with falling K the middle group grows at its small end and at its large end.
 */
export function cutBound(sizes: Int32Array, length: number, capacity: number): number {
  let half = 0;
  while (half < length && 2 * sizes[half]! > capacity) half += 1;
  let best = half;
  let alone = half;
  let largeSum = 0;
  let smallSum = 0;
  let at = half;
  while (at < length) {
    const least = sizes[at]!;
    while (at < length && sizes[at] === least) {
      smallSum += least;
      at += 1;
    }
    while (alone > 0 && sizes[alone - 1]! <= capacity - least) {
      alone -= 1;
      largeSum += sizes[alone]!;
    }
    const left = smallSum - ((half - alone) * capacity - largeSum);
    if (left > 0) {
      const value = half + Math.ceil(left / capacity);
      if (value > best) best = value;
    }
  }
  return best;
}

/** u(k): sizes are rounded to k-ths of a bin, down or, at an exact multiple of 1/(k+1), kept. */
export function stepBound(sizes: Int32Array, length: number, capacity: number, k: number): number {
  let total = 0;
  for (let at = 0; at < length; at += 1) {
    const scaled = (k + 1) * sizes[at]!;
    const steps = Math.floor(scaled / capacity);
    total += scaled === steps * capacity ? k * sizes[at]! : steps * capacity;
  }
  return Math.ceil(total / (k * capacity));
}

/** The bounds of `packingBound` as a test that stops at the first one that says no. For the inner loop of the search. */
export function mayFitInto(sizes: Int32Array, length: number, capacity: number, bins: number): boolean {
  let half = 0;
  let halves = 0;
  while (half < length && 2 * sizes[half]! > capacity) half += 1;
  while (half + halves < length && capacity === 2 * sizes[half + halves]!) halves += 1;
  if (half + ((halves + 1) >> 1) > bins) return false;
  let alone = half;
  let largeSum = 0;
  let smallSum = 0;
  let at = half;
  const roomBeside = (bins - half) * capacity;
  while (at < length) {
    const least = sizes[at]!;
    while (at < length && sizes[at] === least) {
      smallSum += least;
      at += 1;
    }
    while (alone > 0 && sizes[alone - 1]! <= capacity - least) {
      alone -= 1;
      largeSum += sizes[alone]!;
    }
    if (smallSum - ((half - alone) * capacity - largeSum) > roomBeside) return false;
  }
  for (let k = 2; k <= 5; k += 1) {
    let sum = 0;
    for (let place = 0; place < length; place += 1) {
      const scaled = (k + 1) * sizes[place]!;
      const steps = Math.floor(scaled / capacity);
      sum += scaled === steps * capacity ? k * sizes[place]! : steps * capacity;
    }
    if (sum > bins * k * capacity) return false;
  }
  return true;
}
