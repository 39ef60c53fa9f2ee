import type { Weld } from './weld-groups.ts';

export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly reason: Weld['reason'];
  readonly detail: string;
}

const SLICE = 2000;

/**
 * The shortest way along welds from one machine to another: why they move together. `null` when nothing ties them. Yields
 * between slices.
 */
export function* explainPath(welds: readonly Weld[], from: string, to: string): Generator<void, PathStep[] | null, void> {
  const neighbours = new Map<string, PathStep[]>();
  for (const [index, { a, b, reason, detail }] of welds.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    stepsOf(neighbours, a).push({ from: a, to: b, reason, detail });
    stepsOf(neighbours, b).push({ from: b, to: a, reason, detail });
  }
  yield;
  const cameBy = new Map<string, PathStep | null>([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) break;
    for (const step of neighbours.get(at) ?? []) {
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      queue.push(step.to);
    }
  }
  if (!cameBy.has(to)) return null;
  const path: PathStep[] = [];
  for (let step = cameBy.get(to); step != null; step = cameBy.get(step.from)) path.unshift(step);
  return joinSameWhole(path);
}

/** Two steps within one application or cluster are one: its machines are all tied to each other, not only by way of the first. */
function joinSameWhole(path: readonly PathStep[]): PathStep[] {
  const joined: PathStep[] = [];
  for (const step of path) {
    const last = joined.at(-1);
    const isWhole = step.reason === 'application' || step.reason === 'cluster';
    if (isWhole && last?.reason === step.reason && last.detail === step.detail) {
      joined[joined.length - 1] = { ...last, to: step.to };
    } else joined.push(step);
  }
  return joined;
}

function stepsOf(neighbours: Map<string, PathStep[]>, id: string): PathStep[] {
  const known = neighbours.get(id);
  if (known !== undefined) return known;
  const made: PathStep[] = [];
  neighbours.set(id, made);
  return made;
}
