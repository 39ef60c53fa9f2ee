import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../../electron/importers/importer.ts';
import { inventoryOf } from '../../../support/read-made-files.ts';

const json = (value: unknown): string => JSON.stringify(value);
const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);
const namesOf = (inventory: ReadInventory): string[] => factsOf(inventory).map(({ name }) => name);
const isIncomplete = ({ warnings }: ReadInventory): boolean =>
  warnings.some((warning) => warning.startsWith('This is one page of a longer answer'));

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

  test('are not made of other resources', async () => {
    const disks = [
      {
        id: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/d',
        name: 'd',
        location: 'x',
        diskSizeGb: 128,
        type: 'Microsoft.Compute/disks',
      },
    ];
    const inventory = await inventoryOf({ 'disks.json': json(disks) });
    expect([inventory.machines, inventory.skipped]).toMatchObject([
      [],
      [{ row: 1, what: 'd', reason: 'It is not a virtual machine but microsoft.compute/disks.' }],
    ]);
    expect(inventory.warnings).toEqual(['None of the records in this file is a machine, so nothing is imported.']);
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
