import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../../electron/importers/importer.ts';
import { inventoryOf } from '../../../support/read-made-files.ts';

const json = (value: unknown): string => JSON.stringify(value);
const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

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

  test('as Virtual Machine Manager lists them: the computer is the guest, memory is in MB', async () => {
    const csv = `Name,VirtualMachineState,OperatingSystem,CPUCount,Memory,TotalSize,HostName,Generation,VMId,ComputerName\nhv1,Running,Windows Server 2016 Standard,4,8192,64424509440,host1.corp.example,2,${GUID},hv1.corp.example\n`;
    const inventory = await inventoryOf({ 'vmm.csv': csv });
    expect([inventory.formatId, ...factsOf(inventory)]).toMatchObject([
      'hyper-v-table',
      {
        name: 'hv1',
        fqdn: 'hv1.corp.example',
        host: 'host1.corp.example',
        cpuCount: 4,
        memoryMiB: 8192,
        provisionedGiB: 60,
        powerState: 'on',
      },
    ]);
  });
});
