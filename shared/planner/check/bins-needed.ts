/**
 * The checker's own bounds on how many windows of one size some sizes need. Slower and simpler than the solver's, but at
 * least as strong, so that whatever the solver concludes from sizes can be concluded here.
 */
export function binsNeeded(sizes: readonly number[], room: number): number {
  if (sizes.length === 0) return 0;
  if (room === Infinity) return 1;
  if (room <= 0) return sizes.some((size) => size > 0) ? Infinity : 1;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let best = Math.max(1, ceilOf(total, room), halves(sizes, room));
  for (const small of new Set(sizes.filter((size) => 2 * size <= room))) best = Math.max(best, withoutSmaller(sizes, room, small));
  for (let k = 1; k <= 12; k += 1) best = Math.max(best, inSteps(sizes, room, k));
  return best;
}

/** Rounded up without the fractions that divisions leave behind: all values are whole. */
function ceilOf(amount: number, room: number): number {
  const quotient = Math.floor(amount / room);
  return quotient * room >= amount ? quotient : quotient + 1;
}

/** Above half a window each stands alone; at exactly half, in pairs. */
function halves(sizes: readonly number[], room: number): number {
  const above = sizes.filter((size) => 2 * size > room).length;
  const exactly = sizes.filter((size) => 2 * size === room).length;
  return above + ceilOf(exactly, 2);
}

/** Sizes below `small` are left out, sizes that leave less than it beside them fill a window: what remains must still fit. */
function withoutSmaller(sizes: readonly number[], room: number, small: number): number {
  const counted = sizes.reduce((sum, size) => sum + (size > room - small ? room : size >= small ? size : 0), 0);
  return ceilOf(counted, room);
}

/** Sizes rounded down to k-ths of a window; at exact multiples of 1/(k+1) they may be kept. */
function inSteps(sizes: readonly number[], room: number, k: number): number {
  const counted = sizes.reduce((sum, size) => {
    const steps = Math.floor(((k + 1) * size) / room);
    return sum + (steps * room === (k + 1) * size ? k * size : steps * room);
  }, 0);
  return ceilOf(counted, k * room);
}
