import type { PlanGroup, PlanInput } from '../model.ts';
import { capacityRules } from './capacity-rules.ts';

/** One thing that was asked for and could be given up. */
export interface Rule {
  readonly id: string;
  readonly kind:
    | 'pin'
    | 'earliest'
    | 'latest'
    | 'closed'
    | 'freeze'
    | 'pilot'
    | 'precedence'
    | 'conflict'
    | 'together'
    | 'capacity'
    | 'calendar';
  readonly text: string;
  /** Words for giving it up, when the plan that this allows is known. */
  readonly relaxed: (assignment: Readonly<Record<string, string>>) => string;
}

/** All rules of a problem, those first that people give up least willingly. */
export function rulesOf(input: PlanInput): Rule[] {
  const titles = new Map(input.groups.map((group) => [group.id, group.title]));
  const windowTitles = new Map(input.windows.map((window) => [window.id, window.title]));
  const words: Words = { group: (id) => titles.get(id) ?? id, window: (id) => windowTitles.get(id) ?? id };
  return [
    calendarRule(input, words),
    ...capacityRules(input),
    ...pairRules(input, words),
    ...freezeRules(input),
    ...pilotRules(input),
    ...input.groups.flatMap((group) => dateRules(group, words)),
  ];
}

interface Words {
  readonly group: (id: string) => string;
  readonly window: (id: string) => string;
}

/** The problem with only these rules in force, by id. */
export function withOnly(input: PlanInput, kept: ReadonlySet<string>): PlanInput {
  const limited = input.resources.map((resource) => kept.has(`capacity:${resource.id}`));
  const windows = input.windows.map((window) => ({
    ...window,
    isFrozen: window.isFrozen && kept.has(`freeze:${window.id}`),
    isRequired: window.isRequired === true && kept.has(`pilot:${window.id}`),
    capacities: window.capacities.map((room, at) => (limited[at] === true ? room : null)),
  }));
  return {
    ...input,
    windows: kept.has('calendar') ? windows : [...windows, ...moreWindows({ ...input, windows })],
    groups: input.groups.map((group) => withOnlyDates(group, kept)),
    precedences: input.precedences.filter((edge) => kept.has(precedenceId(edge))),
    conflicts: input.conflicts.filter(([a, b]) => kept.has(`conflict:${a}|${b}`)),
    together: input.together.filter(([a, b]) => kept.has(`together:${a}|${b}`)),
  };
}

function withOnlyDates(group: PlanGroup, kept: ReadonlySet<string>): PlanGroup {
  const { id, title, demands, pinnedWindowId, earliestWindowId, latestWindowId, forbiddenWindowIds } = group;
  return {
    id,
    title,
    demands,
    ...(pinnedWindowId !== undefined && kept.has(`pin:${id}`) ? { pinnedWindowId } : {}),
    ...(earliestWindowId !== undefined && kept.has(`earliest:${id}`) ? { earliestWindowId } : {}),
    ...(latestWindowId !== undefined && kept.has(`latest:${id}`) ? { latestWindowId } : {}),
    ...(forbiddenWindowIds !== undefined && kept.has(`closed:${id}`) ? { forbiddenWindowIds } : {}),
  };
}

function precedenceId({ before, after, kind }: PlanInput['precedences'][number]): string {
  return `precedence:${before}>${after}:${kind}`;
}

function calendarRule(input: PlanInput, words: Words): Rule {
  const last = input.windows.at(-1);
  return {
    id: 'calendar',
    kind: 'calendar',
    text: last === undefined ? 'The calendar has no window.' : `The calendar ends with ${last.title}.`,
    relaxed: (assignment) => {
      const extra = new Set(Object.values(assignment).filter((id) => id.startsWith(EXTRA)));
      return `Add ${extra.size === 1 ? 'one window' : `${extra.size} windows`} after ${last === undefined ? 'the start' : words.window(last.id)}.`;
    },
  };
}

const EXTRA = 'extra-window-';

/** As many windows more as there are groups, each as large as the largest. */
function moreWindows(input: PlanInput): PlanInput['windows'] {
  const capacities = input.resources.map((_, at) => {
    const rooms = input.windows.map((window) => window.capacities[at] ?? null);
    return rooms.includes(null) || rooms.length === 0 ? null : Math.max(...rooms.map((room) => room ?? 0));
  });
  return input.groups.map((_, at) => ({ id: `${EXTRA}${at + 1}`, title: `Further window ${at + 1}`, isFrozen: false, capacities }));
}

function pairRules(input: PlanInput, { group }: Words): Rule[] {
  const order = input.precedences.map((edge): Rule => {
    const { before, after, kind } = edge;
    const how = kind === 'strict' ? 'before' : 'not later than';
    return {
      id: precedenceId(edge),
      kind: 'precedence',
      text: `${group(before)} must move ${how} ${group(after)}.`,
      relaxed: () => `Let ${group(after)} move without waiting for ${group(before)}.`,
    };
  });
  const conflicts = input.conflicts.map(([a, b]): Rule => ({
    id: `conflict:${a}|${b}`,
    kind: 'conflict',
    text: `${group(a)} and ${group(b)} must not share a wave.`,
    relaxed: () => `Let ${group(a)} and ${group(b)} share a wave.`,
  }));
  const together = input.together.map(([a, b]): Rule => ({
    id: `together:${a}|${b}`,
    kind: 'together',
    text: `${group(a)} and ${group(b)} must move in the same wave.`,
    relaxed: () => `Let ${group(a)} and ${group(b)} move in different waves.`,
  }));
  const unique = new Map([...together, ...order, ...conflicts].map((rule) => [rule.id, rule]));
  return [...unique.values()];
}

function freezeRules(input: PlanInput): Rule[] {
  return input.windows
    .filter((window) => window.isFrozen)
    .map((frozen): Rule => ({
      id: `freeze:${frozen.id}`,
      kind: 'freeze',
      text: `${frozen.title} is frozen.`,
      relaxed: () => `Open ${frozen.title}.`,
    }));
}

function pilotRules(input: PlanInput): Rule[] {
  return input.windows
    .filter((window) => window.isRequired === true && !window.isFrozen)
    .map((pilot): Rule => ({
      id: `pilot:${pilot.id}`,
      kind: 'pilot',
      text: `Something must move in ${pilot.title}.`,
      relaxed: () => `Let ${pilot.title} stay empty.`,
    }));
}

function dateRules(group: PlanGroup, words: Words): Rule[] {
  const rules: Rule[] = [];
  const moved = (assignment: Readonly<Record<string, string>>): string => words.window(assignment[group.id] ?? '');
  const { pinnedWindowId: pin, earliestWindowId: earliest, latestWindowId: latest, forbiddenWindowIds: closed } = group;
  if (pin !== undefined)
    rules.push({
      id: `pin:${group.id}`,
      kind: 'pin',
      text: `${group.title} is pinned to ${words.window(pin)}.`,
      relaxed: (assignment) => `Take the pin off ${group.title}; it could move in ${moved(assignment)}.`,
    });
  if (earliest !== undefined)
    rules.push({
      id: `earliest:${group.id}`,
      kind: 'earliest',
      text: `${group.title} may not move before ${words.window(earliest)}.`,
      relaxed: (assignment) => `Let ${group.title} move already in ${moved(assignment)}.`,
    });
  if (latest !== undefined)
    rules.push({
      id: `latest:${group.id}`,
      kind: 'latest',
      text: `${group.title} may not move after ${words.window(latest)}.`,
      relaxed: (assignment) => `Let ${group.title} move as late as ${moved(assignment)}.`,
    });
  if (closed !== undefined && closed.length > 0)
    rules.push({
      id: `closed:${group.id}`,
      kind: 'closed',
      text: `${group.title} may not move in ${closed.map((id) => words.window(id)).join(', ')}.`,
      relaxed: (assignment) => `Let ${group.title} move in ${moved(assignment)}.`,
    });
  return rules;
}
