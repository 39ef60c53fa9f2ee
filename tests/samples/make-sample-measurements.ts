import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { sampleApplications } from './sample-estate.data.ts';
import { machinesOf, type SampleMachine } from './sample-machines.ts';

/**
 * Writes the table that a monitoring tool and a planning meeting would have given: change rates, target sizes, answers of owners. The third
 * source of the sample engagement. Run it after changing the data: `node tests/samples/make-sample-measurements.ts`.
 */
const HEADER = [
  'Name',
  'Peak change rate',
  'Change per day',
  'Target size',
  'Multipath in the guest',
  'Chained I/O',
  'Days profiled',
  'Antivirus exclusions set',
  'Owner',
];
const SIZE_STEPS = [2, 4, 8, 16, 32, 48, 64];

/** Owners that this table names otherwise than the hypervisor does: a person has to say who is right. */
const OTHER_OWNERS: Readonly<Record<string, string>> = { gate: 'Harbour Engineering', doc: 'Legal and Compliance' };

/** Memory per core decides the family: 4 GiB for D, 8 GiB for E. */
function targetSize({ tier }: SampleMachine): string {
  const cores = SIZE_STEPS.find((step) => step >= tier.cpu && step * 8 >= tier.memoryGiB) ?? 64;
  return tier.memoryGiB <= cores * 4 ? `Standard_D${cores}s_v5` : `Standard_E${cores}s_v5`;
}

/** Databases write most; the busiest writes more than Site Recovery carries for one machine. */
function peakMBps({ tier, number }: SampleMachine): number {
  if (tier.role.startsWith('db')) return number % 17 === 0 ? 61 : 1 + (number % 3) * 0.5;
  return 0.2 + (number % 5) * 0.1;
}

function rowOf(machine: SampleMachine): string[] {
  const isMeasured = machine.quirk !== 'off' && machine.quirk !== 'no-tools' && machine.number % 13 !== 0;
  const peak = peakMBps(machine);
  return [
    machine.name,
    isMeasured ? peak.toFixed(1) : '',
    isMeasured ? (peak * 1.6).toFixed(1) : '',
    targetSize(machine),
    isMeasured ? 'no' : '',
    machine.tier.os.includes('Windows') || !isMeasured ? '' : 'no',
    isMeasured ? '31' : '',
    machine.number % 4 === 0 ? '' : 'yes',
    OTHER_OWNERS[machine.application.short] ?? '',
  ];
}

export function makeSampleMeasurements(): string {
  return [HEADER, ...machinesOf(sampleApplications).map(rowOf)].map((cells) => `${cells.join(',')}\r\n`).join('');
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(path.join(import.meta.dirname, '../../resources/sample/sample-measurements.csv'), makeSampleMeasurements());
}
