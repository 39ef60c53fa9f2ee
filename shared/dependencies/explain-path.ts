import type { Weld } from './weld-groups.ts';

export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly reason: Weld['reason'];
  readonly detail: string;
}

/** The shortest way along welds from one machine to another: why they move together. `null` when nothing ties them. */
export function explainPath(welds: readonly Weld[], from: string, to: string): PathStep[] | null {
  const neighbours = new Map<string, PathStep[]>();
  for (const { a, b, reason, detail } of welds) {
    stepsOf(neighbours, a).push({ from: a, to: b, reason, detail });
    stepsOf(neighbours, b).push({ from: b, to: a, reason, detail });
  }
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
  return path;
}

function stepsOf(neighbours: Map<string, PathStep[]>, id: string): PathStep[] {
  const known = neighbours.get(id);
  if (known !== undefined) return known;
  const made: PathStep[] = [];
  neighbours.set(id, made);
  return made;
}
