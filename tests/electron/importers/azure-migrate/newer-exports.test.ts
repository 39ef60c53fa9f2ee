import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../../electron/importers/importer.ts';
import { workbookOf } from '../../../support/make-bad-files.ts';
import { inventoryOf } from '../../../support/read-made-files.ts';

const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

describe('the newer assessment export of Azure Migrate', () => {
  const MACHINES = [
    [
      'SERVER_NAME',
      'MIGRATION_READINESS',
      'RECOMMENDED_COMPUTE_SKU',
      'OPERATING_SYSTEM_NAME',
      'OS_VERSION',
      'OS_ARCHITECTURE',
      'BOOT_TYPE',
      'TOTAL_DISKS_COUNT',
      'ONPREM_STORAGE_GB',
      'ONPREM_CORES_COUNT',
      'ONPREM_MEMORY_MB',
      'NETWORK_ADAPTERS_COUNT',
      'SOURCE_SYSTEM',
      'IP_ADDRESS',
      'MAC_ADDRESS',
      'RESOURCE_TAGS',
    ],
    [
      'web01',
      'Ready',
      'Standard_D4as_v5',
      'Windows Server 2016',
      '10.0.14393',
      'x64',
      'BIOS',
      2,
      150,
      4,
      8192,
      1,
      'VMware',
      '10.0.0.4,fe80::1',
      '00:50:56:AA:00:01',
      'env:prod',
    ],
    [
      'lin01',
      'Ready',
      'Skipped',
      'Debian GNU/Linux',
      '12',
      'x64',
      'UEFI',
      1,
      40,
      2,
      4096,
      1,
      'Hyper-V',
      '10.0.0.5',
      '00:15:5D:00:00:01',
      null,
    ],
  ] as const;

  test('is read in its own words, with disks, and a database adds no second machine', async () => {
    const workbook = await workbookOf({
      Assessment_Settings: [
        ['Setting', 'Value'],
        ['Target', 'West Europe'],
      ],
      SQLinstance_to_AzureSQLVM: [
        ['SERVER', 'SQL_INSTANCE', 'ONPREM_STORAGE_GB'],
        ['web01', 'MSSQLSERVER', 80],
      ],
      Server_to_AzureVM: MACHINES,
      Asessed_Disks: [
        ['SERVER_NAME', 'DISK_NAME', 'SOURCE_DISK_SIZE_GB'],
        ['web01', 'scsi0:0', 100],
        ['web01', 'scsi0:1', 50],
      ],
    });
    const inventory = await inventoryOf({ 'Strategy.xlsx': workbook });
    expect([inventory.formatId, inventory.formatTitle, inventory.skipped]).toEqual([
      'azure-migrate-workbook',
      'Azure Migrate assessment',
      [],
    ]);
    expect(factsOf(inventory)).toMatchObject([
      {
        name: 'web01',
        osVersion: '2016',
        osBits: 64,
        firmware: 'bios',
        cpuCount: 4,
        memoryMiB: 8192,
        provisionedGiB: 150,
        targetVmSize: 'Standard_D4as_v5',
        disks: [{ id: 'scsi0:0', sizeGiB: 100 }, { sizeGiB: 50 }],
        nics: [{ mac: '00:50:56:aa:00:01', ip: ['10.0.0.4', 'fe80::1'] }],
        tags: ['env:prod'],
      },
      { name: 'lin01', osDistro: 'debian', osVersion: '12', firmware: 'uefi' },
    ]);
    expect(factsOf(inventory)[1]?.targetVmSize).toBeUndefined();
    expect(inventory.machines.map(({ scenarioHint }) => scenarioHint)).toEqual(['vmware', 'hyper-v']);
  });

  test.each([
    ['the newer words', MACHINES.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n'), 2],
    [
      'the older words',
      'Machine,Azure VM readiness,Recommended size,Operating system,Cores,Memory(MB)\nweb01,Ready,Standard_D4as_v5,Windows Server 2016,4,8192\n',
      1,
    ],
  ])('is known as a text table too, in %s', async (_what, text, count) => {
    const inventory = await inventoryOf({ 'machines.csv': text });
    expect([inventory.formatId, inventory.machines.length]).toEqual(['azure-migrate-workbook', count]);
    expect(factsOf(inventory)[0]).toMatchObject({ name: 'web01', cpuCount: 4, memoryMiB: 8192, targetVmSize: 'Standard_D4as_v5' });
  });
});

test('records of the discovery service that a tool flattened into columns are the same machines', async () => {
  const columns: Readonly<Record<string, string | number | boolean>> = {
    armId: '/subscriptions/0/resourceGroups/r/providers/Microsoft.OffAzure/VMwareSites/s/machines/vc_1',
    resourceName: 'vc_1',
    'properties.displayName': 'web01',
    'properties.numberOfProcessorCore': 4,
    'properties.allocatedMemoryInMB': 8192,
    'properties.guestOSDetails.osName': 'Windows Server 2016',
    'properties.firmware': 'bios',
    'properties.disks[0].label': 'Hard disk 1',
    'properties.disks[0].maxSizeInBytes': 107_374_182_400,
    'properties.disks[1].label': 'Hard disk 2',
    'properties.disks[1].maxSizeInBytes': 53_687_091_200,
    'properties.networkAdapters[0].macAddress': '00:50:56:AA:00:01',
    'properties.networkAdapters[0].ipAddressList': '["10.0.0.4","fe80::1"]',
    'properties.__proto__.polluted': 'yes',
  };
  const inventory = await inventoryOf({
    'Discovery.xlsx': await workbookOf({ ARGData: [Object.keys(columns), Object.values(columns)] }),
  });
  expect(inventory.formatId).toBe('azure-migrate-discovery');
  expect(inventory.machines[0]?.scenarioHint).toBe('vmware');
  expect(factsOf(inventory)).toMatchObject([
    {
      name: 'web01',
      cpuCount: 4,
      memoryMiB: 8192,
      osVersion: '2016',
      disks: [
        { id: 'Hard disk 1', sizeGiB: 100 },
        { id: 'Hard disk 2', sizeGiB: 50 },
      ],
      nics: [{ mac: '00:50:56:aa:00:01', ip: ['10.0.0.4', 'fe80::1'] }],
    },
  ]);
  expect('polluted' in {}).toBe(false);
});
