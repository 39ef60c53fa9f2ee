import type { PlanFacts } from './plan-facts.ts';
import { whyNotIn, type Reason } from './why-not.ts';

export interface EarlierWindow {
  readonly windowId: string;
  /** A wave takes place in it. Without one the group would make a wave more. */
  readonly isUsed: boolean;
  /** What keeps the group out; empty: it could stand there as well. */
  readonly reasons: readonly Reason[];
}

export interface GroupExplanation {
  /** Why it stands where it stands whatever else is planned: a pin. */
  readonly isPinned: boolean;
  /** Earlier windows, the nearest first. Windows without a wave are told once, the nearest of them. */
  readonly earlier: readonly EarlierWindow[];
}

const MOST_WINDOWS = 12;

/** Why a group stands in its wave and not in an earlier one; `null` when it stands in none. */
export function explainGroup(facts: PlanFacts, groupId: string): GroupExplanation | null {
  const group = facts.groups.get(groupId);
  const at = facts.at.get(groupId);
  if (group === undefined || at === undefined) return null;
  const earlier: EarlierWindow[] = [];
  let hasUnused = false;
  for (let place = at - 1; place >= 0 && earlier.length < MOST_WINDOWS; place -= 1) {
    const window = facts.input.windows[place];
    const isUsed = (facts.members[place]?.length ?? 0) > 0;
    if (window === undefined || (!isUsed && (hasUnused || window.isFrozen))) continue;
    hasUnused ||= !isUsed;
    earlier.push({ windowId: window.id, isUsed, reasons: whyNotIn(facts, group, place) });
  }
  return { isPinned: group.pinnedWindowId !== undefined, earlier };
}

export interface TightResource {
  readonly resourceId: string;
  readonly used: number;
  readonly limit: number;
}

export interface WindowExplanation {
  readonly tight: readonly TightResource[];
  /** The groups that would come next, with what keeps each out; those that nothing keeps out have no reason. */
  readonly next: readonly { readonly groupId: string; readonly reasons: readonly Reason[] }[];
}

/** From this share of a limit on a wave counts as tight. */
const TIGHT_SHARE = 0.9;
const MOST_NEXT = 3;

/** What is tight in a window, and why the groups of the waves behind it do not stand in it. */
export function explainWindow(facts: PlanFacts, windowId: string): WindowExplanation | null {
  const place = facts.placeOf.get(windowId);
  const window = place === undefined ? undefined : facts.input.windows[place];
  if (place === undefined || window === undefined) return null;
  const tight = facts.input.resources.flatMap(({ id }, index): TightResource[] => {
    const limit = window.capacities[index] ?? null;
    const used = facts.loads[place]?.[index] ?? 0;
    return limit !== null && used >= limit * TIGHT_SHARE ? [{ resourceId: id, used, limit }] : [];
  });
  const next: WindowExplanation['next'][number][] = [];
  for (let later = place + 1; later < facts.members.length && next.length < MOST_NEXT; later += 1)
    for (const groupId of facts.members[later] ?? []) {
      const group = facts.groups.get(groupId);
      if (group !== undefined && next.length < MOST_NEXT) next.push({ groupId, reasons: whyNotIn(facts, group, place) });
    }
  return { tight, next };
}
