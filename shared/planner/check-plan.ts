import { assertNever } from '../domain/assert-never.ts';
import type { PlanBound, PlanInput, PlanVerdict, PlanViolation } from './model.ts';

/**
 * Says whether a plan keeps every rule and whether the claimed bound is right. Shares nothing with the solver but the
 * types: it recomputes everything from the input, in the plainest way, so that a mistake there cannot hide here.
 */
export interface PlanClaim {
  readonly assignment: Readonly<Record<string, string>>;
  readonly bound?: PlanBound;
}

export function checkPlan(input: PlanInput, claim: PlanClaim): PlanVerdict {
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
  violations.push(...checkGroups(input, placed, windowIndex), ...checkRelations(input, placed), ...checkCapacities(input, placed));
  const value = objectiveValue(input, placed);
  const isBoundConfirmed = claim.bound === undefined || (confirmBound(input, claim.bound) && claim.bound.value <= value);
  if (!isBoundConfirmed)
    violations.push({ rule: 'bound', text: 'The claimed lower bound is not confirmed by its certificate.', groupIds: [] });
  return { isValid: violations.every((violation) => violation.rule === 'bound'), value, violations, isBoundConfirmed };
}

function titleOf(input: PlanInput, groupId: string): string {
  return input.groups.find((group) => group.id === groupId)?.title ?? groupId;
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
    for (const [index, window] of input.windows.entries()) {
      const members = membersOf.get(index) ?? [];
      const load = members.reduce((sum, group) => sum + (group.demands[resourceIndex] ?? 0), 0);
      running += load;
      const used = resource.kind === 'stock' ? running : load;
      const capacity = window.capacities[resourceIndex] ?? null;
      if (capacity === null || used <= capacity || members.length === 0) continue;
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

/** Recomputes what the certificate says; a certificate that cannot be recomputed confirms nothing. */
/** Whether the certificate proves the bound for this very problem. */
export function confirmBound(input: PlanInput, bound: PlanBound): boolean {
  const { certificate, value } = bound;
  switch (certificate.kind) {
    case 'none':
      return value <= (input.groups.length > 0 ? 1 : 0);
    case 'volume':
      return value <= volumeBound(input, certificate.resourceId);
    case 'pairwise-exclusive':
      return value <= new Set(certificate.groupIds).size && areExclusive(input, certificate.groupIds);
    case 'chain':
      return value <= certificate.groupIds.length && isStrictChain(input, certificate.groupIds);
    case 'exhaustive-search':
      // Nobody but the searcher saw the search: it cannot be confirmed here.
      return false;
    default:
      return assertNever(certificate);
  }
}

function volumeBound(input: PlanInput, resourceId: string): number {
  const resourceIndex = input.resources.findIndex((resource) => resource.id === resourceId);
  if (resourceIndex < 0) return 0;
  let rest = input.groups.reduce((sum, group) => sum + (group.demands[resourceIndex] ?? 0), 0);
  const capacities = input.windows.filter((window) => !window.isFrozen).map((window) => window.capacities[resourceIndex] ?? Infinity);
  if (input.objective === 'fewest-waves') capacities.sort((a, b) => b - a);
  let count = 0;
  for (const capacity of capacities) {
    if (rest <= 0) break;
    rest -= capacity;
    count += 1;
  }
  return count;
}

function areExclusive(input: PlanInput, groupIds: readonly string[]): boolean {
  for (const [place, a] of groupIds.entries()) {
    for (const b of groupIds.slice(place + 1)) if (!cannotShare(input, a, b)) return false;
  }
  return true;
}

function cannotShare(input: PlanInput, a: string, b: string): boolean {
  if (input.conflicts.some(([x, y]) => (x === a && y === b) || (x === b && y === a))) return true;
  if (
    input.precedences.some(
      ({ before, after, kind }) => kind === 'strict' && ((before === a && after === b) || (before === b && after === a)),
    )
  )
    return true;
  const first = input.groups.find((group) => group.id === a);
  const second = input.groups.find((group) => group.id === b);
  if (first === undefined || second === undefined) return false;
  return input.windows
    .filter((window) => !window.isFrozen)
    .every((window) =>
      window.capacities.some(
        (capacity, index) => capacity !== null && (first.demands[index] ?? 0) + (second.demands[index] ?? 0) > capacity,
      ),
    );
}

function isStrictChain(input: PlanInput, groupIds: readonly string[]): boolean {
  return groupIds.every((id, place) => {
    const next = groupIds[place + 1];
    return next === undefined || input.precedences.some(({ before, after, kind }) => kind === 'strict' && before === id && after === next);
  });
}
