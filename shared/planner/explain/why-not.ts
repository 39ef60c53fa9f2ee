import type { PlanGroup } from '../model.ts';
import type { PlanFacts } from './plan-facts.ts';

/** One thing that keeps a group out of a window, in a sentence that begins where the window was named. */
export interface Reason {
  readonly rule: 'freeze' | 'pin' | 'date' | 'order' | 'apart' | 'capacity';
  readonly text: string;
}

/** Everything that keeps a group out of a window as the others stand now; empty when it could move there. */
export function whyNotIn(facts: PlanFacts, group: PlanGroup, place: number): Reason[] {
  const window = facts.input.windows[place];
  if (window === undefined) return [];
  return [
    ...(window.isFrozen ? [{ rule: 'freeze' as const, text: 'is frozen' }] : []),
    ...dateReasons(facts, group, place),
    ...orderReasons(facts, group, place),
    ...apartReasons(facts, group, place),
    ...capacityReasons(facts, group, place),
  ];
}

function dateReasons({ placeOf, input }: PlanFacts, group: PlanGroup, place: number): Reason[] {
  const { pinnedWindowId, earliestWindowId, latestWindowId, forbiddenWindowIds } = group;
  const id = input.windows[place]?.id ?? '';
  const titleOf = (windowId: string): string => input.windows[placeOf.get(windowId) ?? -1]?.title ?? windowId;
  if (pinnedWindowId !== undefined && pinnedWindowId !== id)
    return [{ rule: 'pin', text: `${group.title} is pinned to ${titleOf(pinnedWindowId)}` }];
  const reasons: Reason[] = [];
  if (earliestWindowId !== undefined && place < (placeOf.get(earliestWindowId) ?? 0))
    reasons.push({ rule: 'date', text: `${group.title} may not move before ${titleOf(earliestWindowId)}` });
  if (latestWindowId !== undefined && place > (placeOf.get(latestWindowId) ?? Infinity))
    reasons.push({ rule: 'date', text: `${group.title} must be done by ${titleOf(latestWindowId)}` });
  if (forbiddenWindowIds?.includes(id) === true) reasons.push({ rule: 'date', text: 'stays as it is' });
  return reasons;
}

function orderReasons(facts: PlanFacts, group: PlanGroup, place: number): Reason[] {
  const reasons: Reason[] = [];
  for (const { before, kind } of facts.before.get(group.id) ?? []) {
    const at = facts.at.get(before);
    if (at === undefined || (kind === 'strict' ? at < place : at <= place)) continue;
    reasons.push({
      rule: 'order',
      text: `${kind === 'strict' ? 'an earlier wave must hold' : 'it would come before'} ${named(facts, before, at)}`,
    });
  }
  for (const { after, kind } of facts.after.get(group.id) ?? []) {
    const at = facts.at.get(after);
    if (at === undefined || (kind === 'strict' ? place < at : place <= at)) continue;
    reasons.push({ rule: 'order', text: `it must come before ${named(facts, after, at)}` });
  }
  return reasons;
}

/** "DNS, which stands in Wave 3 and waits for Directory": a chain of orders is followed to its root. */
function named(facts: PlanFacts, groupId: string, at: number): string {
  const title = facts.groups.get(groupId)?.title ?? groupId;
  const root = rootOf(facts, groupId, at);
  const waits = root === null ? '' : ` and waits for ${facts.groups.get(root)?.title ?? root}`;
  return `${title}, which stands in ${facts.input.windows[at]?.title ?? ''}${waits}`;
}

const LONGEST_CHAIN = 20;

/** The first of a chain of groups that each stand right behind the one they wait for. */
function rootOf(facts: PlanFacts, groupId: string, at: number): string | null {
  let root: string | null = null;
  let [current, place] = [groupId, at];
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    const leader = (facts.before.get(current) ?? []).find((edge) => facts.at.get(edge.before) === previousUsed(facts, place));
    if (leader === undefined) return root;
    root = leader.before;
    current = leader.before;
    place = facts.at.get(current) ?? 0;
  }
  return root;
}

function previousUsed({ members }: PlanFacts, place: number): number {
  return members.findLastIndex((list, index) => index < place && list.length > 0);
}

function apartReasons(facts: PlanFacts, group: PlanGroup, place: number): Reason[] {
  return (facts.apart.get(group.id) ?? [])
    .filter((other) => facts.at.get(other) === place)
    .map((other) => ({
      rule: 'apart',
      text: `${facts.groups.get(other)?.title ?? other} stands there, and the two must not share a wave`,
    }));
}

function capacityReasons(facts: PlanFacts, group: PlanGroup, place: number): Reason[] {
  const { input, loads, at, limitName } = facts;
  const own = at.get(group.id);
  return input.resources.flatMap(({ id, kind, title, unit }, index): Reason[] => {
    const demand = group.demands[index] ?? 0;
    if (demand === 0 || own === place) return [];
    // Moved earlier, a group adds to the stock of every window until its own.
    const last = kind === 'stock' ? (own ?? input.windows.length) : place + 1;
    for (let window = place; window < last; window += 1) {
      const limit = input.windows[window]?.capacities[index] ?? null;
      const used = loads[window]?.[index] ?? 0;
      const missing = limit === null ? 0 : used + demand - limit;
      if (limit === null || missing <= 0) continue;
      const whose = limitName(window, id);
      const words = `${title}: ${number(used)} of ${number(limit)} ${unit} taken, ${number(demand)} more needed, ${number(missing)} too many`;
      return [{ rule: 'capacity', text: whose === null ? words : `${words}; ${number(limit)} is the limit ${whose}` }];
    }
    return [];
  });
}

function number(value: number): string {
  return value.toLocaleString('en');
}
