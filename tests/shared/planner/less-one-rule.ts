import type { PlanGroup, PlanInput, PlanWindow } from '../../../shared/planner/model.ts';

export interface LessOne {
  readonly what: string;
  readonly changed: PlanInput;
}

/** Every problem that has one rule less than this one: a date, a freeze, a limit of a single window, an order of two groups. */
export function lessOne(input: PlanInput): LessOne[] {
  const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
  return [
    ...input.groups.flatMap((group, at) =>
      groupLessOne(group).map(([what, changed]) => ({ what, changed: { ...input, groups: input.groups.with(at, changed) } })),
    ),
    ...input.windows.flatMap((window, at) =>
      windowLessOne(window).map(([what, changed]) => ({ what, changed: { ...input, windows: input.windows.with(at, changed) } })),
    ),
    ...input.precedences.map((edge, at) => ({
      what: `${edge.before} ${edge.kind} before ${edge.after}`,
      changed: { ...input, precedences: without(input.precedences, at) },
    })),
    ...input.conflicts.map((pair, at) => ({
      what: pair.join(' apart from '),
      changed: { ...input, conflicts: without(input.conflicts, at) },
    })),
    ...input.together.map((pair, at) => ({ what: pair.join(' with '), changed: { ...input, together: without(input.together, at) } })),
  ];
}

function groupLessOne(group: PlanGroup): (readonly [string, PlanGroup])[] {
  const keys = ['pinnedWindowId', 'earliestWindowId', 'latestWindowId', 'forbiddenWindowIds'] as const;
  return keys.flatMap((key) => {
    if (group[key] === undefined) return [];
    const { [key]: _gone, ...rest } = group;
    return [[`${key} of ${group.id}`, rest] as const];
  });
}

/** A window that opens need not be used: what must not stay empty would be one rule more. */
function windowLessOne(window: PlanWindow): (readonly [string, PlanWindow])[] {
  return [
    ...(window.isFrozen ? [[`freeze of ${window.id}`, { ...window, isFrozen: false, isRequired: false }] as const] : []),
    ...(window.isRequired === true ? [[`pilot in ${window.id}`, { ...window, isRequired: false }] as const] : []),
    ...window.capacities.flatMap((room, at) =>
      room === null ? [] : [[`limit ${at} of ${window.id}`, { ...window, capacities: window.capacities.with(at, null) }] as const],
    ),
  ];
}
