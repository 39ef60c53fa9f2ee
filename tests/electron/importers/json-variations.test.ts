import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../electron/importers/importer.ts';
import { awsAnswers } from '../../support/make-aws-answers.ts';
import { inventoryOf, refusalOf } from '../../support/read-made-files.ts';

const json = (value: unknown): string => JSON.stringify(value);
const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);
const namesOf = (inventory: ReadInventory): string[] => factsOf(inventory).map(({ name }) => name);
const isIncomplete = ({ warnings }: ReadInventory): boolean =>
  warnings.some((warning) => warning.startsWith('This is one page of a longer answer'));

describe('instances of AWS', () => {
  const { instances } = awsAnswers() as { instances: { Reservations: { Instances: object[] }[] } };
  const [first, second] = instances.Reservations;
  const page = (reservation: unknown, next?: string): object => ({
    Reservations: [reservation],
    ...(next === undefined ? {} : { NextToken: next }),
  });

  test.each([
    ['a bare list', json(instances.Reservations.flatMap((reservation) => reservation.Instances))],
    ['lists in a list', json(instances.Reservations.map((reservation) => reservation.Instances))],
    ['a list of reservations', json(instances.Reservations)],
    ['pages in a list', json([page(first, 'x'), page(second)])],
    ['pages one after another', `${json(page(first, 'x'))}\n${json(page(second))}\n`],
    ['one instance a line', instances.Reservations.flatMap(({ Instances }) => Instances.map(json)).join('\n')],
  ])('as %s are all there', async (_what, text) => {
    const inventory = await inventoryOf({ 'ec2.json': text });
    expect([inventory.formatId, namesOf(inventory), isIncomplete(inventory)]).toEqual(['aws-ec2-instances', ['web-a', 'web-b'], false]);
  });

  test('of one page of many are said to be incomplete, in whatever order pages come', async () => {
    expect(isIncomplete(await inventoryOf({ 'p1.json': json(page(first, 'x')) }))).toBe(true);
    expect(isIncomplete(await inventoryOf({ 'p2.json': json(page(second)), 'p1.json': json(page(first, 'x')) }))).toBe(false);
  });

  test('written by PowerShell are read too', async () => {
    const [one] = first?.Instances ?? [];
    const inventory = await inventoryOf({
      'ps.json': json([{ Instances: [{ ...one, State: { Code: 16, Name: { Value: 'running' } }, InstanceType: { Value: 'm5.large' } }] }]),
    });
    expect(factsOf(inventory)).toMatchObject([{ name: 'web-a', powerState: 'on', instanceType: 'm5.large' }]);
  });
});

describe('instances of AWS with what other commands answer', () => {
  const instance = {
    InstanceId: 'i-1',
    InstanceType: 'm5.large',
    ImageId: 'ami-1',
    PrivateIpAddress: '10.1.2.3',
    State: { Name: 'running' },
  };

  test('take processors and memory from the types, the system from the image', async () => {
    const inventory = await inventoryOf({
      'instances.json': json({ Reservations: [{ Instances: [{ ...instance, PlatformDetails: 'Windows' }] }] }),
      'types.json': json({ InstanceTypes: [{ InstanceType: 'm5.large', VCpuInfo: { DefaultVCpus: 2 }, MemoryInfo: { SizeInMiB: 8192 } }] }),
      'images.json': json({ Images: [{ ImageId: 'ami-1', Name: 'Windows_Server-2016-English-Full-Base-2024.01.01' }] }),
    });
    expect(factsOf(inventory)).toMatchObject([{ cpuCount: 2, memoryMiB: 8192, osVersion: '2016', ipAddresses: ['10.1.2.3'] }]);
  });

  test('do not take the name that AWS makes of an address for a full name', async () => {
    const names = ['ip-10-1-2-3.ec2.internal', 'db.corp.example'].map((PrivateDnsName, index) => ({
      ...instance,
      InstanceId: `i-${index}`,
      PrivateDnsName,
    }));
    expect(factsOf(await inventoryOf({ 'i.json': json(names) })).map(({ fqdn }) => fqdn)).toEqual([undefined, 'db.corp.example']);
  });

  test('as a query made lists in a list of them, are a table whose machines without a name go by their id', async () => {
    const lists = [[{ InstanceId: 'i-1', Name: 'web', PrivateIp: '10.0.0.1' }], [{ InstanceId: 'i-2', Name: null, PrivateIp: '10.0.0.2' }]];
    expect(factsOf(await inventoryOf({ 'q.json': json(lists) }))).toMatchObject([
      { name: 'web', instanceId: 'i-1', ipAddresses: ['10.0.0.1'] },
      { name: 'i-2', instanceId: 'i-2' },
    ]);
  });
});

const ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines';
const azureVm = (name: string, more: object = {}): object => ({
  id: `${ID}/${name}`,
  name,
  type: 'Microsoft.Compute/virtualMachines',
  location: 'westeurope',
  properties: {
    vmId: '11111111-2222-4333-8444-555566667777',
    hardwareProfile: { vmSize: 'Standard_D2s_v5' },
    storageProfile: {
      osDisk: { osType: 'Linux', diskSizeGB: 30, managedDisk: { storageAccountType: 'Premium_LRS' } },
      dataDisks: [{ lun: 0, diskSizeGB: 64 }],
    },
  },
  ...more,
});

describe('machines of Azure', () => {
  const plain = { name: 'a', osFamily: 'linux', vmSize: 'Standard_D2s_v5', sourceRegion: 'westeurope' };

  test.each([
    ['value', json({ value: [azureVm('a')] })],
    ['data', json({ totalRecords: 1, count: 1, data: [azureVm('a')], resultTruncated: 'false' })],
    ['a bare list', json([azureVm('a')])],
    ['one record', json(azureVm('a'))],
    [
      'the command line, without properties',
      json([{ ...azureVm('a'), properties: undefined, ...(azureVm('a') as { properties: object }).properties }]),
    ],
    [
      'PowerShell, with capitals',
      json({
        Id: `${ID}/a`,
        Name: 'a',
        Location: 'westeurope',
        VmId: '11111111-2222-4333-8444-555566667777',
        HardwareProfile: { VmSize: 'Standard_D2s_v5' },
        StorageProfile: {
          OsDisk: { OsType: 'Linux', DiskSizeGB: 30, ManagedDisk: { StorageAccountType: 'Premium_LRS' } },
          DataDisks: [{ Lun: 0, DiskSizeGB: 64 }],
        },
      }),
    ],
  ])('in an answer as %s say the same', async (_what, text) => {
    const inventory = await inventoryOf({ 'vms.json': text });
    expect([inventory.formatId, inventory.skipped]).toEqual(['azure-virtual-machines', []]);
    expect(factsOf(inventory)).toMatchObject([
      { ...plain, disks: [{ sizeGiB: 30, diskType: 'Premium_LRS', isOsDisk: true }, { sizeGiB: 64 }] },
    ]);
  });

  test('in the table that the portal saves say the same', async () => {
    const { properties } = azureVm('a') as { properties: object };
    const cell = json(properties).replaceAll('"', '""');
    const csv = `id,name,type,location,properties\n${ID}/a,a,microsoft.compute/virtualmachines,westeurope,"${cell}"\n${ID}/x,x,microsoft.compute/disks,westeurope,{}\n`;
    const inventory = await inventoryOf({ 'graph.csv': csv });
    expect(factsOf(inventory)).toMatchObject([plain]);
    expect(inventory.skipped).toMatchObject([{ reason: 'It is not a virtual machine but microsoft.compute/disks.' }]);
  });

  test('with what the command line adds for details', async () => {
    const inventory = await inventoryOf({
      'vms.json': json([azureVm('a', { powerState: 'VM deallocated', privateIps: '10.0.0.4,10.0.0.5' })]),
    });
    expect(factsOf(inventory)).toMatchObject([{ powerState: 'off', ipAddresses: ['10.0.0.4', '10.0.0.5'] }]);
  });

  test('are told by their id where a query or a command leaves the rest away', async () => {
    const made = {
      id: `${ID}/a`,
      location: 'westeurope',
      macAddress: '00-0D-3A-00-00-01',
      privateIpAddress: '10.0.0.4',
      powerState: 'VM running',
    };
    const graph = { data: [{ id: `${ID}/a`, vmSize: 'Standard_D2s_v5', powerState: 'PowerState/running' }], total_records: 1 };
    expect(factsOf(await inventoryOf({ 'made.json': json(made) }))).toMatchObject([
      { name: 'a', powerState: 'on', sourceIsAzureVm: true, nics: [{ mac: '00:0d:3a:00:00:01', ip: ['10.0.0.4'] }] },
    ]);
    expect(factsOf(await inventoryOf({ 'graph.json': json(graph) }))).toMatchObject([
      { name: 'a', vmSize: 'Standard_D2s_v5', powerState: 'on' },
    ]);
  });

  test('in columns that a query made up are a table like any other', async () => {
    const inventory = await inventoryOf({ 'q.json': json({ data: [{ name: 'a', vmSize: 'Standard_D2s_v5' }], total_records: 1 }) });
    expect([inventory.formatId, factsOf(inventory)]).toMatchObject(['generic-table', [{ name: 'a', vmSize: 'Standard_D2s_v5' }]]);
  });

  test('say by their image which generation and version they are', async () => {
    const vm = azureVm('a') as { properties: { storageProfile: object } };
    const { storageProfile } = vm.properties;
    const image = { offer: '0001-com-ubuntu-server-jammy', sku: '22_04-lts-gen2' };
    const value = { ...vm, properties: { ...vm.properties, storageProfile: { ...storageProfile, imageReference: image } } };
    expect(factsOf(await inventoryOf({ 'a.json': json(value) }))).toMatchObject([
      { osDistro: 'ubuntu', osVersion: '22.04', vmGeneration: 2, firmware: 'uefi' },
    ]);
  });

  test.each([
    ['a next link', { value: [azureVm('a')], nextLink: 'https://x.example/' }],
    ['a skip token', { totalRecords: 1, data: [azureVm('a')], $skipToken: 'x' }],
    ['a skip token of the command line', { data: [azureVm('a')], total_records: 1, skip_token: 'x' }],
    ['the word that it was cut', { totalRecords: 1, data: [azureVm('a')], resultTruncated: 'true' }],
    ['more records than it holds', { totalRecords: 2500, count: 1, data: [azureVm('a')], resultTruncated: 'false' }],
  ])('on a page with %s are said to be incomplete', async (_what, answer) => {
    expect(isIncomplete(await inventoryOf({ 'page.json': json(answer) }))).toBe(true);
  });

  test('on all pages together are not', async () => {
    const pages = {
      'p1.json': json({ value: [azureVm('a')], nextLink: 'https://x.example/' }),
      'p2.json': json({ value: [azureVm('b')] }),
    };
    const inventory = await inventoryOf(pages);
    expect([namesOf(inventory), isIncomplete(inventory)]).toEqual([['a', 'b'], false]);
  });
});

describe('machines of Hyper-V', () => {
  const GUID = '21111111-2222-4333-8444-555566667777';
  const machine = {
    Name: 'hv1',
    VMId: GUID,
    State: 2,
    Generation: 2,
    ProcessorCount: 4,
    MemoryStartup: 4_294_967_296,
    MemoryMaximum: 1_099_511_627_776,
    ComputerName: 'host1',
    IsClustered: true,
    HardDrives: [{ Path: 'D:\\vms\\hv1.vhdx', ControllerType: 1, Size: 64_424_509_440 }],
    NetworkAdapters: [{ Name: 'LAN', MacAddress: '00155D000001', IPAddresses: ['10.0.0.7', 'fe80::1'], SwitchName: 'sw' }],
  };
  const plain = {
    name: 'hv1',
    powerState: 'on',
    vmGeneration: 2,
    firmware: 'uefi',
    cpuCount: 4,
    memoryMiB: 4096,
    host: 'host1',
    isVmHighlyAvailable: true,
  };

  test.each([
    ['a list', [machine]],
    ['one object', machine],
    ['words and GUIDs as objects', [{ ...machine, VMId: { Guid: GUID }, State: { value: 2, Value: 'Running' } }]],
  ])('as JSON of %s', async (_what, value) => {
    const inventory = await inventoryOf({ 'hv.json': json(value) });
    expect([inventory.formatId, inventory.skipped]).toEqual(['hyper-v-json', []]);
    expect(factsOf(inventory)).toMatchObject([
      { ...plain, disks: [{ id: 'hv1.vhdx', sizeGiB: 60, bus: 'scsi' }], nics: [{ mac: '00155d000001', ip: ['10.0.0.7', 'fe80::1'] }] },
    ]);
  });

  test.each([
    [
      'lists as PowerShell 5 wraps them',
      { HardDrives: { value: machine.HardDrives, Count: 1 }, NetworkAdapters: machine.NetworkAdapters[0] },
    ],
    ['sizes that a script divided', { MemoryStartup: 4096, HardDrives: [{ Path: 'D:\\vms\\hv1.vhdx', ControllerType: 1, SizeGB: 60 }] }],
    ['sizes in words', { MemoryStartup: '4 GB' }],
    ['an off machine, of which only its start counts', { MemoryAssigned: 0 }],
  ])('as JSON with %s', async (_what, more) => {
    expect(factsOf(await inventoryOf({ 'hv.json': json([{ ...machine, ...more }]) }))).toMatchObject([
      { memoryMiB: 4096, disks: [{ id: 'hv1.vhdx', sizeGiB: 60 }], nics: [{ ip: ['10.0.0.7', 'fe80::1'] }] },
    ]);
  });

  test('of which a script chose a few columns, without their generation', async () => {
    const records = [{ Name: 'hv1', State: 'Off', ProcessorCount: 2, MemoryStartup: 2_147_483_648, HardDrives: [{ Path: 'D:\\a.vhdx' }] }];
    const facts = { name: 'hv1', powerState: 'off', cpuCount: 2, memoryMiB: 2048 };
    const asJson = await inventoryOf({ 'hv.json': json(records) });
    expect([asJson.formatId, ...factsOf(asJson)]).toMatchObject(['hyper-v-json', facts]);
    expect(factsOf(asJson)[0]?.disks).toEqual([{ id: 'a.vhdx', isOsDisk: true, path: 'D:\\a.vhdx' }]);
    const table = await inventoryOf({ 'hv.csv': 'VMName,State,ProcessorCount,MemoryStartup,DiskSizeGB\nhv1,Off,2,2147483648,100\n' });
    expect([table.formatId, ...factsOf(table)]).toMatchObject(['hyper-v-table', { ...facts, provisionedGiB: 100 }]);
  });

  test('as the table of Export-Csv in UTF-16 with its type line, lists of which are only named by their type', async () => {
    const csv = `#TYPE Microsoft.HyperV.PowerShell.VirtualMachine\r\n"Name","VMId","State","Generation","ProcessorCount","MemoryStartup","ComputerName","IsClustered","HardDrives"\r\n"hv1","${GUID}","Running","2","4","4294967296","host1","True","System.Collections.Generic.List\`1[Microsoft.HyperV.PowerShell.HardDiskDrive]"\r\n`;
    const inventory = await inventoryOf({ 'hv.csv': Buffer.from(`\ufeff${csv}`, 'utf16le') });
    expect([inventory.formatId, inventory.machines[0]?.rows]).toEqual(['hyper-v-table', { CSV: 3 }]);
    expect(factsOf(inventory)).toMatchObject([plain]);
    expect(factsOf(inventory)[0]?.disks).toBeUndefined();
  });
});

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
