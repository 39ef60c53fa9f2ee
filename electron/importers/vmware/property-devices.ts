import type { Disk, Nic } from '../../../shared/domain/machine.ts';
import { gibFromBytes } from '../fact-words.ts';
import { defined, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';

/** Disks among the devices of a machine's hardware: those that have a capacity. */
export function propertyDisks(item: unknown): Disk[] {
  const devices = listAt(item, 'config', 'hardware', 'device');
  return devices
    .filter((device) => (numberAt(device, 'capacityInKB') ?? numberAt(device, 'capacityInBytes')) !== undefined)
    .map((device, index) => {
      const kib = numberAt(device, 'capacityInKB');
      const sharing = textAt(device, 'backing', 'sharing');
      const compatibility = textAt(device, 'backing', 'compatibilityMode');
      const thin = valueAt(device, 'backing', 'thinProvisioned');
      return {
        id: textAt(device, 'deviceInfo', 'label') ?? `Hard disk ${index + 1}`,
        isOsDisk: index === 0,
        ...defined({
          sizeGiB: gibFromBytes(numberAt(device, 'capacityInBytes')) ?? (kib === undefined ? undefined : kib / 1024 ** 2),
          path: textAt(device, 'backing', 'fileName'),
          diskMode: textAt(device, 'backing', 'diskMode'),
          isThin: typeof thin === 'boolean' ? thin : undefined,
          isShared: sharing === undefined ? undefined : sharing.toLowerCase() !== 'sharingnone',
          bus:
            compatibility === undefined
              ? undefined
              : compatibility.toLowerCase().startsWith('virtual')
                ? ('rdmVirtual' as const)
                : ('rdmPhysical' as const),
        }),
      };
    });
}

/** Adapters among the devices: those that have a hardware address; addresses are what the guest told. */
export function propertyNics(item: unknown): Nic[] {
  const guest = listAt(item, 'guest', 'net');
  return listAt(item, 'config', 'hardware', 'device')
    .filter((device) => textAt(device, 'macAddress') !== undefined)
    .map((device, index) => {
      const mac = textAt(device, 'macAddress')?.toLowerCase();
      const told = guest.find((net) => textAt(net, 'macAddress')?.toLowerCase() === mac);
      const ip = listAt(told, 'ipAddress').flatMap((address) => (typeof address === 'string' ? [address] : []));
      return {
        id: textAt(device, 'deviceInfo', 'label') ?? `Network adapter ${index + 1}`,
        ...defined({
          mac,
          network: textAt(told, 'network') ?? textAt(device, 'backing', 'deviceName'),
          ip: ip.length === 0 ? undefined : ip,
        }),
      };
    });
}
