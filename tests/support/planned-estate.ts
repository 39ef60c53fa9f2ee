import type { PlanView } from '../../shared/contract/shapes.ts';
import type { SmallEstate } from './small-estate.ts';

/** The first window of plans made here. */
export const START = '2027-03-06T20:00:00.000Z';

/** Plans the small estate: three machines a wave, so that it takes two. */
export async function planned({ ask }: SmallEstate, limits: Record<string, unknown> = {}): Promise<PlanView> {
  await ask('plan.set-limits', { limits: { machinesPerWave: 3, pilotMachines: null, firstWindowStartsAt: START, ...limits } });
  const made = await ask('plan.make', { timeLimitMs: 1000 });
  if (made.status !== 'adopted') throw new Error('no plan was made');
  return made.plan;
}
