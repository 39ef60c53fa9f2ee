import type { CalendarWindow, WaveLimits, Window } from '../../domain/wave.ts';
import type { PlanInput } from '../model.ts';

export interface Relaxing {
  readonly limits: WaveLimits;
  readonly input: PlanInput;
  readonly windows: readonly Window[];
  /** The plan that giving the rule up allows, if one was found. */
  readonly assignment: Readonly<Record<string, string>> | null;
}

/** The change of the limits that gives a rule up just as far as the plan needs it; `null` where no change of them does. */
export function relaxRule(ruleId: string, relaxing: Relaxing): Partial<WaveLimits> | null {
  const [kind = '', ...rest] = ruleId.split(':');
  const what = rest.join(':');
  const { limits } = relaxing;
  switch (kind) {
    case 'pin':
      return withoutPin(limits, what);
    case 'earliest':
      return { dates: withoutDate(limits, what, 'notBefore') };
    case 'latest':
      return { dates: withoutDate(limits, what, 'notAfter') };
    case 'closed':
      return { locks: limits.locks.filter((lock) => lock.why === 'done') };
    case 'freeze':
      return withoutFreeze(relaxing, what);
    case 'pilot':
      return { pilotMachines: null };
    case 'precedence':
      return { precedences: limits.precedences.filter((edge) => `${edge.before}>${edge.after}:${edge.kind}` !== what) };
    case 'conflict':
      return { conflicts: limits.conflicts.filter(({ a, b }) => `${a}|${b}` !== what) };
    case 'calendar':
      return longerCalendar(relaxing);
    case 'capacity':
      return higherCapacity(what, relaxing);
    default:
      return null;
  }
}

/** A group may be held by a pin of its own or by the lock of its wave. */
function withoutPin(limits: WaveLimits, groupId: string): Partial<WaveLimits> {
  return {
    pins: limits.pins.filter((pin) => pin.groupId !== groupId),
    locks: limits.locks.filter((lock) => lock.why === 'done' || !lock.groupIds.includes(groupId)),
  };
}

function withoutDate(limits: WaveLimits, groupId: string, side: 'notBefore' | 'notAfter'): WaveLimits['dates'] {
  return limits.dates
    .map((date) => (date.groupId === groupId ? { ...date, [side]: null } : date))
    .filter((date) => date.notBefore !== null || date.notAfter !== null);
}

/** Opens one window: the freezes that touch it are cut around it and hold for everything else. */
function withoutFreeze({ limits, windows }: Relaxing, windowId: string): Partial<WaveLimits> | null {
  const window = windows.find((candidate) => candidate.id === windowId);
  if (window === undefined) return null;
  const touches = limits.freezes.some((freeze) => freeze.startsAt < window.endsAt && window.startsAt < freeze.endsAt);
  if (!touches) return null;
  const freezes = limits.freezes.flatMap((freeze) => {
    if (!(freeze.startsAt < window.endsAt && window.startsAt < freeze.endsAt)) return [freeze];
    const parts = [
      { ...freeze, endsAt: window.startsAt },
      { ...freeze, startsAt: window.endsAt },
    ];
    return parts.filter((part) => part.startsAt < part.endsAt);
  });
  return { freezes };
}

/** A rhythm goes on by itself once it may; a calendar that is written out gets further windows in its own rhythm. */
function longerCalendar({ limits, assignment }: Relaxing): Partial<WaveLimits> | null {
  if (limits.windows.length === 0) return limits.lastWindowEndsBy === null ? null : { lastWindowEndsBy: null };
  const needed = new Set(Object.values(assignment ?? {}).filter((id) => id.startsWith('extra-window-'))).size;
  const last = limits.windows.at(-1);
  if (last === undefined) return null;
  const stepMs = limits.daysBetweenWindows * 86_400_000;
  const more = Array.from({ length: Math.max(1, needed) }, (_, index): CalendarWindow => {
    const later = (moment: string): string => new Date(Date.parse(moment) + stepMs * (index + 1)).toISOString();
    return { ...last, title: `Window ${limits.windows.length + index + 1}`, startsAt: later(last.startsAt), endsAt: later(last.endsAt) };
  });
  return { windows: [...limits.windows, ...more], lastWindowEndsBy: null };
}

function higherCapacity(resourceId: string, { limits, input, windows, assignment }: Relaxing): Partial<WaveLimits> | null {
  const index = input.resources.findIndex((resource) => resource.id === resourceId);
  if (index < 0 || assignment === null) return null;
  const loads = loadsOf(input, assignment, index);
  const most = Math.max(0, ...loads);
  // A window with a number of its own is raised as far as itself has to hold more; that of all waves by all others.
  const loadAt = new Map(windows.map((window, at) => [Date.parse(window.startsAt), loads[at] ?? 0]));
  const ownLoad = ({ startsAt }: CalendarWindow): number => loadAt.get(Date.parse(startsAt)) ?? 0;
  const mostWithout = (kind: 'machines' | 'gib' | 'teams'): number => {
    const own = new Set(limits.windows.filter((window) => window[kind] !== null).map((window) => Date.parse(window.startsAt)));
    return Math.max(0, ...windows.flatMap((window, at) => (own.has(Date.parse(window.startsAt)) ? [] : [loads[at] ?? 0])));
  };
  switch (resourceId) {
    case 'machines':
      return {
        machinesPerWave: atLeast(limits.machinesPerWave, mostWithout('machines')),
        pilotMachines: limits.pilotMachines === null ? null : pilotFor(input, loads, limits.pilotMachines),
        windows: limits.windows.map((window) => ({ ...window, machines: atLeast(window.machines, ownLoad(window)) })),
      };
    case 'gib':
      return {
        gibPerWave: atLeast(limits.gibPerWave, mostWithout('gib')),
        windows: limits.windows.map((window) => ({ ...window, gib: atLeast(window.gib, ownLoad(window)) })),
      };
    case 'critical':
      return { criticalPerWave: most };
    case 'vcpu':
      return { vcpuQuota: most };
    case 'minutes': {
      const teamsAt = (startsAt: string): number => {
        const at = windows.findIndex((window) => Date.parse(window.startsAt) === Date.parse(startsAt));
        const window = windows[at];
        if (window === undefined) return 1;
        return Math.max(1, Math.ceil(((loads[at] ?? 0) * 60_000) / Math.max(1, Date.parse(window.endsAt) - Date.parse(window.startsAt))));
      };
      const own = new Set(limits.windows.filter((window) => window.teams !== null).map((window) => Date.parse(window.startsAt)));
      const others = windows.filter((window) => !own.has(Date.parse(window.startsAt)));
      return {
        teams: atLeast(limits.teams, Math.max(1, ...others.map((window) => teamsAt(window.startsAt)))),
        windows: limits.windows.map((window) => ({ ...window, teams: atLeast(window.teams, teamsAt(window.startsAt)) })),
      };
    }
    case 'line': {
      if (limits.line === null) return null;
      const factor = Math.max(...input.windows.map((window, at) => (loads[at] ?? 0) / Math.max(1, window.capacities[index] ?? Infinity)));
      return { line: { ...limits.line, mbps: Math.ceil(limits.line.mbps * factor * 1.02) } };
    }
    default:
      return null;
  }
}

function atLeast(value: number | null, least: number): number | null {
  return value === null ? null : Math.max(value, least);
}

/** The pilot grows only as far as its own window has to hold more. */
function pilotFor(input: PlanInput, loads: readonly number[], pilot: number): number {
  const first = input.windows.findIndex((window) => !window.isFrozen);
  return Math.max(pilot, loads[first] ?? 0);
}

function loadsOf(input: PlanInput, assignment: Readonly<Record<string, string>>, index: number): number[] {
  const place = new Map(input.windows.map((window, at) => [window.id, at]));
  const loads = input.windows.map(() => 0);
  for (const group of input.groups) {
    const at = place.get(assignment[group.id] ?? '');
    if (at !== undefined) loads[at] = (loads[at] ?? 0) + (group.demands[index] ?? 0);
  }
  if (input.resources[index]?.kind !== 'stock') return loads;
  let moved = 0;
  return loads.map((load) => (moved += load));
}
