import { sizeByName } from '../domain/azure-sizes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import { sizeOverTheLineGiB } from '../domain/machine-size.ts';
import type { Machine } from '../domain/machine.ts';
import { isClassic, isWithinAzure } from '../readiness/scenario-groups.ts';
import { chooseSize } from '../sizing/choose-size.ts';
import { machineCutover } from '../sizing/cutover.ts';

/** What a machine takes of the capacities of a wave. Unknown parts are `null` and counted, never zero without a word. */
export interface MachineDemand {
  readonly sizeGiB: number | null;
  /** GiB that cross the line; nothing where the machine moves inside Azure. */
  readonly lineGiB: number | null;
  /** Likely minutes of its cutover. */
  readonly minutes: number;
  readonly vcpu: number | null;
  readonly isCritical: boolean;
  readonly dailyChurnGiB: number | null;
}

/** Of the model that the machine's scenario follows. Machines never change, so each is asked once. */
const known = new WeakMap<Machine, { readonly offered: readonly string[] | undefined; readonly demand: MachineDemand }>();

export interface DemandContext {
  readonly machines: Engagement['machines'];
  readonly offeredSizes: readonly string[] | undefined;
  readonly modelOf: (scenario: string) => string;
}

export function machineDemand(machine: Machine, { offeredSizes, modelOf }: DemandContext): MachineDemand {
  const cached = known.get(machine);
  if (cached !== undefined && cached.offered === offeredSizes) return cached.demand;
  const { facts } = machine;
  const model = modelOf(machine.scenario);
  const sizeGiB = sizeOverTheLineGiB(facts);
  const size = chooseSize(facts, offeredSizes).size;
  const demand: MachineDemand = {
    sizeGiB,
    lineGiB: isWithinAzure(model) || isClassic(model) ? 0 : sizeGiB,
    minutes: machineCutover(facts, model).likely ?? 0,
    vcpu: (size === null ? undefined : sizeByName(size)?.cpuCount) ?? facts.cpuCount ?? null,
    isCritical: facts.criticality === 'critical',
    dailyChurnGiB: facts.dailyChurnGiB ?? null,
  };
  known.set(machine, { offered: offeredSizes, demand });
  return demand;
}

export interface GroupDemand {
  readonly machines: number;
  readonly sizeGiB: number;
  readonly unknownSizeCount: number;
  readonly lineGiB: number;
  readonly minutes: number;
  readonly vcpu: number;
  readonly critical: number;
  readonly dailyChurnGiB: number;
}

/** Demand of several machines. One of unknown size adds nothing to the GiB; the screens count such machines beside the sum. */
export function groupDemand(machineIds: readonly MachineId[], context: DemandContext): GroupDemand {
  const sum = { machines: 0, sizeGiB: 0, unknownSizeCount: 0, lineGiB: 0, minutes: 0, vcpu: 0, critical: 0, dailyChurnGiB: 0 };
  for (const id of machineIds) {
    const machine = context.machines.get(id);
    if (machine === undefined) continue;
    const demand = machineDemand(machine, context);
    sum.machines += 1;
    if (demand.sizeGiB === null) sum.unknownSizeCount += 1;
    sum.sizeGiB += demand.sizeGiB ?? 0;
    sum.lineGiB += demand.lineGiB ?? 0;
    sum.minutes += demand.minutes;
    sum.vcpu += demand.vcpu ?? 0;
    if (demand.isCritical) sum.critical += 1;
    sum.dailyChurnGiB += demand.dailyChurnGiB ?? 0;
  }
  return sum;
}
