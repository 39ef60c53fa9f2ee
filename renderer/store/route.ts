/** The screens, in the order of the rail. */
export const SCREEN_IDS = [
  'overview',
  'inventory',
  'readiness',
  'groups',
  'waves',
  'checklist',
  'azure',
  'journal',
  'reports',
  'settings',
  'start',
] as const;
export type ScreenId = (typeof SCREEN_IDS)[number];

/** Screens that can be opened at one thing: a machine, rule, group, wave or group, step, entry. */
export type TargetedScreenId = 'inventory' | 'readiness' | 'groups' | 'waves' | 'checklist' | 'journal';

/** Where the window is. `target` is the id of the thing to show, `null` = nothing in particular. */
export type Route =
  | { readonly screen: Exclude<ScreenId, TargetedScreenId>; readonly target: null }
  | { readonly screen: TargetedScreenId; readonly target: string | null };

export interface RouteHistory {
  readonly past: readonly Route[];
  readonly current: Route;
  readonly future: readonly Route[];
}

const MOST_STEPS_BACK = 100;

export const START: Route = { screen: 'start', target: null };

export function isScreenId(name: string): name is ScreenId {
  return (SCREEN_IDS as readonly string[]).includes(name);
}

const TARGETED: ReadonlySet<ScreenId> = new Set<TargetedScreenId>(['inventory', 'readiness', 'groups', 'waves', 'checklist', 'journal']);

function takesTarget(screen: ScreenId): screen is TargetedScreenId {
  return TARGETED.has(screen);
}

/** A route from words that came over the contract; an unknown screen leads to the overview, a target nobody takes is left out. */
export function routeTo(screen: string, target: string | null = null): Route {
  if (!isScreenId(screen)) return { screen: 'overview', target: null };
  return takesTarget(screen) ? { screen, target } : { screen, target: null };
}

export function isSameRoute(a: Route, b: Route): boolean {
  return a.screen === b.screen && a.target === b.target;
}

export function goTo(history: RouteHistory, route: Route): RouteHistory {
  if (isSameRoute(history.current, route)) return history;
  return { past: [...history.past, history.current].slice(-MOST_STEPS_BACK), current: route, future: [] };
}

export function goBack(history: RouteHistory): RouteHistory {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), current: last, future: [history.current, ...history.future] };
}

export function goForward(history: RouteHistory): RouteHistory {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.current], current: next, future: rest };
}

/** A new history: used when an engagement is opened or closed, because old targets mean nothing then. */
export function historyAt(route: Route): RouteHistory {
  return { past: [], current: route, future: [] };
}
