import type { MachineFacts } from '../domain/machine.ts';
import { hasAgent, isHydrationAvoidable } from '../readiness/scenario-groups.ts';
import { FAILOVERS_PER_HOUR } from '../readiness/service-limits.data.ts';
import { CUTOVER_MINUTES, TESTED_AT_ONCE } from './assumptions.data.ts';
import { estimated, input, type Estimate } from './estimate.ts';

type Part = keyof typeof CUTOVER_MINUTES;

const PART_NAMES: Readonly<Record<Part, string>> = {
  drain: 'Last changes',
  failover: 'Failover',
  hydration: 'Making it bootable',
  test: 'Test of the application',
  completion: 'Completion',
};

/** Whether the machine must be made bootable at the failover. Unknown drivers are expected not to be compliant. */
export function needsHydration(facts: MachineFacts, scenario: string): boolean {
  if (!hasAgent(scenario)) return false;
  const isCompliant = facts.osFamily === 'windows' && facts.hasCompliantBootDrivers === true && facts.dhcpServiceAutomatic === true;
  return !(isHydrationAvoidable(scenario) && isCompliant);
}

/** Minutes in which one machine is not there for its users: from stopping the source to the end. */
export function machineCutover(facts: MachineFacts, scenario: string): Estimate {
  return cutover(needsHydration(facts, scenario), { rounds: 1, ceilingMinutes: 0 });
}

/**
 * Minutes of the cutover of several machines: they fail over together, as fast as the service takes machines of one
 * subscription (at three disks each), and people test so many at a time.
 */
export function waveCutover(machineCount: number, hydratedCount: number): Estimate {
  const compliantCount = machineCount - hydratedCount;
  const hours = compliantCount / FAILOVERS_PER_HOUR.compliant + hydratedCount / FAILOVERS_PER_HOUR.hydrated;
  return cutover(hydratedCount > 0, { rounds: Math.max(1, Math.ceil(machineCount / TESTED_AT_ONCE)), ceilingMinutes: hours * 60 });
}

interface Load {
  /** How often people test, one round after another. */
  readonly rounds: number;
  /** Minutes that the service needs at least to take all machines. */
  readonly ceilingMinutes: number;
}

function cutover(hasHydration: boolean, { rounds, ceilingMinutes }: Load): Estimate {
  const parts: readonly Part[] = ['drain', 'failover', ...(hasHydration ? (['hydration'] as const) : []), 'test', 'completion'];
  const sum = (which: 'low' | 'likely' | 'high'): number =>
    parts.reduce((total, part) => {
      const minutes = CUTOVER_MINUTES[part][which];
      if (part === 'failover') return total + Math.max(minutes, ceilingMinutes);
      return total + minutes * (part === 'test' ? rounds : 1);
    }, 0);
  const isHeldUp = ceilingMinutes > CUTOVER_MINUTES.failover.low;
  return estimated([sum('low'), sum('likely'), sum('high')], {
    unit: 'min',
    inputs: [
      ...parts.map((part) => {
        const { low, likely, high } = CUTOVER_MINUTES[part];
        return input(PART_NAMES[part], `${low} / ${likely} / ${high}`, 'min');
      }),
      input('Rounds of tests', rounds, ''),
      ...(isHeldUp ? [input('Failover of all machines, at the most per hour and subscription', ceilingMinutes, 'min')] : []),
    ],
    formula: 'last changes + failover + making it bootable + test × rounds + completion',
    source: sourceOf(hasHydration, isHeldUp),
  });
}

function sourceOf(hasHydration: boolean, isHeldUp: boolean): string {
  const articles = [...(hasHydration ? ['HYD for making it bootable'] : []), ...(isHeldUp ? ['SCALE for the failovers per hour'] : [])];
  return articles.length === 0 ? 'Landfall' : `${articles.join('; ')}; Landfall for the others`;
}
