import type { WaveView } from '../../../shared/contract/shapes.ts';

export type WaveLoad = WaveView['loads'][number];

/** One resource that waves use up: machines, data over the line. */
export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
}

/** Resources of a plan in the order in which its waves name them. */
export function resourcesOf(waves: readonly Pick<WaveView, 'loads'>[]): Resource[] {
  const byId = new Map<string, Resource>();
  for (const wave of waves) {
    for (const load of wave.loads) byId.set(load.resourceId, { id: load.resourceId, title: load.title, unit: load.unit });
  }
  return [...byId.values()];
}

export type LoadState = 'unlimited' | 'free' | 'tight' | 'over';

/** From this share of a limit on, a wave counts as tight. */
const TIGHT_SHARE = 0.9;

export function loadState(load: Pick<WaveLoad, 'used' | 'limit'>): LoadState {
  if (load.limit === null) return 'unlimited';
  if (load.used > load.limit) return 'over';
  return load.used >= load.limit * TIGHT_SHARE ? 'tight' : 'free';
}

/** Bar and limit line of one wave as shares (0..1) of the height or width that all bars of the resource have in common. */
export interface LoadBar {
  readonly used: number;
  readonly limit: number | null;
  readonly state: LoadState;
}

/** One scale for all waves, so that their bars can be compared. A little air is left above the highest. */
export function scaleLoads(loads: readonly Pick<WaveLoad, 'used' | 'limit'>[]): LoadBar[] {
  const highest = Math.max(0, ...loads.map((load) => Math.max(load.used, load.limit ?? 0)));
  const scale = highest === 0 ? 1 : highest * 1.08;
  return loads.map((load) => ({
    used: load.used / scale,
    limit: load.limit === null ? null : load.limit / scale,
    state: loadState(load),
  }));
}
