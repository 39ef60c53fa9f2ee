/**
 * The checker's own bounds on how many windows of one size some sizes need. Slower and simpler than the solver's, but at
 * least as strong, so that whatever the solver concludes from sizes can be concluded here.
 */
export function binsNeeded(sizes: readonly number[], room: number): number {
  return binsNeededBySorted(Float64Array.from(sizes).sort().reverse(), room);
}

/** The same for sizes that stand by falling size. */
export function binsNeededBySorted(sizes: Float64Array, room: number): number {
  if (sizes.length === 0) return 0;
  if (room === Infinity) return 1;
  if (room <= 0) return sizes[0]! > 0 ? Infinity : 1;
  let best = Math.max(1, halves(sizes, room), withoutSmaller(sizes, room));
  for (let k = 1; k <= 12; k += 1) best = Math.max(best, inSteps(sizes, room, k));
  return best;
}

/** Rounded up without the fractions that divisions leave behind: all values are whole. */
function ceilOf(amount: number, room: number): number {
  const quotient = Math.floor(amount / room);
  return quotient * room >= amount ? quotient : quotient + 1;
}

/** Above half a window each stands alone; at exactly half, in pairs. */
function halves(sizes: Float64Array, room: number): number {
  let above = 0;
  while (above < sizes.length && 2 * sizes[above]! > room) above += 1;
  let exactly = 0;
  while (above + exactly < sizes.length && room === 2 * sizes[above + exactly]!) exactly += 1;
  return above + ceilOf(exactly, 2);
}

/**
 * Sizes below some limit, up to half a window, are left out, and those that leave less than it beside them fill a window: what
 * remains must still fit. The smallest limit leaves nothing out, which is the plain sum.
 */
function withoutSmaller(sizes: Float64Array, room: number): number {
  let whole = 0;
  let wholeSum = 0;
  for (; whole < sizes.length && 2 * sizes[whole]! > room; whole += 1) wholeSum += sizes[whole]!;
  let sum = wholeSum;
  let best = ceilOf(sum, room);
  for (let at = whole; at < sizes.length; at += 1) {
    const limit = sizes[at]!;
    sum += limit;
    if (sizes[at + 1] === limit) continue;
    // The smaller the limit, the fewer fill a window.
    for (; whole > 0 && sizes[whole - 1]! <= room - limit; whole -= 1) wholeSum -= sizes[whole - 1]!;
    best = Math.max(best, ceilOf(whole * room + sum - wholeSum, room));
  }
  return best;
}

/** Sizes rounded down to k-ths of a window; at exact multiples of 1/(k+1) they may be kept. */
function inSteps(sizes: Float64Array, room: number, k: number): number {
  let counted = 0;
  for (let at = 0; at < sizes.length; at += 1) {
    const steps = Math.floor(((k + 1) * sizes[at]!) / room);
    counted += steps * room === (k + 1) * sizes[at]! ? k * sizes[at]! : steps * room;
  }
  return ceilOf(counted, k * room);
}
