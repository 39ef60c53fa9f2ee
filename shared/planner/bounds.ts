import type { IndexedProblem } from './fill-windows.ts';
import type { PlanBound, PlanInput } from './model.ts';

/** The best of the simple lower bounds, each with a certificate that `check-plan` recomputes. */
export function lowerBound(problem: IndexedProblem): PlanBound {
  const { input, count } = problem;
  if (count === 0) return { value: 0, certificate: { kind: 'none' }, reason: 'There is nothing to move.' };
  const bounds: PlanBound[] = [{ value: 1, certificate: { kind: 'none' }, reason: 'What has to move needs at least one wave.' }];
  for (const [index, resource] of input.resources.entries()) bounds.push(volumeBound(input, index, resource.id));
  bounds.push(chainBound(problem));
  return bounds.reduce((best, bound) => (bound.value > best.value ? bound : best));
}

function volumeBound(input: PlanInput, resourceIndex: number, resourceId: string): PlanBound {
  const resource = input.resources[resourceIndex]!;
  const total = input.groups.reduce((sum, group) => sum + (group.demands[resourceIndex] ?? 0), 0);
  const capacities = input.windows.filter((window) => !window.isFrozen).map((window) => window.capacities[resourceIndex] ?? Infinity);
  if (input.objective === 'fewest-waves') capacities.sort((a, b) => b - a);
  let rest = total;
  let value = 0;
  for (const capacity of capacities) {
    if (rest <= 0) break;
    rest -= capacity;
    value += 1;
  }
  const largest = Math.max(0, ...capacities.filter((capacity) => capacity !== Infinity));
  const reason = `${total.toLocaleString('en')} ${resource.unit} have to move and a wave takes at most ${largest.toLocaleString('en')}, so at least ${value} ${value === 1 ? 'wave is' : 'waves are'} needed.`;
  return { value, certificate: { kind: 'volume', resourceId }, reason };
}

function chainBound(problem: IndexedProblem): PlanBound {
  const { count, strictBefore, input } = problem;
  const length = new Int32Array(count).fill(0);
  const from = new Int32Array(count).fill(-1);
  const measure = (group: number): number => {
    if (length[group] !== 0) return length[group] ?? 0;
    length[group] = 1;
    for (const before of strictBefore[group]!) {
      const through = measure(before) + 1;
      if (through > (length[group] ?? 0)) {
        length[group] = through;
        from[group] = before;
      }
    }
    return length[group] ?? 0;
  };
  let end = 0;
  for (let group = 0; group < count; group += 1) if (measure(group) > length[end]!) end = group;
  const chain: number[] = [];
  for (let at = end; at !== -1; at = from[at]!) chain.unshift(at);
  const groups = chain.map((group) => input.groups[group]!);
  return {
    value: chain.length,
    certificate: { kind: 'chain', groupIds: groups.map((group) => group.id) },
    reason: `${groups.map((group) => group.title).join(', then ')} must move one after another, so at least ${chain.length} waves are needed.`,
  };
}
