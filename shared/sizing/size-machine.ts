import type { EngagementFacts } from '../domain/engagement-facts.ts';
import type { MachineFacts } from '../domain/machine.ts';
import { isClassic, isWithinAzure } from '../readiness/scenario-groups.ts';
import { chooseSize, type SizeChoice } from './choose-size.ts';
import { machineCutover } from './cutover.ts';
import type { Estimate } from './estimate.ts';
import { targetDisks, type TargetDisk } from './target-disks.ts';
import { classicMove, dataSizeOf, deltaTraffic, lineTransfer, regionCopy } from './transfer.ts';

/** What the engagement knows that sizing needs. */
export interface SizingContext {
  readonly siteLinkMbps: number | null;
  readonly shared: EngagementFacts;
}

export interface MachineSizing {
  readonly size: SizeChoice;
  readonly disks: readonly TargetDisk[];
  readonly delta: Estimate;
  readonly initialReplication: Estimate;
  readonly cutover: Estimate;
}

/** Target and forecast of one machine, as if it replicated alone. `scenario` is the model that its own scenario follows. */
export function sizeMachine(facts: MachineFacts, scenario: string, context: SizingContext): MachineSizing {
  const disks = targetDisks(facts, context.shared);
  const delta = deltaTraffic(facts);
  return {
    size: chooseSize(facts, context.shared.offeredSizes),
    disks,
    delta,
    initialReplication: initialReplication(facts, scenario, { disks, delta, context }),
    cutover: machineCutover(facts, scenario),
  };
}

interface Known {
  readonly disks: readonly TargetDisk[];
  readonly delta: Estimate;
  readonly context: SizingContext;
}

function initialReplication(facts: MachineFacts, scenario: string, { disks, delta, context }: Known): Estimate {
  if (isWithinAzure(scenario)) return regionCopy(disks);
  if (isClassic(scenario)) return classicMove(facts);
  const own = delta.likely ?? 0;
  return lineTransfer(dataSizeOf(facts), { lineMbps: context.siteLinkMbps, taken: { low: 0, likely: own, high: own } });
}
