import type { WaveLimits, Window } from '../domain/wave.ts';
import { CRITICAL, DATA, MACHINES, MINUTES } from './plan-resources.ts';

/** Whose a limit is, by the place of the window: "of the pilot", "of “Night 2” alone"; `null` where it is that of every wave. */
export type LimitName = (place: number, resourceId: string) => string | null;

export const NO_LIMIT_NAMES: LimitName = () => null;

export function limitNames(limits: WaveLimits, windows: readonly Window[]): LimitName {
  const own = new Map(limits.windows.map((window) => [Date.parse(window.startsAt), window]));
  const pilotPlace = limits.pilotMachines === null ? -1 : windows.findIndex((window) => !window.isFrozen);
  return (place, resourceId) => {
    const window = windows[place];
    if (window === undefined || resourceId === CRITICAL.id) return null;
    const written = own.get(Date.parse(window.startsAt));
    const machines = written?.machines ?? limits.machinesPerWave ?? Infinity;
    if (resourceId === MACHINES.id && place === pilotPlace && (limits.pilotMachines ?? Infinity) <= machines) return 'of the pilot';
    const number = { [MACHINES.id]: written?.machines, [DATA.id]: written?.gib, [MINUTES.id]: written?.teams }[resourceId];
    return number == null || written === undefined ? null : `of “${written.title}” alone`;
  };
}

const MOST_NAMED = 2;

/** "“Night 2”", "“Night 2” and “Night 3”", "“Night 2”, “Night 3” and 4 more windows". */
export function windowList(titles: readonly string[]): string {
  const named = titles.slice(0, titles.length <= MOST_NAMED + 1 ? titles.length : MOST_NAMED).map((title) => `“${title}”`);
  const more = titles.length - named.length;
  const all = more === 0 ? named : [...named, `${more.toLocaleString('en')} more windows`];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
