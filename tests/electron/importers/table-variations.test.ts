import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../electron/importers/importer.ts';
import { workbookOf } from '../../support/make-bad-files.ts';
import { inventoryOf } from '../../support/read-made-files.ts';

const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

/** A table with one row, given by column. */
function tableOf(row: Readonly<Record<string, string>>, separator = ','): string {
  const quoted = (text: string): string => (text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
  return `${Object.keys(row).join(separator)}\r\n${Object.values(row).map(quoted).join(separator)}\r\n`;
}

const SITE_RECOVERY = {
  VAULT_SUBSCRIPTION_ID: 'sub',
  VAULT_NAME: 'vault',
  SOURCE_MACHINE_NAME: 'web01',
  TARGET_MACHINE_NAME: 'az-web01',
  CONFIGURATION_SERVER: 'cs',
  PROCESS_SERVER: 'ps',
  TARGET_RESOURCE_GROUP: 'rg-target',
  TARGET_STORAGE_ACCOUNT: '',
  TARGET_STORAGE_ACCOUNT_RG: '',
  TARGET_LOGSTORAGE_ACCOUNT: 'log',
  TARGET_LOGSTORAGE_ACCOUNT_RG: 'rg',
  TARGET_VNET: 'vnet',
  TARGET_VNET_RG: 'rg',
  TARGET_SUBNET: 'snet',
  REPLICATION_POLICY: 'policy',
  ACCOUNT_NAME: 'acc',
  AVAILABILITY_SET: '',
  PRIVATE_IP: '10.2.0.4',
  MACHINE_SIZE: 'Standard_D4s_v5',
  TESTFAILOVER_RESOURCE_GROUP: 'rg-test',
  TESTFAILOVER_VNET: 'vnet-test',
};

describe('tables of Site Recovery at scale', () => {
  const expected = {
    name: 'web01',
    targetVmName: 'az-web01',
    targetVmSize: 'Standard_D4s_v5',
    targetResourceGroup: 'rg-target',
    targetNetwork: 'vnet',
    targetSubnet: 'snet',
    targetAddresses: ['10.2.0.4'],
    testNetwork: 'vnet-test',
  };
  const of23 = { ...SITE_RECOVERY, TARGET_NSG_NAME: 'nsg', TARGET_NSG_RESOURCE_GROUP: 'rg' };
  const of24 = { ...of23, RECOVERY_VM_MANAGED_DISK_TYPE: 'Premium_LRS' };

  test.each([
    [21, SITE_RECOVERY, {}],
    [23, of23, {}],
    [24, of24, { targetDiskType: 'Premium_LRS' }],
  ])('of %i columns say the same', async (count, row, more) => {
    expect(Object.keys(row)).toHaveLength(count);
    for (const [text, name] of [
      [tableOf(row), 'a.csv'],
      [tableOf(row, ';'), 'b.csv'],
    ] as const) {
      const inventory = await inventoryOf({ [name]: text });
      expect([inventory.formatId, factsOf(inventory)]).toEqual(['site-recovery-at-scale', [{ ...expected, ...more }]]);
    }
  });

  test('of agentless migration keep their go flags and take the updated target', async () => {
    const inventory = await inventoryOf({
      'agentless.csv': tableOf({
        AZMIGRATEPROJECT_NAME: 'p',
        SOURCE_MACHINE_NAME: 'web01',
        TARGET_MACHINE_NAME: 'old',
        UPDATED_TARGET_MACHINE_NAME: 'new',
        TARGET_MACHINE_SIZE: 'Standard_D2s_v5',
        AVAILABILITYZONE_NUMBER: '2',
        OK_TO_MIGRATE: 'N',
        OK_TO_TESTMIGRATE: 'Y',
      }),
    });
    expect(factsOf(inventory)).toMatchObject([
      { name: 'web01', targetVmName: 'new', targetAvailability: 'zone', goFlags: ['OK_TO_MIGRATE: no', 'OK_TO_TESTMIGRATE: yes'] },
    ]);
  });
});

describe('tables of Azure Migrate', () => {
  test('the import template with many disks, without stars and in another order', async () => {
    const row = {
      'Disk 2 size (In GB)': '200',
      'Disk 1 size (In GB)': '64',
      'OS name': 'Windows Server 2019',
      'Server name': 'fs01.corp.example',
      'Memory (In MB)': '8192',
      Cores: '4',
      'Boot type': 'UEFI',
      Hypervisor: 'Hyper-V',
      'IP addresses': '10.0.0.4;10.0.0.5',
    };
    const inventory = await inventoryOf({ 'template.csv': tableOf(row) });
    expect(inventory.formatId).toBe('azure-migrate-import-template');
    expect(inventory.machines[0]?.scenarioHint).toBe('hyper-v');
    expect(factsOf(inventory)).toMatchObject([
      {
        fqdn: 'fs01.corp.example',
        cpuCount: 4,
        memoryMiB: 8192,
        firmware: 'uefi',
        ipAddresses: ['10.0.0.4', '10.0.0.5'],
        disks: [{ sizeGiB: 64 }, { sizeGiB: 200 }],
      },
    ]);
  });

  test('an assessment counts a machine once, whatever sheets hold it, and keeps its disks', async () => {
    const machines = [
      [
        'Machine',
        'Azure VM readiness',
        'Recommended size',
        'Operating system',
        'Cores',
        'Memory(MB)',
        'Storage(GB)',
        'IP address',
        'MAC address',
      ],
      [
        'web01',
        'Ready',
        'Standard_D2s_v5',
        'Windows Server 2019',
        2,
        4096,
        100,
        '[10.0.0.4,fe80::1];[10.0.1.4];',
        '[00:50:56:00:00:01];[00:50:56:00:00:02];',
      ],
      ['old01', 'Unknown', 'Not applicable', 'Windows Server 2003', 1, 1024, 20, '', ''],
    ];
    const disks = [
      ['Machine', 'Disk name', 'Source disk size(GB)', 'Recommended disk type'],
      ['web01', 'scsi0:0', 60, 'Premium'],
      ['web01', 'scsi0:1', 40, 'Standard'],
      ['nobody', 'scsi0:0', 1, ''],
    ];
    const workbook = await workbookOf({ Assessment_Summary: [['Title', 'x']], all_assessed_disks: disks, ALL_ASSESSED_MACHINES: machines });
    const inventory = await inventoryOf({ 'assessment.xlsx': workbook });
    expect(inventory.formatTitle).toBe('Azure Migrate assessment');
    expect(factsOf(inventory)).toMatchObject([
      {
        name: 'web01',
        targetVmSize: 'Standard_D2s_v5',
        nics: [{ mac: '00:50:56:00:00:01', ip: ['10.0.0.4', 'fe80::1'] }, { mac: '00:50:56:00:00:02' }],
        disks: [
          { id: 'scsi0:0', sizeGiB: 60 },
          { id: 'scsi0:1', sizeGiB: 40 },
        ],
      },
      { name: 'old01', memoryMiB: 1024 },
    ]);
    expect(factsOf(inventory)[1]?.targetVmSize).toBeUndefined();
    expect(inventory.skipped).toMatchObject([{ what: 'nobody', reason: 'Its machine is in no sheet of machines.' }]);
  });

  test('an application inventory joins the rows of a machine', async () => {
    const workbook = await workbookOf({
      ApplicationInventory: [
        ['MachineName', 'Application', 'Version', 'Provider'],
        ['web01', 'IIS', '10', 'MS'],
        ['web01', 'Backup agent', '1.2', 'X'],
        ['db01', 'Java', '17', 'Y'],
      ],
      SQLServer: [
        ['MachineName', 'Instance Name', 'Edition', 'Version'],
        ['db01', 'MSSQLSERVER', 'Standard', '2019'],
      ],
    });
    expect(factsOf(await inventoryOf({ 'apps.xlsx': workbook }))).toMatchObject([
      { name: 'web01', software: ['IIS 10', 'Backup agent 1.2'] },
      { name: 'db01', databases: ['SQL Server Standard 2019 MSSQLSERVER'] },
    ]);
  });
});

describe('tables of AWS', () => {
  test('the import table of MGN with adapters and volumes, whatever the order', async () => {
    const inventory = await inventoryOf({
      'mgn.csv': tableOf({
        'mgn:launch:volume:/dev/sda1:type': 'gp3',
        'mgn:launch:nic:0:private-ip:0': '10.9.0.4',
        'mgn:wave:name': 'Wave 1',
        'mgn:app:name': 'Shop',
        'mgn:server:platform': 'windows',
        'mgn:server:fqdn-for-action-framework': 'web01.corp.example',
        'mgn:server:user-provided-id': 'id-1',
      }),
    });
    expect([inventory.formatId, factsOf(inventory)]).toMatchObject([
      'aws-mgn',
      [{ application: 'Shop', plannedWave: 'Wave 1', fqdn: 'web01.corp.example', osFamily: 'windows' }],
    ]);
  });

  test('the intake of the Migration Factory as a workbook with a title', async () => {
    const workbook = await workbookOf({
      Intake: [
        ['Intake form', null, null, null, null],
        ['wave_name', 'app_name', 'server_name', 'server_os_family', 'server_os_version'],
        ['Wave 1', 'Shop', 'web01', 'linux', 'redhat'],
        ['Wave 1', 'Shop', null, 'linux', 'redhat'],
      ],
    });
    const inventory = await inventoryOf({ 'intake.xlsx': workbook });
    expect(factsOf(inventory)).toMatchObject([{ name: 'web01', application: 'Shop', plannedWave: 'Wave 1', osDistro: 'rhel' }]);
    expect(inventory.skipped).toMatchObject([{ row: 4 }]);
  });
});

describe('lists of connections', () => {
  test.each([
    [
      'of Azure Migrate',
      'Time slot,Source server name,Source IP,Source application,Destination server name,Destination IP,Destination port\n2026-01-02T03:00:00Z,web01,10.0.0.4,IIS,db01,10.0.0.5,1433\n',
    ],
    ['of flow logs', 'srcaddr dstaddr srcport dstport protocol\n'.replaceAll(' ', ',').concat('10.0.0.4,10.0.0.5,50000,1433,6\n')],
    ['of a monitoring tool', 'Source Hostname;Destination Hostname;Destination Port;Protocol\nweb01;db01;1433;TCP\n'],
    ['drawn by hand', 'From,To,Port\nweb01,db01,"1,433"\n'],
  ])('%s are read by the names of their columns', async (_what, text) => {
    const { formatId, connections = [], skipped } = await inventoryOf({ 'list.csv': text });
    expect([formatId, connections.length, connections[0]?.port, skipped]).toEqual(['connection-list', 1, 1433, []]);
    expect(connections[0]?.protocol ?? 'tcp').toBe('tcp');
  });

  test('count the same connection once and name rows that lack an end', async () => {
    const { connections, skipped } = await inventoryOf({ 'list.csv': 'Source,Destination,Port\na,b,443\nA,B,443\na,,443\n' });
    expect(connections).toMatchObject([{ count: 2, row: 2 }]);
    expect(skipped).toMatchObject([{ row: 4, reason: 'It does not say where it goes.' }]);
  });
});

describe('portfolios of applications', () => {
  test('one application a row, with what it depends on', async () => {
    const { formatId, applications } = await inventoryOf({
      'apps.csv': 'Application;Business Owner;Business Criticality;Depends on\nShop;Sales;High;Billing, Mail\nBilling;Finance;Medium;\n',
    });
    expect(formatId).toBe('application-portfolio');
    expect(applications).toMatchObject([
      { name: 'Shop', owner: 'Sales', criticality: 'High', dependsOn: ['Billing', 'Mail'] },
      { name: 'Billing', dependsOn: [] },
    ]);
  });

  test('is no portfolio where it names machines', async () => {
    expect((await inventoryOf({ 'a.csv': 'Application,Owner,Criticality,Hostname\nShop,Sales,High,web01\n' })).formatId).toBe(
      'generic-table',
    );
  });
});
