/** Azure regions that rules name, as the short names of the service. SOURCE beside each. */

/** REG-A2A 2026-05-05: access must be asked for. */
export const restrictedRegions: Readonly<Record<string, string>> = {
  switzerlandwest: 'Switzerland West',
  francesouth: 'France South',
  norwaywest: 'Norway West',
  jioindiacentral: 'JIO India Central',
  brazilsoutheast: 'Brazil Southeast',
  southafricawest: 'South Africa West',
  germanynorth: 'Germany North',
  uaecentral: 'UAE Central',
};

/** REG-A2A 2026-05-05: where Brazil South may replicate to. */
export const targetsOfBrazilSouth: ReadonlySet<string> = new Set([
  'brazilsoutheast',
  'southcentralus',
  'westcentralus',
  'eastus',
  'eastus2',
  'westus',
  'westus2',
  'northcentralus',
]);

/** REG-HV 2026-05-05 for the target of Hyper-V; A2A-SM 2026-01-01 for the vault between regions. */
export const regionsWithoutService: ReadonlySet<string> = new Set(['southcentralindia', 'northeastus5']);

/** `West Europe` and `westeurope` are the same region. */
export function regionKey(region: string): string {
  return region.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

export function isSameRegion(a: string, b: string): boolean {
  return regionKey(a) === regionKey(b);
}

export function isChinaRegion(region: string | null | undefined): boolean {
  return region !== null && region !== undefined && regionKey(region).startsWith('china');
}

export type Cloud = 'public' | 'usGov' | 'usDoD' | 'china';

/** The cloud that a region belongs to, by its name. */
export function cloudOf(region: string): Cloud {
  const key = regionKey(region);
  if (key.startsWith('usgov')) return 'usGov';
  if (key.startsWith('usdod')) return 'usDoD';
  return key.startsWith('china') ? 'china' : 'public';
}
