import type { Disk, MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { powerStateOf, statedFacts } from '../fact-words.ts';
import { flagAt, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import { addressesOf, plainPowerState } from './virtual-machine-records.ts';

/** What one record of Resource Graph or the compute service states; what it leaves out stays unknown. */
export function factsOfAzureVm(item: unknown): Partial<MachineFacts> {
  const properties = valueAt(item, 'properties');
  const view = valueAt(properties, 'extended', 'instanceView') ?? valueAt(properties, 'instanceView');
  const system = systemOf(properties, view);
  const generation = generationOf(properties, view);
  const family = textAt(properties, 'storageProfile', 'osDisk', 'osType')?.toLowerCase();
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      ...(family === 'windows' || family === 'linux' ? { osFamily: family } : {}),
      sourceIsAzureVm: true,
      biosId: uuidOf(textAt(properties, 'vmId')),
      instanceId: textAt(item, 'id')?.toLowerCase(),
      vmSize: textAt(properties, 'hardwareProfile', 'vmSize') ?? textAt(item, 'vmSize'),
      cpuCount: numberAt(properties, 'hardwareProfile', 'vmSizeProperties', 'vCPUsAvailable'),
      sourceRegion: textAt(item, 'location'),
      zone: textAt({ zone: listAt(item, 'zones')[0] }, 'zone'),
      folder: textAt(item, 'resourceGroup') ?? /\/resourceGroups\/([^/]+)/i.exec(textAt(item, 'id') ?? '')?.[1],
      tenant: textAt(item, 'tenantId'),
      provisioningState: textAt(properties, 'provisioningState'),
      powerState: powerStateOf(plainPowerState(item)) ?? powerOf(view),
      ipAddresses: addressesOf(item),
      vmAgentStatus: textAt(listAt(view, 'vmAgent', 'statuses')[0], 'displayStatus'),
      vmGeneration: generation === '1' ? 1 : generation === '2' ? 2 : undefined,
      firmware: generation === '1' ? 'bios' : generation === '2' ? 'uefi' : undefined,
      isSecureBootOn: flagAt(properties, 'securityProfile', 'uefiSettings', 'secureBootEnabled'),
      securityType: securityOf(textAt(properties, 'securityProfile', 'securityType')),
      onDedicatedHost: textAt(properties, 'host', 'id') === undefined ? undefined : true,
      extensions: extensionsOf(item),
      licenseType: textAt(properties, 'licenseType'),
      createdOn: instantOf(textAt(properties, 'timeCreated')),
      tags: tagsOf(valueAt(item, 'tags')),
      nicCount: listAt(properties, 'networkProfile', 'networkInterfaces').length || undefined,
    }),
  };
}

export function disksOfAzureVm(item: unknown): Disk[] {
  const storage = valueAt(item, 'properties', 'storageProfile');
  const os = valueAt(storage, 'osDisk');
  const system = os === undefined ? [] : [diskOf(os, { id: 'OS disk', isOsDisk: true })];
  const data = listAt(storage, 'dataDisks').map((disk, index) =>
    diskOf(disk, { id: `Data disk ${textAt(disk, 'lun') ?? index}`, isOsDisk: false }),
  );
  return [...system, ...data];
}

/** What the guest agent says counts before the image the machine was once made from. */
function systemOf(properties: unknown, view: unknown): string | undefined {
  const guest = [textAt(view, 'osName'), textAt(view, 'osVersion')].filter((part) => part !== undefined);
  if (guest.length > 0) return guest.join(' ');
  const offer = textAt(properties, 'storageProfile', 'imageReference', 'offer');
  const sku = textAt(properties, 'storageProfile', 'imageReference', 'sku');
  if (offer === undefined) return undefined;
  if (/windowsserver/i.test(offer)) return `Windows Server ${(sku ?? '').replaceAll('-', ' ')}`.trim();
  // `22_04-lts-gen2`
  return [offer, sku?.replaceAll('_', '.')].filter((part) => part !== undefined).join(' ');
}

/** What runs says it; else an image of the second generation has it in its name, and one of the first may or may not. */
function generationOf(properties: unknown, view: unknown): string | undefined {
  const stated = /v?(\d)/i.exec(textAt(view, 'hyperVGeneration') ?? textAt(properties, 'hyperVGeneration') ?? '')?.[1];
  const sku = textAt(properties, 'storageProfile', 'imageReference', 'sku') ?? '';
  return stated ?? (/(?:^|-)(?:gen2|g2)(?:-|$)/i.test(sku) ? '2' : undefined);
}

function powerOf(view: unknown): MachineFacts['powerState'] {
  const direct = textAt(view, 'powerState', 'displayStatus') ?? textAt(view, 'powerState', 'code');
  const status = listAt(view, 'statuses')
    .map((entry) => textAt(entry, 'code'))
    .find((code) => code?.startsWith('PowerState/') === true);
  return powerStateOf((direct ?? status)?.replace('PowerState/', ''));
}

function securityOf(type: string | undefined): MachineFacts['securityType'] {
  const key = type?.toLowerCase();
  if (key === 'trustedlaunch') return 'trustedLaunch';
  return key === 'confidentialvm' ? 'confidential' : undefined;
}

function diskOf(disk: unknown, base: { readonly id: string; readonly isOsDisk: boolean }): Disk {
  const isManaged = valueAt(disk, 'managedDisk') !== undefined ? true : valueAt(disk, 'vhd') !== undefined ? false : undefined;
  const found = {
    sizeGiB: numberAt(disk, 'diskSizeGB') ?? numberAt(disk, 'diskSizeGb'),
    diskType: textAt(disk, 'managedDisk', 'storageAccountType'),
    isManaged,
    isWriteAccelerator: flagAt(disk, 'writeAcceleratorEnabled'),
    cachingMode: textAt(disk, 'caching'),
    isEncrypted: flagAt(disk, 'encryptionSettings', 'enabled'),
    isTemporary: textAt(disk, 'diffDiskSettings', 'option') === undefined ? undefined : true,
  };
  return { ...base, ...(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Partial<Disk>) };
}

function extensionsOf(item: unknown): string[] | undefined {
  const names = listAt(item, 'resources').flatMap((resource) => textAt(resource, 'name') ?? []);
  return names.length === 0 ? undefined : names;
}

function tagsOf(tags: unknown): string[] | undefined {
  if (typeof tags !== 'object' || tags === null) return undefined;
  const words = Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [`${key}=${value}`.slice(0, 300)] : []));
  return words.length === 0 ? undefined : words;
}

function uuidOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
}

function instantOf(text: string | undefined): string | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
