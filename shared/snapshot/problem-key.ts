import type { PlanInput } from '../planner/model.ts';

/**
 * A short name for everything in a problem that a bound can depend on: capacities, demands, dates, rules and what is aimed at,
 * but no titles, and no order in which groups and rules happen to be told. Equal keys: what was proven holds as it was proven.
 */
export function problemKey(input: PlanInput): string {
  const inOrder = (lines: readonly unknown[]): string[] => lines.map((line) => JSON.stringify(line)).toSorted();
  const windows = input.windows.map(({ id, startsAt, isFrozen, isRequired = false, capacities }) => [
    id,
    startsAt,
    isFrozen,
    isRequired,
    capacities,
  ]);
  const groups = input.groups.map(({ title: _title, ...group }) => Object.entries(group).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const order = input.precedences.map(({ before, after, kind }) => [before, after, kind]);
  const pairs = (list: PlanInput['conflicts']): string[] => inOrder(list.map((pair) => pair.toSorted()));
  const text = JSON.stringify([
    input.objective,
    input.resources.map(({ id, kind }) => [id, kind]),
    windows,
    inOrder(groups),
    inOrder(order),
    pairs(input.conflicts),
    pairs(input.together),
  ]);
  return `${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1b873593)}`;
}

/** FNV-1a, eight digits. Against mistaking one problem for another, not against anybody. */
function hashOf(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
