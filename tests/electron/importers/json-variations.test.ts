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

test('JSON that breaks off is refused, also in the second of its documents', async () => {
  expect(await refusalOf({ 'a.json': '{"value":[1,2' })).toMatch(/^a\.json looks like JSON but is cut off or damaged/);
  expect(await refusalOf({ 'b.json': '{"value":[]}\n{"value":[{"name":"x"' })).toMatch(
    /^b\.json looks like JSON but is cut off or damaged/,
  );
});
