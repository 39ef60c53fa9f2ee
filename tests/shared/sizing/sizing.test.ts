import { describe, expect, it } from 'vitest';

import { azureSizes, sizeByName } from '../../../shared/domain/azure-sizes.ts';
import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { batchSize } from '../../../shared/sizing/batch.ts';
import { chooseSize } from '../../../shared/sizing/choose-size.ts';
import { machineCutover, waveCutover } from '../../../shared/sizing/cutover.ts';
import { forecastWaves } from '../../../shared/sizing/forecast-waves.ts';
import { sizeMachine } from '../../../shared/sizing/size-machine.ts';
import { targetDisks } from '../../../shared/sizing/target-disks.ts';

function facts(rest: Partial<MachineFacts> = {}): MachineFacts {
  return { name: 'web01', cpuCount: 4, memoryMiB: 16_384, diskCount: 2, nicCount: 1, firmware: 'uefi', ...rest };
}

function range({ low, likely, high }: { low: number | null; likely: number | null; high: number | null }): (number | null)[] {
  return [low, likely, high];
}

const NO_RANGE = { low: null, likely: null, high: null };
const CEILING = 'Failover of all machines, at the most per hour and subscription';

describe('the size of a machine', () => {
  it('is the smallest of the table that holds processors, memory, disks, adapters and generation', () => {
    const { kind, size, reason, tableDate, tableUrl } = chooseSize(facts());
    expect({ kind, size, tableDate }).toEqual({ kind: 'proposed', size: 'Standard_D4s_v5', tableDate: '2024-07-29' });
    expect(reason).toBe('4 vCPU, 16 GiB, 1 data disk, generation 2: the smallest size of the table that holds all of it.');
    expect(tableUrl).toContain('learn.microsoft.com');
  });

  it.each([
    [{ cpuCount: 2, memoryMiB: 4096 }, 'Standard_F2s_v2'],
    [{ cpuCount: 2, memoryMiB: 16_384 }, 'Standard_E2s_v5'],
    [{ cpuCount: 1, memoryMiB: 2048 }, 'Standard_F2s_v2'],
    [{ cpuCount: 8, memoryMiB: 262_144 }, 'Standard_E32s_v5'],
    [{ cpuCount: 16, memoryMiB: 900_000 }, 'Standard_M64s_v2'],
    [{ diskCount: 12 }, 'Standard_F8s_v2'],
    [{ nicCount: 4 }, 'Standard_F8s_v2'],
  ] as const)('fits %o', (rest, size) => {
    expect(chooseSize(facts(rest)).size).toBe(size);
  });

  it('says what makes it larger than processors and memory need', () => {
    expect(chooseSize(facts({ diskCount: 12 })).reason).toContain('larger than Standard_D4s_v5 because of its 11 data disks');
  });

  it('keeps to the generation and to what the region offers', () => {
    const large = { cpuCount: 32, memoryMiB: 800 * 1024 };
    expect(chooseSize(facts(large)).size).toBe('Standard_M32ms_v2');
    expect(chooseSize(facts({ ...large, firmware: 'bios' })).kind).toBe('none');
    expect(chooseSize(facts(), ['D8s_v5', 'Standard_E16s_v5']).size).toBe('Standard_D8s_v5');
  });

  it('is what a person chose, with what it does not hold', () => {
    expect(chooseSize(facts({ targetVmSize: 'D2s_v5', diskCount: 6 }))).toMatchObject({
      kind: 'chosen',
      size: 'Standard_D2s_v5',
      problems: ['It has 2 vCPU, the machine 4.', 'It has 8 GiB of memory, the machine 16.', 'It takes 4 data disks, the machine has 5.'],
    });
  });

  it('is unknown without processors or memory, and says so', () => {
    const { cpuCount: _cpus, ...withoutCpus } = facts();
    expect(chooseSize(withoutCpus)).toMatchObject({ kind: 'unknown', size: null, missing: ['cpuCount'] });
  });

  it('comes from a table in which every name stands once and more cores never mean fewer disks', () => {
    expect(new Set(azureSizes.map((size) => size.name)).size).toBe(azureSizes.length);
    expect(sizeByName('d4S_V5')?.name).toBe('Standard_D4s_v5');
    for (const size of azureSizes) {
      const smaller = azureSizes.filter((other) => other.series === size.series && other.cpuCount < size.cpuCount);
      expect(Math.max(0, ...smaller.map((other) => other.maxDataDisks))).toBeLessThanOrEqual(size.maxDataDisks);
    }
  });
});

describe('the disks of a machine', () => {
  it('get a tier by their size and a type by what is asked of them', () => {
    const disks = [
      { id: 'a', sizeGiB: 128 },
      { id: 'b', sizeGiB: 300, peakChurnMBps: 3 },
      { id: 'c', sizeGiB: 40_000 },
    ];
    expect(targetDisks(facts({ disks }), {}).map(({ type, tier, reason }) => [type, tier, reason])).toEqual([
      ['StandardSSD_LRS', 'E10', 'Standard SSD, because nothing asks for more; E10 by its size.'],
      ['Premium_LRS', 'P20', 'Premium, because 3 MB/s of change are more than a standard disk keeps up with; P20 by its size.'],
      ['StandardSSD_LRS', null, 'Standard SSD, because nothing asks for more; no managed disk is that large.'],
    ]);
    expect(targetDisks(facts({ disks: [{ id: 'a', sizeGiB: 1024 }] }), { targetDiskType: 'Premium_LRS' })[0]).toMatchObject({
      tier: 'P30',
      reason: 'Type as chosen; P30 by its size.',
    });
  });
});

describe('times of a machine', () => {
  it('cross the line by the documented formula', () => {
    // 450 GiB over 100 Mbit/s: 450 × 8,192 ÷ (100 × 3,600) = 10.24 h.
    const own = facts({ inUseGiB: 450, provisionedGiB: 900, machinePeakChurnMBps: 2 });
    const { initialReplication, delta } = sizeMachine(own, 'vmware', { siteLinkMbps: 100, shared: {} });
    expect(range(delta)).toEqual([16, 20.8, 20.8]);
    expect(range(initialReplication)).toEqual([10.24, 16.16, 51.72]);
    expect(initialReplication.inputs).toContainEqual({ name: 'Data in use', value: 450, unit: 'GiB' });
    expect(initialReplication).toMatchObject({ unit: 'h', source: 'HV-DP', missing: [] });
  });

  it('are not made up where the line or the size is unknown', () => {
    const { initialReplication, delta } = sizeMachine(facts(), 'vmware', { siteLinkMbps: null, shared: {} });
    expect(initialReplication).toMatchObject({ likely: null, missing: ['inUseGiB', 'siteLinkMbps'] });
    expect(delta).toMatchObject({ likely: null, missing: ['machinePeakChurnMBps'] });
    const busy = sizeMachine(facts({ inUseGiB: 10, machinePeakChurnMBps: 50 }), 'vmware', { siteLinkMbps: 100, shared: {} });
    expect(busy.initialReplication.missing).toEqual(['siteLinkMbps: the changes alone take the whole line']);
  });

  it('use 23 % of the slowest disk between regions', () => {
    const own = facts({ disks: [{ id: 'a', sizeGiB: 1024 }], targetDiskType: 'Premium_LRS' });
    const { initialReplication } = sizeMachine(own, 'cross-region', { siteLinkMbps: null, shared: {} });
    // 1,024 GiB × 1,024 ÷ (0.23 × 200 MB/s × 3,600) = 6.33 h.
    expect(initialReplication.likely).toBe(6.33);
    expect(initialReplication.source).toBe('A2A-EN');
  });

  it('follow the largest disk of a classic item', () => {
    const own = facts({ disks: [{ id: 'a', sizeGiB: 800 }] });
    expect(range(sizeMachine(own, 'classic-vault', { siteLinkMbps: null, shared: {} }).initialReplication)).toEqual([1, 2, 11]);
  });

  it('add the time for making it bootable only where it is needed', () => {
    const windows = facts({ osFamily: 'windows', hasCompliantBootDrivers: true, dhcpServiceAutomatic: true });
    expect(range(machineCutover(windows, 'vmware'))).toEqual([28, 55, 155]);
    expect(range(machineCutover(windows, 'physical'))).toEqual([36, 65, 165]);
    expect(range(machineCutover(facts({ osFamily: 'linux' }), 'vmware'))).toEqual([36, 65, 165]);
    expect(range(machineCutover(windows, 'hyper-v'))).toEqual([28, 55, 155]);
    expect(waveCutover(25, 25).likely).toBe(125);
    expect(waveCutover(25, 25).inputs.map((one) => one.name)).not.toContain(CEILING);
  });

  it('of very many machines waits for what the service takes in an hour', () => {
    // 2,000 machines with compliant drivers fill an hour, as 1,000 that are made bootable do.
    const compliant = waveCutover(2000, 0);
    expect(compliant.inputs.find((one) => one.name === CEILING)?.value).toBe(60);
    // 60 minutes instead of 15 for the failover: 5 + 60 + 200 rounds of 30 + 5.
    expect(compliant.likely).toBe(5 + 60 + 6000 + 5);
    expect(waveCutover(1500, 500).inputs.find((one) => one.name === CEILING)?.value).toBe(60);
    expect(compliant.source).toContain('SCALE');
  });
});

describe('the forecast of waves', () => {
  const machine = (id: string, rest: Partial<MachineFacts>): Machine => ({
    id,
    scenario: 'vmware',
    isInScope: true,
    facts: facts(rest),
    statements: [],
    personValues: {},
  });
  const waves = [
    {
      waveId: 'w1',
      machines: [machine('a', { inUseGiB: 100, machinePeakChurnMBps: 5 }), machine('b', { inUseGiB: 200, machinePeakChurnMBps: 5 })],
    },
    { waveId: 'w2', machines: [machine('c', { inUseGiB: 300, machinePeakChurnMBps: 1 })] },
    { waveId: 'w3', machines: [machine('d', { inUseGiB: 300 }), machine('e', {})] },
  ];

  function forecasts() {
    return runToEnd(forecastWaves(waves, (scenario) => scenario, { siteLinkMbps: 1000, shared: {} }));
  }

  it('adds up sizes, traffic and data', () => {
    expect(forecasts().get('w1')).toMatchObject({
      sizes: [{ size: 'Standard_D4s_v5', count: 2 }],
      cores: 8,
      unsizedCount: 0,
      delta: { likely: 104 },
      appliances: { likely: 1 },
    });
  });

  it('takes the changes of earlier waves off the line: the one before likely, all of them at worst', () => {
    // 300 GiB: 2,457,600 Mbit. Best: 1,000 Mbit/s; likely: (1,000 − 104) × 0.8; worst: (1,000 − 104) × 0.5.
    expect(range(forecasts().get('w2')?.initialReplication ?? { low: null, likely: null, high: null })).toEqual([0.68, 0.95, 1.52]);
    // Wave 3: likely without the 10.4 of wave 2, worst without 114.4 of both.
    expect(range(forecasts().get('w3')?.initialReplication ?? { low: null, likely: null, high: null })).toEqual([0.68, 0.86, 1.54]);
  });

  it('says how many machines like these are over the line in 72 hours', () => {
    // 1,000 Mbit/s × 259,200 s ÷ (150 GiB × 8,192) = 210.9 machines over the whole line; 80 % and half of it else.
    expect(range(forecasts().get('w1')?.batch ?? NO_RANGE)).toEqual([105, 168, 210]);
    // Wave 2 has what the 104 Mbit/s of wave 1 leave: (1,000 − 104) × 0.5, × 0.8, and the whole line.
    expect(range(forecasts().get('w2')?.batch ?? NO_RANGE)).toEqual([47, 75, 105]);
    // The machine of unknown size is not in the average.
    expect(forecasts().get('w3')?.batch?.inputs[0]).toEqual({ name: 'Data in use of a machine, on average', value: 300, unit: 'GiB' });
    const open = batchSize({ machineCount: 0, usedGiB: 0 }, { lineMbps: null, taken: { low: 0, likely: 0, high: 0 } });
    expect([open.likely, open.missing]).toEqual([null, ['inUseGiB', 'siteLinkMbps']]);
  });

  it('names machines that it cannot count', () => {
    const third = forecasts().get('w3');
    expect(third?.delta.missing).toEqual(['machinePeakChurnMBps']);
    expect(third?.initialReplication.inputs).toContainEqual({ name: 'Machines of unknown size, not in it', value: 1, unit: '' });
  });
});
