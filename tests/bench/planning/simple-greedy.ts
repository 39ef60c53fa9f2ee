import type { PlanGroup, PlanInput } from '../../../shared/planner/model.ts';

/**
 * What planning by list does: largest groups first, each into the first window where nothing forbids it, prerequisites
 * before what needs them. The measure that our plans are compared with. Returns `null` when a group finds no window.
 */
export function greedyAssignment(input: PlanInput): Record<string, string> | null {
  const partners = pairsOf(input.together);
  const enemies = pairsOf(input.conflicts);
  const assignment: Record<string, string> = {};
  const loads = input.windows.map(() => input.resources.map(() => 0));
  const waiting = new Set(input.groups.map((group) => group.id));
  const byId = new Map(input.groups.map((group) => [group.id, group]));
  const windowIndex = new Map(input.windows.map((window, index) => [window.id, index]));
  const befores = Map.groupBy(input.precedences, (edge) => edge.after);
  const largest = input.resources.map((_, resource) =>
    Math.max(1, ...input.windows.map((window) => window.capacities[resource] ?? Infinity).filter(Number.isFinite)),
  );
  const size = (group: PlanGroup): number => Math.max(...group.demands.map((demand, resource) => demand / largest[resource]!));
  const order = input.groups.toSorted((a, b) => size(b) - size(a)).map((group) => group.id);
  while (waiting.size > 0) {
    const next = order.find((id) => waiting.has(id) && clusterOf(id, partners).every((member) => isFree(member, id)));
    if (next === undefined) return null;
    const cluster = clusterOf(next, partners);
    const index = input.windows.findIndex((_, at) => cluster.every((member) => mayStand(member, at)) && fits(cluster, at));
    if (index < 0) return null;
    for (const member of cluster) {
      assignment[member] = input.windows[index]!.id;
      waiting.delete(member);
      for (const [resource, demand] of byId.get(member)!.demands.entries()) loads[index]![resource]! += demand;
    }
  }
  return assignment;

  function isFree(id: string, leader: string): boolean {
    const cluster = clusterOf(leader, partners);
    return (befores.get(id) ?? []).every((edge) => !waiting.has(edge.before) || cluster.includes(edge.before));
  }

  function mayStand(id: string, at: number): boolean {
    const group = byId.get(id)!;
    const window = input.windows[at]!;
    if (window.isFrozen || (group.pinnedWindowId ?? window.id) !== window.id || group.forbiddenWindowIds?.includes(window.id) === true)
      return false;
    if (at < (windowIndex.get(group.earliestWindowId ?? '') ?? 0)) return false;
    if (at > (windowIndex.get(group.latestWindowId ?? '') ?? Infinity)) return false;
    if ((enemies.get(id) ?? []).some((enemy) => assignment[enemy] === window.id)) return false;
    return (befores.get(id) ?? []).every((edge) => {
      const before = windowIndex.get(assignment[edge.before] ?? '') ?? -1;
      return edge.kind === 'strict' ? before < at : before <= at;
    });
  }

  function fits(cluster: readonly string[], at: number): boolean {
    return input.resources.every((resource, place) => {
      const demand = cluster.reduce((sum, id) => sum + (byId.get(id)!.demands[place] ?? 0), 0);
      if (resource.kind === 'per-window') return loads[at]![place]! + demand <= (input.windows[at]!.capacities[place] ?? Infinity);
      let running = 0;
      return input.windows.every((window, window_) => {
        running += loads[window_]![place]! + (window_ === at ? demand : 0);
        return window_ < at || running <= (window.capacities[place] ?? Infinity);
      });
    });
  }
}

function pairsOf(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const others = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    others.set(a, [...(others.get(a) ?? []), b]);
    others.set(b, [...(others.get(b) ?? []), a]);
  }
  return others;
}

function clusterOf(id: string, partners: ReadonlyMap<string, readonly string[]>): string[] {
  const cluster = [id];
  for (const member of cluster) for (const other of partners.get(member) ?? []) if (!cluster.includes(other)) cluster.push(other);
  return cluster;
}
