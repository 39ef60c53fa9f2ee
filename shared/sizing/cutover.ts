import type { MachineFacts } from '../domain/machine.ts';
import { hasAgent, isHydrationAvoidable } from '../readiness/scenario-groups.ts';
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
  return cutover(needsHydration(facts, scenario), 1);
}

/** Minutes of the cutover of several machines: all fail over together, people test so many at a time. */
export function waveCutover(machineCount: number, hydratedCount: number): Estimate {
  return cutover(hydratedCount > 0, Math.max(1, Math.ceil(machineCount / TESTED_AT_ONCE)));
}

function cutover(hasHydration: boolean, rounds: number): Estimate {
  const parts: readonly Part[] = ['drain', 'failover', ...(hasHydration ? (['hydration'] as const) : []), 'test', 'completion'];
  const sum = (which: 'low' | 'likely' | 'high'): number =>
    parts.reduce((total, part) => total + CUTOVER_MINUTES[part][which] * (part === 'test' ? rounds : 1), 0);
  return estimated([sum('low'), sum('likely'), sum('high')], {
    unit: 'min',
    inputs: [
      ...parts.map((part) => {
        const { low, likely, high } = CUTOVER_MINUTES[part];
        return input(PART_NAMES[part], `${low} / ${likely} / ${high}`, 'min');
      }),
      input('Rounds of tests', rounds, ''),
    ],
    formula: 'last changes + failover + making it bootable + test × rounds + completion',
    source: hasHydration ? 'HYD for making it bootable; Landfall for the others' : 'Landfall',
  });
}
