import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../electron/importers/importer.ts';
import { workbookOf } from '../../support/make-bad-files.ts';
import { inventoryOf, readMadeFiles, refusalOf } from '../../support/read-made-files.ts';

const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

describe('sizes in any table', () => {
  test('carry their unit in the cell or in the header', async () => {
    const inventory = await inventoryOf({
      'a.csv': 'Hostname;RAM;Storage (GB);Used\na;16 GB;"1.024";0,5 TB\nb;8192 MB;500;100 GB\nc;1,5 TB;2.048;10 GB\n',
    });
    expect(factsOf(inventory).map(({ memoryMiB, provisionedGiB, inUseGiB }) => [memoryMiB, provisionedGiB, inUseGiB])).toEqual([
      [16_384, 1.024, 512],
      [8192, 500, 100],
      [1_572_864, 2.048, 10],
    ]);
    expect(inventory.warnings).toEqual([]);
  });

  test.each(['Disk (GB)', 'Disk GiB', 'Total Disk Space (GB)', 'HDD (GB)'])('are found under “%s” without a mapping', async (header) => {
    expect(factsOf(await inventoryOf({ 'a.csv': `Name,${header}\na,120\n` }))).toMatchObject([{ provisionedGiB: 120 }]);
  });

  test('of megabytes take a dot as a mark of thousands', async () => {
    expect(
      factsOf(await inventoryOf({ 'a.csv': 'Name;Memory (MB)\na;4.096\nb;16.384\nc;512\n' })).map(({ memoryMiB }) => memoryMiB),
    ).toEqual([4096, 16_384, 512]);
  });

  test('without any unit are assumed, said so, and taken as a person says', async () => {
    const files = { 'a.csv': 'Name,RAM\na,16\nb,64\n' };
    const assumed = await inventoryOf(files);
    expect(factsOf(assumed).map(({ memoryMiB }) => memoryMiB)).toEqual([16_384, 65_536]);
    expect(assumed.warnings).toEqual(['Column “RAM” does not say its unit: GB is assumed. Choose another under Columns if that is wrong.']);
    const said = await readMadeFiles(files, { Name: 'name', RAM: 'memoryMiB:MB' });
    expect(said).toMatchObject({
      value: {
        columns: [
          { header: 'Name', unit: null },
          { header: 'RAM', unit: 'MB', isUnitAssumed: false },
        ],
        inventory: { warnings: [], machines: [{ facts: { memoryMiB: 16 } }, { facts: { memoryMiB: 64 } }] },
      },
    });
  });

  test('that can only be megabytes are not asked about', async () => {
    expect(await readMadeFiles({ 'a.csv': 'Name,Memory\na,4096\nb,16384\n' })).toMatchObject({
      value: { columns: [{}, { unit: 'MB', isUnitAssumed: false }], inventory: { machines: [{ facts: { memoryMiB: 4096 } }, {}] } },
    });
  });
});

describe('sizes that count something smaller than megabytes', () => {
  test.each([
    ['KB', 'Memory', ['16777216', '8388608'], [16_384, 8192]],
    ['bytes', 'Memory', ['17179869184', '8589934592'], [16_384, 8192]],
  ])('are assumed to be %s, and said so', async (unit, header, cells, expected) => {
    const inventory = await inventoryOf({ 'a.csv': `Name,${header}\na,${cells[0] ?? ''}\nb,${cells[1] ?? ''}\n` });
    expect(factsOf(inventory).map(({ memoryMiB }) => memoryMiB)).toEqual(expected);
    expect(inventory.warnings).toEqual([
      `Column “${header}” does not say its unit: ${unit} is assumed. Choose another under Columns if that is wrong.`,
    ]);
  });

  test.each([
    ['MB', 204_800, 200],
    ['KB', 209_715_200, 200],
    ['bytes', 214_748_364_800, 200],
  ])('of disks too: %s', async (unit, cell, expected) => {
    const inventory = await inventoryOf({ 'a.csv': `Name,Disk\na,${cell}\n` });
    expect(factsOf(inventory)).toMatchObject([{ provisionedGiB: expected }]);
    expect(inventory.warnings[0]).toMatch(new RegExp(`: ${unit} is assumed`));
  });
});

describe('several rows of one machine', () => {
  test('count once, unless something tells them apart', async () => {
    const inventory = await inventoryOf({
      'disks.csv': 'Name,Site,Disk (GB)\na,Paris,10\na,Paris,20\na,Lyon,30\nA,Paris,10\na,Paris,10\n',
    });
    expect(factsOf(inventory).map(({ name, site, provisionedGiB }) => [name, site, provisionedGiB])).toEqual([
      ['a', 'Paris', 10],
      ['a', 'Lyon', 30],
    ]);
    expect(inventory.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'It is the same machine as in row 2, whose values count.'],
      [5, 'It is the same machine as in row 2, whose values count.'],
      [6, 'It is the same as row 2.'],
    ]);
  });

  test('that contradict each other are machines of one name', async () => {
    const inventory = await inventoryOf({ 'a.csv': 'Name,Application,CPUs\na,Shop,2\na,Till,2\na,Shop,4\n' });
    expect(factsOf(inventory).map(({ application, cpuCount }) => [application, cpuCount])).toEqual([
      ['Shop', 2],
      ['Shop', 4],
    ]);
  });

  test('a row of sums at the end is no machine, a machine called total is', async () => {
    const inventory = await inventoryOf({ 'a.csv': 'Name,OS,RAM (GB)\na,Debian 12,4\nTotal,Debian 12,8\nTotal,,12\nSumme:,,12\n' });
    expect(factsOf(inventory).map(({ name }) => name)).toEqual(['a', 'Total']);
    expect(inventory.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'It adds up the rows above and is no machine.'],
      [5, 'It adds up the rows above and is no machine.'],
    ]);
  });
});

describe('a table of anybody', () => {
  test('keeps the version of a system beside its name where the name leaves it open', async () => {
    const inventory = await inventoryOf({
      'cmdb.csv': 'Name,Operating System,OS Version\na,Linux Red Hat,8.6\nb,Windows 2019 Standard,10.0.17763\nc,Debian 12,5.10\n',
    });
    expect(factsOf(inventory).map(({ osName, osVersion }) => [osName, osVersion])).toEqual([
      ['Linux Red Hat 8.6', '8.6'],
      ['Windows 2019 Standard', '2019'],
      ['Debian 12', '12'],
    ]);
  });

  test.each([
    [
      'German',
      'Rechnername;Betriebssystem;Prozessoren;Arbeitsspeicher (GB);Festplatte (GB);IP-Adresse;Standort',
      'a;Debian 12;4;8,0;100,0;10.0.0.4;Ulm',
    ],
    [
      'French',
      'Nom;Système d’exploitation;Processeurs;Mémoire (Go);Disque (Go);Adresse IP;Emplacement',
      'a;Debian 12;4;8,0;100,0;10.0.0.4;Lyon',
    ],
    [
      'Portuguese',
      'Nome;Sistema Operacional;Processadores;Memória_GB;Disco_GB;Endereço IP;Localização',
      'a;Debian 12;4;8;100;10.0.0.4;Porto',
    ],
    [
      'Spanish',
      'Nombre;Sistema operativo;Procesadores;Memoria (GB);Disco (GB);Dirección IP;Ubicación',
      'a;Debian 12;4;8;100;10.0.0.4;Jaén',
    ],
  ])('in %s needs no mapping', async (_language, header, row) => {
    expect(factsOf(await inventoryOf({ 'list.csv': `${header}\n${row}\n` }))).toMatchObject([
      { name: 'a', osDistro: 'debian', cpuCount: 4, memoryMiB: 8192, provisionedGiB: 100, ipAddresses: ['10.0.0.4'] },
    ]);
  });

  test.each([
    ['PoweredOn', 'on'],
    ['PowerState/deallocated', 'off'],
    ['VM running', 'on'],
    ['Ausgeschaltet', 'off'],
    ['Paused', 'suspended'],
  ])('understands the power state “%s”', async (word, expected) => {
    expect(factsOf(await inventoryOf({ 'a.csv': `Name,Power State\na,${word}\n` }))).toMatchObject([{ powerState: expected }]);
  });

  test('is found below titles, beside other sheets, and the sheets left out are named', async () => {
    const workbook = await workbookOf({
      Cover: [['Inventory of all sites'], ['made in spring']],
      Prices: [
        ['Item', 'Price'],
        ['Disk', 3],
      ],
      Estate: [
        ['All machines', null, null],
        [null, null, null],
        ['Host name', 'Operating System', 'CPU cores'],
        ['a', 'Debian 11', 2],
      ],
    });
    const inventory = await inventoryOf({ 'cmdb.xlsx': workbook });
    expect(inventory.machines).toMatchObject([{ facts: { name: 'a', osDistro: 'debian' }, rows: { Estate: 4 } }]);
    expect(inventory.warnings).toEqual([
      'Only the sheet “Estate” was read. Left out: “Prices”. Save a sheet as a file of its own to import it.',
    ]);
  });

  test('in one sheet for each site is one list, each machine with its sheet', async () => {
    const header = ['Name', 'OS', 'CPU'];
    const workbook = await workbookOf({
      Paris: [header, ['a', 'Debian 11', 2], ['b', 'Debian 12', 2]],
      Lyon: [header, ['c', 'Debian 12', 4], ['a', 'Debian 11', 2]],
      Prices: [
        ['Item', 'Price'],
        ['Disk', 3],
      ],
    });
    const inventory = await inventoryOf({ 'sites.xlsx': workbook });
    expect(inventory.machines.map(({ facts, rows, fieldSheets }) => [facts.name, rows, fieldSheets?.osName])).toEqual([
      ['a', { Paris: 2 }, undefined],
      ['b', { Paris: 3 }, undefined],
      ['c', { Lyon: 2 }, 'Lyon'],
    ]);
    expect(inventory.skipped).toEqual([{ sheet: 'Lyon', row: 3, what: 'a', reason: 'It is the same as row 2 of Paris.' }]);
    expect(inventory.warnings).toEqual([
      'Only the sheets “Paris”, “Lyon” were read. Left out: “Prices”. Save a sheet as a file of its own to import it.',
    ]);
  });

  test('may be a list of JSON records', async () => {
    const records = [
      { hostname: 'a', os: 'Debian 11', cpus: 2, nested: { x: 1 }, ip: ['10.0.0.1', '10.0.0.2'] },
      { hostname: 'b', os: 'Debian 12', cpus: 4 },
    ];
    expect(factsOf(await inventoryOf({ 'a.json': JSON.stringify(records) }))).toMatchObject([
      { name: 'a', cpuCount: 2, ipAddresses: ['10.0.0.1', '10.0.0.2'] },
      { name: 'b', cpuCount: 4 },
    ]);
    expect(await refusalOf({ 'b.json': '[{"colour":"red"}]' })).toMatch(/^b\.json is JSON, but none of the exports/);
  });

  test.each([
    ['a CMDB', 'Name,IP Address,Operating System,CPU core count,RAM (MB),Disk space (GB),Owned by', 'a,10.0.0.4,Debian 11,4,8192,100,Team'],
    ['PowerCLI', 'Name,PowerState,NumCpu,MemoryGB,ProvisionedSpaceGB,UsedSpaceGB,Guest OS,IP', 'a,PoweredOn,4,8,100,40,Debian 11,10.0.0.4'],
    [
      'a collector',
      'Guest VM Name,VM OS,Virtual CPU,Provisioned Memory (MiB),Private IP,Disk space (GB)',
      'a,Debian 11,4,8192,10.0.0.4,100',
    ],
  ])('from %s needs no mapping', async (_what, header, row) => {
    const inventory = await inventoryOf({ 'list.csv': `${header}\n${row}\n` });
    expect(inventory.warnings).toEqual([]);
    expect(factsOf(inventory)).toMatchObject([
      { name: 'a', osDistro: 'debian', cpuCount: 4, memoryMiB: 8192, provisionedGiB: 100, ipAddresses: ['10.0.0.4'] },
    ]);
  });

  test('may be a bare list of names', async () => {
    expect(factsOf(await inventoryOf({ 'names.txt': 'Hostname\r\nweb01\r\nweb02\r\n' })).map(({ name }) => name)).toEqual([
      'web01',
      'web02',
    ]);
  });

  test('keeps truth values in several languages', async () => {
    expect(
      factsOf(await inventoryOf({ 'a.csv': 'Name;Secure Boot\na;Ja\nb;nein\nc;VRAI\n' })).map(({ isSecureBootOn }) => isSecureBootOn),
    ).toEqual([true, false, true]);
  });
});

describe('a column called status', () => {
  test('is the power state where its words are', async () => {
    expect(
      factsOf(await inventoryOf({ 'a.csv': 'Name,Status\na,Running\nb,Stopped (deallocated)\n' })).map(({ powerState }) => powerState),
    ).toEqual(['on', 'off']);
  });

  test.each([
    ['its words are others', 'Name,Status\na,Installed\nb,Running\n', undefined],
    ['another column is', 'Name,Status,Power State\na,Running,Off\n', 'off'],
  ])('is not where %s', async (_what, text, expected) => {
    expect(factsOf(await inventoryOf({ 'a.csv': text }))[0]?.powerState).toBe(expected);
  });
});

test('a guest as PowerCLI writes it is the system without the name', async () => {
  expect(factsOf(await inventoryOf({ 'a.csv': 'Name,Guest,NumCpu\nweb01,web01:Debian GNU/Linux 12 (64-bit),2\n' }))).toMatchObject([
    { name: 'web01', osDistro: 'debian', osVersion: '12' },
  ]);
});
