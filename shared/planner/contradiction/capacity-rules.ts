import { windowList } from '../limit-names.ts';
import type { PlanInput } from '../model.ts';
import type { Rule } from './rules.ts';

/** A rule for each resource that has a limit in some window. Windows that take less than others are named. */
export function capacityRules(input: PlanInput): Rule[] {
  return input.resources.flatMap((resource, at): Rule[] => {
    // A frozen window counts too: what has moved before it stays moved in it, and it may be opened.
    const rooms = input.windows.flatMap((window) => window.capacities[at] ?? []);
    if (rooms.length === 0) return [];
    return [
      {
        id: `capacity:${resource.id}`,
        kind: 'capacity',
        text: resource.kind === 'stock' ? stockText(input, at, Math.max(...rooms)) : windowText(input, at),
        relaxed: (assignment) => relaxedText(input, at, assignment),
      },
    ];
  });
}

function stockText(input: PlanInput, at: number, largest: number): string {
  return `No more than ${amount(largest)} ${input.resources[at]!.unit} may have moved in all.`;
}

const MOST_NAMED = 3;
/** Where more windows than these have to take more, it is the limit as such that has to rise. */
const MOST_RAISED = 2;

/** "The largest window takes 25 machines, “Pilot” only 5." */
function windowText(input: PlanInput, at: number): string {
  const all = input.windows.flatMap(({ title, isFrozen, capacities }) => {
    const room = capacities[at] ?? null;
    return room === null ? [] : [{ title, room, isFrozen }];
  });
  const open = all.filter((window) => !window.isFrozen);
  const limited = open.length > 0 ? open : all;
  const largest = Math.max(...limited.map(({ room }) => room));
  const smaller = limited.filter(({ room }) => room < largest).toSorted((a, b) => a.room - b.room);
  const named = smaller.slice(0, MOST_NAMED).map(({ title, room }) => `${title} only ${amount(room)}`);
  const more = smaller.length - named.length;
  const others = more === 0 ? '' : ` and ${amount(more)} more less than that`;
  return `${[`The largest window takes ${amount(largest)} ${input.resources[at]!.unit}`, ...named].join(', ')}${others}.`;
}

/** What has to be raised for a plan: everywhere alike, or in the windows that it is too much for. */
function relaxedText(input: PlanInput, at: number, assignment: Readonly<Record<string, string>>): string {
  const { title, unit, kind } = input.resources[at]!;
  const loads = new Map<string, number>();
  for (const group of input.groups) {
    const key = kind === 'stock' ? '' : (assignment[group.id] ?? '');
    loads.set(key, (loads.get(key) ?? 0) + (group.demands[at] ?? 0));
  }
  const most = Math.max(0, ...loads.values());
  const whole = `Raise the limit of ${title.toLowerCase()} to ${amount(most)} ${unit}`;
  const rooms = new Set(input.windows.filter((window) => !window.isFrozen).map((window) => window.capacities[at] ?? null));
  const over = input.windows.filter(({ id, capacities }) => (loads.get(id) ?? 0) > (capacities[at] ?? Infinity));
  if (kind === 'stock' || rooms.size <= 1 || over.length === 0 || over.length > MOST_RAISED) return `${whole}.`;
  return `${whole} in ${windowList(over.map((window) => window.title))}.`;
}

function amount(value: number): string {
  return value.toLocaleString('en');
}
