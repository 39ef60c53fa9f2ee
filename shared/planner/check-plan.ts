import { confirmsBound, type ConfirmOptions } from './check/confirm-bound.ts';
import type { PlanBound, PlanInput, PlanVerdict, PlanViolation } from './model.ts';

/**
 * Says whether a plan keeps every rule and whether the claimed bound is right. Shares nothing with the solver but the
 * types: it recomputes everything from the input, in the plainest way, so that a mistake there cannot hide here.
 */
export interface PlanClaim {
  readonly assignment: Readonly<Record<string, string>>;
  readonly bound?: PlanBound;
}

export function checkPlan(input: PlanInput, claim: PlanClaim, options: ConfirmOptions = { mostLoads: 0 }): PlanVerdict {
  const windowIndex = new Map(input.windows.map((window, index) => [window.id, index]));
  const violations: PlanViolation[] = [];
  const placed = new Map<string, number>();
  const known = new Set(input.groups.map((group) => group.id));
  for (const [groupId, windowId] of Object.entries(claim.assignment)) {
    const index = windowIndex.get(windowId);
    if (!known.has(groupId))
      violations.push({ rule: 'unknown-id', text: `The plan holds a group that is not in the problem: ${groupId}.`, groupIds: [groupId] });
    else if (index === undefined)
      violations.push({
        rule: 'unknown-id',
        text: `${groupId} is put into a window that does not exist: ${windowId}.`,
        groupIds: [groupId],
      });
    else placed.set(groupId, index);
  }
  violations.push(
    ...checkRequired(input, placed),
    ...checkGroups(input, placed, windowIndex),
    ...checkRelations(input, placed),
    ...checkCapacities(input, placed),
  );
  const value = objectiveValue(input, placed);
  const isBoundConfirmed = claim.bound === undefined || (claim.bound.value <= value && confirmsBound(input, claim.bound, options));
  if (!isBoundConfirmed)
    violations.push({ rule: 'bound', text: 'The claimed lower bound is not confirmed by its certificate.', groupIds: [] });
  return { isValid: violations.every((violation) => violation.rule === 'bound'), value, violations, isBoundConfirmed };
}

function titleOf(input: PlanInput, groupId: string): string {
  return input.groups.find((group) => group.id === groupId)?.title ?? groupId;
}

function checkRequired(input: PlanInput, placed: ReadonlyMap<string, number>): PlanViolation[] {
  const used = new Set(placed.values());
  return input.windows.flatMap((window, index): PlanViolation[] => {
    if (window.isRequired !== true || window.isFrozen || used.has(index) || input.groups.length === 0) return [];
    return [{ rule: 'pilot', text: `Nothing moves in ${window.title}, which must not stay empty.`, groupIds: [], windowId: window.id }];
  });
}

function checkGroups(input: PlanInput, placed: ReadonlyMap<string, number>, windowIndex: ReadonlyMap<string, number>): PlanViolation[] {
  const violations: PlanViolation[] = [];
  for (const group of input.groups) {
    const index = placed.get(group.id);
    const window = index === undefined ? undefined : input.windows[index];
    if (index === undefined || window === undefined) {
      violations.push({ rule: 'missing', text: `${group.title} is in no wave.`, groupIds: [group.id] });
      continue;
    }
    const at = { groupIds: [group.id], windowId: window.id };
    if (window.isFrozen) violations.push({ rule: 'freeze', text: `${group.title} stands in ${window.title}, which is frozen.`, ...at });
    if (group.pinnedWindowId !== undefined && group.pinnedWindowId !== window.id) {
      violations.push({ rule: 'pin', text: `${group.title} is pinned to another window than ${window.title}.`, ...at });
    }
    const earliest = group.earliestWindowId === undefined ? 0 : (windowIndex.get(group.earliestWindowId) ?? 0);
    const latest = group.latestWindowId === undefined ? Infinity : (windowIndex.get(group.latestWindowId) ?? Infinity);
    if (index < earliest || index > latest)
      violations.push({ rule: 'date', text: `${group.title} may not move in ${window.title}.`, ...at });
    if (group.forbiddenWindowIds?.includes(window.id) === true)
      violations.push({ rule: 'date', text: `${group.title} may not move in ${window.title}.`, ...at });
  }
  return violations;
}

function checkRelations(input: PlanInput, placed: ReadonlyMap<string, number>): PlanViolation[] {
  const violations: PlanViolation[] = [];
  const both = (a: string, b: string): readonly [number, number] | null => {
    const first = placed.get(a);
    const second = placed.get(b);
    return first === undefined || second === undefined ? null : [first, second];
  };
  for (const { before, after, kind } of input.precedences) {
    const at = both(before, after);
    if (at === null) continue;
    const isKept = kind === 'strict' ? at[0] < at[1] : at[0] <= at[1];
    if (isKept) continue;
    const how = kind === 'strict' ? 'must move in an earlier wave than' : 'must not move later than';
    violations.push({ rule: 'precedence', text: `${titleOf(input, before)} ${how} ${titleOf(input, after)}.`, groupIds: [before, after] });
  }
  for (const [a, b] of input.conflicts) {
    const at = both(a, b);
    if (at !== null && at[0] === at[1])
      violations.push({ rule: 'conflict', text: `${titleOf(input, a)} and ${titleOf(input, b)} must not share a wave.`, groupIds: [a, b] });
  }
  for (const [a, b] of input.together) {
    const at = both(a, b);
    if (at !== null && at[0] !== at[1])
      violations.push({
        rule: 'together',
        text: `${titleOf(input, a)} and ${titleOf(input, b)} must move in the same wave.`,
        groupIds: [a, b],
      });
  }
  return violations;
}

function checkCapacities(input: PlanInput, placed: ReadonlyMap<string, number>): PlanViolation[] {
  const violations: PlanViolation[] = [];
  const membersOf = Map.groupBy(
    input.groups.filter((group) => placed.has(group.id)),
    (group) => placed.get(group.id) ?? -1,
  );
  for (const [resourceIndex, resource] of input.resources.entries()) {
    let running = 0;
    let wasOver = false;
    for (const [index, window] of input.windows.entries()) {
      const members = membersOf.get(index) ?? [];
      const load = members.reduce((sum, group) => sum + (group.demands[resourceIndex] ?? 0), 0);
      running += load;
      // What has moved stays moved: a stock must hold in every window, also in one in which nothing moves.
      const used = resource.kind === 'stock' ? running : load;
      const capacity = window.capacities[resourceIndex] ?? null;
      const isOver = capacity !== null && used > capacity;
      // One that is over stays over; it is told where it begins and where more is added.
      const isNews = isOver && (members.length > 0 || !wasOver);
      wasOver = isOver;
      if (!isNews) continue;
      violations.push({
        rule: 'capacity',
        text: `${window.title} holds ${used.toLocaleString('en')} ${resource.unit}; ${capacity.toLocaleString('en')} fit.`,
        groupIds: members.map((group) => group.id),
        windowId: window.id,
        resourceId: resource.id,
      });
    }
  }
  return violations;
}

function objectiveValue(input: PlanInput, placed: ReadonlyMap<string, number>): number {
  const used = new Set(placed.values());
  if (used.size === 0) return 0;
  return input.objective === 'fewest-waves' ? used.size : Math.max(...used) + 1;
}
