import type { NumberedProblem } from './numbered-problem.ts';

/** What the checker knows of waves in general: the most any window takes, and which units can never share one. */
export interface Sharing {
  /** Per resource; `Infinity` where there is no limit in some window, and for stocks. */
  readonly capacity: readonly number[];
  readonly mayShare: (a: number, b: number) => boolean;
}

export function sharingOf(problem: NumberedProblem): Sharing {
  const { input, units, demands, openPlaces, order, conflicts, first, last, mayStand } = problem;
  const perWindow = input.resources.map((resource) => resource.kind === 'per-window');
  const capacity = input.resources.map((_, at) =>
    perWindow[at] === true
      ? openPlaces.reduce((most, place) => Math.max(most, input.windows[place]!.capacities[at] ?? Infinity), 0)
      : Infinity,
  );
  const known = new Int8Array(units * units).fill(-1);
  const decide = (a: number, b: number): boolean => {
    if (conflicts.has(a * units + b) || order[a * units + b] === 2 || order[b * units + a] === 2) return false;
    // What must stand between the two shares their window.
    const all = [a, b];
    const [from, to] = order[a * units + b] === 1 ? [a, b] : [b, a];
    if (order[from * units + to] === 1)
      for (let unit = 0; unit < units; unit += 1)
        if (unit !== a && unit !== b && order[from * units + unit] !== 0 && order[unit * units + to] !== 0) all.push(unit);
    const sums = capacity.map((_, at) => all.reduce((sum, unit) => sum + demands[unit]![at]!, 0));
    if (sums.some((sum, at) => sum > capacity[at]!)) return false;
    const lastOpen = Math.min(...all.map((unit) => last[unit]!));
    for (let open = Math.max(...all.map((unit) => first[unit]!)); open <= lastOpen; open += 1) {
      const window = input.windows[openPlaces[open]!]!;
      const fits = sums.every((sum, at) => perWindow[at] !== true || sum <= (window.capacities[at] ?? Infinity));
      if (fits && all.every((unit) => mayStand(unit, open))) return true;
    }
    return false;
  };
  return {
    capacity,
    mayShare: (a, b) => {
      const at = a < b ? a * units + b : b * units + a;
      if (known[at] === -1) known[at] = decide(a, b) ? 1 : 0;
      return known[at] === 1;
    },
  };
}
