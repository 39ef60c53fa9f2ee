import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../electron/importers/importer.ts';
import { inventoryOf, refusalOf } from '../../support/read-made-files.ts';

const json = (value: unknown): string => JSON.stringify(value);
const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

describe('machines of vSphere as JSON', () => {
  test.each([
    [
      'properties of vCenter',
      {
        virtualMachines: [
          {
            self: { type: 'VirtualMachine', value: 'vm-7' },
            name: 'v1',
            config: {
              uuid: '42100000-0000-4000-8000-000000000001',
              guestFullName: 'Red Hat Enterprise Linux 8 (64-bit)',
              firmware: 'efi',
              version: 'vmx-19',
              hardware: {
                numCPU: 2,
                memoryMB: 4096,
                device: [
                  {
                    key: 2000,
                    capacityInKB: 10_485_760,
                    deviceInfo: { label: 'Hard disk 1' },
                    backing: { fileName: '[ds] v1.vmdk', diskMode: 'persistent', sharing: 'sharingNone' },
                  },
                  { key: 4000, macAddress: '00:50:56:00:00:09', deviceInfo: { label: 'Network adapter 1' } },
                ],
              },
            },
            guest: {
              hostName: 'v1.corp.example',
              toolsStatus: 'toolsOk',
              net: [{ macAddress: '00:50:56:00:00:09', network: 'LAN', ipAddress: ['10.0.0.9'] }],
            },
            runtime: { powerState: 'poweredOn' },
          },
        ],
      },
      {
        disks: [{ id: 'Hard disk 1', sizeGiB: 10, isShared: false }],
        nics: [{ ip: ['10.0.0.9'], network: 'LAN' }],
        fqdn: 'v1.corp.example',
        vmwareToolsStatus: 'running',
      },
    ],
    [
      'the inventory of a conversion tool',
      [
        {
          id: 'vm-7',
          name: 'v1',
          uuid: '42100000-0000-4000-8000-000000000001',
          powerState: 'poweredOn',
          cpuCount: 2,
          memoryMB: 4096,
          guestName: 'Red Hat Enterprise Linux 8',
          firmware: 'efi',
          disks: [{ file: '[ds] v1.vmdk', capacity: 10_737_418_240, shared: false }],
          nics: [{ mac: '00:50:56:00:00:09' }],
          concerns: [{ label: 'Changed Block Tracking is off' }],
        },
      ],
      { disks: [{ sizeGiB: 10, isShared: false }], healthMessages: ['Changed Block Tracking is off'] },
    ],
    ['the REST service', { value: [{ vm: 'vm-7', name: 'v1', power_state: 'POWERED_ON', cpu_count: 2, memory_size_MiB: 4096 }] }, {}],
    [
      'a playbook',
      {
        virtual_machines: [
          {
            guest_name: 'v1',
            moid: 'vm-7',
            uuid: '42100000-0000-4000-8000-000000000001',
            power_state: 'poweredOn',
            allocated: { cpu: 2, memory: 4096 },
            ip_address: '10.0.0.9',
            mac_address: ['00:50:56:00:00:09'],
          },
        ],
      },
      { ipAddresses: ['10.0.0.9'], nics: [{ mac: '00:50:56:00:00:09' }] },
    ],
  ])('as %s', async (_what, value, more) => {
    const inventory = await inventoryOf({ 'vms.json': json(value) });
    expect([inventory.formatId, inventory.skipped]).toEqual(['vmware-json', []]);
    expect(factsOf(inventory)).toMatchObject([{ name: 'v1', instanceId: 'vm-7', powerState: 'on', cpuCount: 2, memoryMiB: 4096, ...more }]);
  });
});

describe('other words of vSphere for the same', () => {
  const detail = {
    name: 'v1',
    power_state: 'POWERED_ON',
    guest_OS: 'WINDOWS_SERVER_2019',
    identity: { bios_uuid: '42100000-0000-4000-8000-000000000001', instance_uuid: '50200000-0000-4000-8000-000000000001' },
    cpu: { count: 2, cores_per_socket: 1 },
    memory: { size_MiB: 4096 },
    boot: { type: 'EFI' },
    hardware: { version: 'VMX_19' },
  };
  const disk = { label: 'Hard disk 1', type: 'SCSI', capacity: 10_737_418_240, backing: { vmdk_file: '[ds] v1.vmdk' } };
  const nic = { label: 'Network adapter 1', mac_address: '00:50:56:00:00:09', backing: { network: 'dvportgroup-1' } };

  test.each([
    ['maps, as the service writes since version 7', { ...detail, disks: { 2000: disk }, nics: { 4000: nic } }],
    ['pairs in a wrapper, as before', { value: { ...detail, disks: [{ key: '2000', value: disk }], nics: [{ key: '4000', value: nic }] } }],
  ])('one machine in full, in %s', async (_what, value) => {
    expect(factsOf(await inventoryOf({ 'vm.json': json(value) }))).toMatchObject([
      {
        name: 'v1',
        powerState: 'on',
        osVersion: '2019',
        firmware: 'uefi',
        cpuCount: 2,
        memoryMiB: 4096,
        vmHardwareVersion: 'vmx-19',
        disks: [{ id: 'Hard disk 1', sizeGiB: 10, bus: 'scsi', path: '[ds] v1.vmdk' }],
        nics: [{ mac: '00:50:56:00:00:09', network: 'dvportgroup-1' }],
      },
    ]);
  });

  test.each([
    ['UBUNTU_64', { osDistro: 'ubuntu', osBits: 64 }],
    ['RHEL_8_64', { osDistro: 'rhel', osVersion: '8', osBits: 64 }],
    // Windows 9 is the kernel of several releases, which is no reason to name one.
    ['WINDOWS_9_SERVER_64', { osFamily: 'windows', osVersion: undefined }],
  ])('system %s', async (guest_OS, expected) => {
    const [facts] = factsOf(await inventoryOf({ 'vm.json': json({ ...detail, guest_OS }) }));
    expect({ osVersion: undefined, ...facts }).toMatchObject(expected);
  });

  test('what PowerCLI writes, with numbers for states', async () => {
    const vm = {
      Name: 'v1',
      PowerState: 1,
      NumCpu: 2,
      MemoryGB: 4,
      VMHost: { Name: 'esx1' },
      Guest: { OSFullName: 'Debian 12', IPAddress: ['10.0.0.9'] },
      Id: 'VirtualMachine-vm-7',
    };
    expect(factsOf(await inventoryOf({ 'v.json': json([vm]) }))).toMatchObject([
      { name: 'v1', instanceId: 'vm-7', powerState: 'on', memoryMiB: 4096, host: 'esx1', osVersion: '12', ipAddresses: ['10.0.0.9'] },
    ]);
  });

  test('summaries alone', async () => {
    const config = {
      name: 's1',
      uuid: '42100000-0000-4000-8000-000000000002',
      numCpu: 2,
      memorySizeMB: 4096,
      guestFullName: 'CentOS 7 (64-bit)',
    };
    const summary = { config, runtime: { powerState: 'poweredOff' }, guest: { ipAddress: '10.0.0.9' } };
    expect(factsOf(await inventoryOf({ 's.json': json([{ summary }]) }))).toMatchObject([
      { name: 's1', powerState: 'off', cpuCount: 2, memoryMiB: 4096, osVersion: '7', ipAddresses: ['10.0.0.9'] },
    ]);
  });
});

test('a list inside an answer of any program is a table like any other', async () => {
  const records = { result: [{ name: 'a', os: 'Linux Red Hat', os_version: '8.6', ram: '8192', cpu_count: '2', used_for: 'Production' }] };
  expect(factsOf(await inventoryOf({ 'cmdb.json': json(records) }))).toMatchObject([
    { name: 'a', osDistro: 'rhel', osVersion: '8.6', memoryMiB: 8192, cpuCount: 2, environment: 'Production' },
  ]);
});

test('JSON that breaks off is refused, also in the second of its documents', async () => {
  expect(await refusalOf({ 'a.json': '{"value":[1,2' })).toMatch(/^a\.json looks like JSON but is cut off or damaged/);
  expect(await refusalOf({ 'b.json': '{"value":[]}\n{"value":[{"name":"x"' })).toMatch(
    /^b\.json looks like JSON but is cut off or damaged/,
  );
});
