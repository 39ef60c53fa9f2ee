import { buildProblem } from '../build-problem.ts';
import type { Balance, PlanInput } from '../model.ts';
import { balanceOf } from './wave-loads.ts';

/** The balance of any plan, by names; `null` also where a group stands in no open window. */
export function balanceOfPlan(input: PlanInput, assignment: Readonly<Record<string, string>>): Balance | null {
  const built = buildProblem(input);
  if (!built.ok) return null;
  const { problem } = built;
  const openAt = new Map([...problem.placeOf].map((place, open) => [input.windows[place]!.id, open]));
  const windowOf = Int32Array.from(problem.members, (ids) => openAt.get(assignment[ids[0]!] ?? '') ?? -1);
  return windowOf.includes(-1) ? null : balanceOf(problem, windowOf);
}

/** How evenly the waves are loaded, in one sentence. */
export function balanceWords({ windows, resources }: PlanInput, { largest, even, windowId, resourceId }: Balance): string {
  const title = windows.find((window) => window.id === windowId)?.title ?? windowId;
  const resource = resources.find((candidate) => candidate.id === resourceId)?.title ?? resourceId;
  const percent = (part: number, round: (value: number) => number): string => `${round(part * 100)} %`;
  const reached = `The fullest wave is ${title}, at ${percent(largest, Math.round)} (${resource.toLowerCase()}).`;
  return `${reached} With these waves no plan can be below ${percent(even, (value) => Math.floor(value + 1e-9))}.`;
}
