import type { NumberedProblem } from './numbered-problem.ts';

/** The same problem read from its end, where windows are alike: what had to come last has to come first. */
export function turnedProblem(problem: NumberedProblem): NumberedProblem {
  const { units, order, first, last, openPlaces } = problem;
  const turned = new Uint8Array(units * units);
  for (let a = 0; a < units; a += 1) for (let b = 0; b < units; b += 1) turned[b * units + a] = order[a * units + b]!;
  const mirror = (open: number): number => openPlaces.length - 1 - open;
  return { ...problem, order: turned, first: last.map(mirror), last: first.map(mirror) };
}
