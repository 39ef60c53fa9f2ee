import { sizeByName } from '../domain/azure-sizes.ts';
import type { WaveId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import { GROWTH_FACTOR } from '../readiness/change-rate.data.ts';
import { isClassic, isWithinAzure, hasAgent } from '../readiness/scenario-groups.ts';
import { APPLIANCE_DAILY_CHURN_GIB, MACHINES_PER_APPLIANCE } from '../readiness/service-limits.data.ts';
import { batchSize } from './batch.ts';
import { chooseSize } from './choose-size.ts';
import { needsHydration, waveCutover } from './cutover.ts';
import { estimated, input, notEstimated, type Estimate } from './estimate.ts';
import type { SizingContext } from './size-machine.ts';
import { targetDisks } from './target-disks.ts';
import { classicMove, dataSizeOf, deltaTraffic, lineTransfer, regionCopy, type LineShare } from './transfer.ts';

export interface WaveMachines {
  readonly waveId: WaveId;
  readonly machines: readonly Machine[];
}

export interface WaveForecast {
  readonly sizes: readonly { readonly size: string; readonly count: number }[];
  /** vCPU of all sizes; machines without a size are counted beside it. */
  readonly cores: number;
  readonly unsizedCount: number;
  readonly delta: Estimate;
  readonly initialReplication: Estimate;
  readonly cutover: Estimate;
  /** Machines that the line carries at once within the goal for a batch; `null` where nothing crosses it. */
  readonly batch: Estimate | null;
  /** Replication appliances that the wave needs; `null` where none is used. */
  readonly appliances: Estimate | null;
}

const SLICE = 50;

/**
 * Forecast per wave, in the order of waves. The changes of earlier waves take part of the line at worst (they replicate until
 * they are completed), those of the wave before likely, and none at best. Yields between slices.
 */
export function* forecastWaves(
  waves: readonly WaveMachines[],
  modelOf: (scenario: string) => string,
  context: SizingContext,
): Generator<void, ReadonlyMap<WaveId, WaveForecast>, void> {
  const forecasts = new Map<WaveId, WaveForecast>();
  let earlier = 0;
  let before = 0;
  for (const { waveId, machines } of waves) {
    const sum = yield* addUp(machines, modelOf, context);
    const taken = { low: 0, likely: before, high: earlier };
    forecasts.set(waveId, forecastOf(sum, taken, context));
    before = sum.deltaMbps;
    earlier += sum.deltaMbps;
    yield;
  }
  return forecasts;
}

interface Sum {
  machineCount: number;
  sizes: Map<string, number>;
  cores: number;
  unsized: number;
  deltaMbps: number;
  withoutChurn: number;
  usedGiB: number;
  provisionedGiB: number;
  overLine: number;
  withoutSize: number;
  hydrated: number;
  agents: number;
  dailyChurnGiB: number;
  /** Estimates of machines that do not cross the line: between regions, and classic ones. */
  other: Estimate[];
}

function* addUp(machines: readonly Machine[], modelOf: (scenario: string) => string, context: SizingContext): Generator<void, Sum, void> {
  const sum: Sum = {
    machineCount: machines.length,
    sizes: new Map(),
    cores: 0,
    unsized: 0,
    deltaMbps: 0,
    withoutChurn: 0,
    usedGiB: 0,
    provisionedGiB: 0,
    overLine: 0,
    withoutSize: 0,
    hydrated: 0,
    agents: 0,
    dailyChurnGiB: 0,
    other: [],
  };
  let count = 0;
  for (const { facts, scenario } of machines) {
    const model = modelOf(scenario);
    addSize(sum, chooseSize(facts, context.shared.offeredSizes).size);
    const { likely } = deltaTraffic(facts);
    if (likely === null) sum.withoutChurn += 1;
    else sum.deltaMbps += likely;
    if (needsHydration(facts, model)) sum.hydrated += 1;
    if (hasAgent(model)) sum.agents += 1;
    sum.dailyChurnGiB += facts.dailyChurnGiB ?? 0;
    if (isWithinAzure(model)) sum.other.push(regionCopy(targetDisks(facts, context.shared)));
    else if (isClassic(model)) sum.other.push(classicMove(facts));
    else addData(sum, dataSizeOf(facts));
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return sum;
}

function addSize(sum: Sum, name: string | null): void {
  if (name === null) {
    sum.unsized += 1;
    return;
  }
  sum.sizes.set(name, (sum.sizes.get(name) ?? 0) + 1);
  sum.cores += sizeByName(name)?.cpuCount ?? 0;
}

function addData(sum: Sum, { usedGiB, provisionedGiB }: ReturnType<typeof dataSizeOf>): void {
  sum.overLine += 1;
  if (usedGiB === null) sum.withoutSize += 1;
  sum.usedGiB += usedGiB ?? 0;
  sum.provisionedGiB += provisionedGiB ?? 0;
}

function forecastOf(sum: Sum, taken: { low: number; likely: number; high: number }, context: SizingContext): WaveForecast {
  return {
    sizes: [...sum.sizes].map(([size, count]) => ({ size, count })).toSorted((a, b) => b.count - a.count || (a.size < b.size ? -1 : 1)),
    cores: sum.cores,
    unsizedCount: sum.unsized,
    delta: waveDelta(sum),
    initialReplication: waveReplication(sum, taken, context),
    cutover: waveCutover(sum.machineCount, sum.hydrated),
    batch: sum.overLine === 0 ? null : waveBatch(sum, taken, context),
    appliances: sum.agents === 0 ? null : appliances(sum),
  };
}

function waveBatch(sum: Sum, taken: LineShare['taken'], { siteLinkMbps }: SizingContext): Estimate {
  return batchSize({ machineCount: sum.overLine - sum.withoutSize, usedGiB: sum.usedGiB }, { lineMbps: siteLinkMbps, taken });
}

function waveDelta(sum: Sum): Estimate {
  const about = {
    unit: 'Mbit/s',
    inputs: [input('Machines', sum.machineCount, ''), input('Machines of unknown change rate', sum.withoutChurn, '')],
    formula: 'sum over the machines of peak change rate × 8 × 1.3; machines of unknown change rate are not in it',
    source: 'DP-RUN',
  };
  if (sum.withoutChurn === sum.machineCount) return notEstimated(['machinePeakChurnMBps'], about);
  return estimated([sum.deltaMbps / GROWTH_FACTOR, sum.deltaMbps, sum.deltaMbps], about);
}

/** The longest of: everything that crosses the line together, and each machine that does not. */
function waveReplication(sum: Sum, taken: { low: number; likely: number; high: number }, context: SizingContext): Estimate {
  const isKnown = sum.overLine > 0 && sum.withoutSize < sum.overLine;
  const line =
    sum.overLine === 0
      ? null
      : lineTransfer(
          { usedGiB: isKnown ? sum.usedGiB : null, provisionedGiB: isKnown ? sum.provisionedGiB : null },
          { lineMbps: context.siteLinkMbps, taken },
        );
  const counted =
    line === null || sum.withoutSize === 0
      ? line
      : { ...line, inputs: [...line.inputs, input('Machines of unknown size, not in it', sum.withoutSize, '')] };
  const all = [...(counted === null ? [] : [counted]), ...sum.other];
  const open = all.find((estimate) => estimate.likely === null);
  const [first] = all;
  if (first === undefined || open !== undefined) return open ?? notEstimated(['disks'], { unit: 'h', inputs: [], formula: '', source: '' });
  return all.reduce((longest, estimate) => ((estimate.likely ?? 0) > (longest.likely ?? 0) ? estimate : longest), first);
}

function appliances(sum: Sum): Estimate {
  const byMachines = Math.ceil(sum.agents / MACHINES_PER_APPLIANCE);
  const byChurn = Math.ceil(sum.dailyChurnGiB / APPLIANCE_DAILY_CHURN_GIB);
  const needed = Math.max(byMachines, byChurn, 1);
  return estimated([needed, needed, needed], {
    unit: 'appliances',
    inputs: [input('Machines with an agent', sum.agents, ''), input('Change per day, as far as known', sum.dailyChurnGiB, 'GiB')],
    formula: 'the larger of machines ÷ 200 and change per day ÷ 2,048 GiB, rounded up; a machine uses one appliance',
    source: 'APP-SM, SCALE',
  });
}
