import type { NumberedProblem } from './numbered-problem.ts';

export interface VolumeClaim {
  readonly resourceId: string;
  readonly fromWindowId?: string | undefined;
}

/** The least value of the objective that lets the demand of one resource fit: 0 when the claim names something unknown. */
export function volumeValue(problem: NumberedProblem, { resourceId, fromWindowId }: VolumeClaim): number {
  const { input, openPlaces, demands, first } = problem;
  const at = input.resources.findIndex((resource) => resource.id === resourceId);
  const fromPlace = fromWindowId === undefined ? 0 : input.windows.findIndex((window) => window.id === fromWindowId);
  if (at < 0 || fromPlace < 0) return 0;
  const isFinish = input.objective === 'earliest-finish';
  if (fromPlace > 0 && !isFinish) return 0;
  const late = first.flatMap((open, unit) => ((openPlaces[open] ?? Infinity) >= fromPlace ? [unit] : []));
  const total = late.reduce((sum, unit) => sum + demands[unit]![at]!, 0);
  const places = openPlaces.filter((place) => place >= fromPlace);
  const room = (place: number): number => input.windows[place]!.capacities[at] ?? Infinity;
  if (input.resources[at]!.kind === 'stock') {
    // What has moved stays: the level must hold in every later window too.
    const lasting = (place: number): number =>
      input.windows.slice(place).reduce((least, _, later) => Math.min(least, room(place + later)), Infinity);
    const reached = places.find((place) => lasting(place) >= total);
    if (total === 0) return 0;
    return isFinish ? (reached ?? places.at(-1) ?? -1) + 1 : 1;
  }
  const isRequired = (place: number): number => (input.windows[place]!.isRequired === true ? 1 : 0);
  const order = isFinish ? places : places.toSorted((a, b) => isRequired(b) - isRequired(a) || room(b) - room(a));
  let rest = total;
  let used = 0;
  while (rest > 0 && used < order.length) {
    rest -= room(order[used]!);
    used += 1;
  }
  return isFinish && used > 0 ? order[used - 1]! + 1 : used;
}
