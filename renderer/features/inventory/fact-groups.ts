import type { MethodOutput } from '../../../shared/contract/methods.ts';

export type MachineView = MethodOutput<'machine.get'>;
export type FactView = MachineView['fields'][number];
export type FactGroup = 'identity' | 'business' | 'system' | 'size' | 'place' | 'target' | 'more';

const GROUP_ORDER: readonly FactGroup[] = ['business', 'size', 'system', 'place', 'identity', 'target', 'more'];

const FIELDS: Readonly<Record<string, FactGroup>> = {
  name: 'identity',
  fqdn: 'identity',
  biosId: 'identity',
  instanceId: 'identity',
  description: 'identity',
  application: 'business',
  environment: 'business',
  owner: 'business',
  criticality: 'business',
  downtimeBudgetMinutes: 'business',
  notes: 'business',
  osFamily: 'system',
  osName: 'system',
  osDistro: 'system',
  osVersion: 'system',
  osServicePack: 'system',
  osEdition: 'system',
  osBits: 'system',
  architecture: 'system',
  kernelVersion: 'system',
  firmware: 'system',
  isSecureBootOn: 'system',
  vmwareToolsStatus: 'system',
  vmwareToolsVersionStatus: 'system',
  powerState: 'system',
  cpuCount: 'size',
  memoryMiB: 'size',
  diskCount: 'size',
  provisionedGiB: 'size',
  inUseGiB: 'size',
  nicCount: 'size',
  snapshotCount: 'size',
  disks: 'size',
  volumes: 'size',
  nics: 'place',
  ipAddresses: 'place',
  site: 'place',
  folder: 'place',
  cluster: 'place',
  host: 'place',
  vcenterName: 'place',
  targetVmName: 'target',
  targetVmSize: 'target',
  targetRegion: 'target',
  targetDiskType: 'target',
  targetAvailability: 'target',
};

/** Facts under their headings, in the order in which people ask for them; a heading without a fact is left out. */
export function groupFacts(fields: readonly FactView[]): readonly { readonly group: FactGroup; readonly facts: readonly FactView[] }[] {
  return GROUP_ORDER.map((group) => ({ group, facts: fields.filter(({ name }) => (FIELDS[name] ?? 'more') === group) })).filter(
    ({ facts }) => facts.length > 0,
  );
}

/** The reading that counts, which is the last one. */
export function countingReading(fact: FactView): FactView['readings'][number] | null {
  return fact.readings.find((reading) => reading.counts) ?? fact.readings.at(-1) ?? null;
}

export interface SourceMoment {
  readonly source: string;
  readonly at: string;
}

/** The file and day that most facts were read from: said once, so that only the others have to be said beside their facts. */
export function mainSource(fields: readonly FactView[]): SourceMoment | null {
  const counts = new Map<string, { readonly moment: SourceMoment; count: number }>();
  for (const { source, at, sheet } of fields.flatMap((fact) => fact.readings)) {
    if (sheet === null) continue;
    const key = `${source}|${at}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { moment: { source, at }, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.moment ?? null;
}

/** Findings with what stops the machine first, then what is not known, then the rest; equal ones by rule. */
export function orderFindings(findings: MachineView['findings']): MachineView['findings'] {
  const rank = ({ outcome, severity }: MachineView['findings'][number]): number => {
    const stops = severity === 'refused' || severity === 'blocker';
    if (outcome === 'raised') return severity === 'refused' ? 0 : stops ? 1 : severity === 'warning' ? 3 : 5;
    return stops ? 2 : severity === 'warning' ? 4 : 6;
  };
  return findings.toSorted((a, b) => rank(a) - rank(b) || (a.ruleId < b.ruleId ? -1 : 1));
}
