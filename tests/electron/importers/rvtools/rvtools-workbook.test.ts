import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../../electron/importers/importer.ts';
import { workbookOf } from '../../../support/make-bad-files.ts';
import { inventoryOf } from '../../../support/read-made-files.ts';
import { DATABASE, NEW, OLD, OTHER, UUID, type Row } from './rvtools-sample.data.ts';

const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);

const csvOf = (rows: readonly Row[], separator = ','): string =>
  rows.map((row) => row.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(separator)).join('\r\n');

describe('an RVTools workbook', () => {
  test('gives each machine what all sheets say of it', async () => {
    const inventory = await inventoryOf({ 'estate.xlsx': await workbookOf(NEW) });
    expect(inventory.exportedAt).toBe('2026-03-04T05:06:07.000Z');
    const [web, db] = factsOf(inventory);
    expect(web).toMatchObject({
      name: 'web01',
      fqdn: 'web01.corp.example',
      biosId: UUID,
      powerState: 'on',
      cpuCount: 4,
      memoryMiB: 8192,
      provisionedGiB: 150,
      inUseGiB: 50,
      firmware: 'uefi',
      isSecureBootOn: true,
      osFamily: 'windows',
      vmHardwareVersion: '19',
      esxiVersion: '7.0.3',
      snapshotCount: 1,
      vmwareToolsStatus: 'running',
      healthMessages: ['VM tools are out of date'],
      disks: [
        { id: 'Hard disk 1', sizeGiB: 100, bus: 'scsi', isOsDisk: true, isShared: false, datastoreKind: 'VMFS' },
        { id: 'Hard disk 2', sizeGiB: 50, bus: 'rdmPhysical', isOsDisk: false, isShared: true, datastoreKind: 'VVOL' },
      ],
      volumes: [{ mountPoint: 'C:\\', freeMiB: 40_000 }],
      nics: [{ mac: '00:50:56:aa:00:01', ip: ['10.0.0.4', '10.0.0.5'], network: 'LAN' }],
    });
    expect(db).toMatchObject({
      name: 'db01',
      powerState: 'off',
      osFamily: 'linux',
      snapshotCount: 0,
      vmwareToolsStatus: 'notInstalled',
      esxiVersion: '6.5.0',
    });
    expect(inventory.skipped).toEqual([
      { sheet: 'vInfo', row: 4, what: 'ghost', reason: 'It is a placeholder of Site Recovery Manager, not a machine.' },
      { sheet: 'vDisk', row: 4, what: 'nobody', reason: 'It fits no machine of vInfo, or more than one.' },
    ]);
  });

  test('of the generation before says the same', async () => {
    const [now, before] = await Promise.all([
      inventoryOf({ 'new.xlsx': await workbookOf(NEW) }),
      inventoryOf({ 'old.xlsx': await workbookOf(OLD) }),
    ]);
    expect(before.machines).toEqual(now.machines);
  });

  test('with the column names of its database says the same, as a workbook and as the table of vInfo alone', async () => {
    const now = await inventoryOf({ 'new.xlsx': await workbookOf(NEW) });
    const named = await inventoryOf({ 'database.xlsx': await workbookOf(DATABASE) });
    expect([factsOf(named), named.skipped]).toEqual([factsOf(now), now.skipped]);
    const [header = [], ...rows] = DATABASE['vInfo'] ?? [];
    const tagged = [[...header, 'vInfo_tags_Environment'], ...rows.map((row) => [...row, 'Production'])];
    const alone = await inventoryOf({ 'nightly.csv': csvOf(tagged) });
    expect([alone.formatId, ...factsOf(alone)]).toMatchObject([
      'rvtools',
      { name: 'web01', biosId: UUID, provisionedGiB: 150, vmHardwareVersion: '19', environment: 'Production' },
      { name: 'db01', powerState: 'off' },
    ]);
  });

  test('with a row of sums, and with a sheet that somebody copied in, loses nothing without a word', async () => {
    const [header = [], web = [], db = []] = NEW['vInfo'] ?? [];
    const sums = header.map((name, index) => (index === 0 ? 'Total' : name === 'CPUs' ? 6 : null));
    const inventory = await inventoryOf({ 'estate.xlsx': await workbookOf({ vInfo: [header, web, sums], 'vInfo (2)': [header, db] }) });
    expect([inventory.machines.length, inventory.skipped]).toEqual([
      1,
      [{ sheet: 'vInfo', row: 3, what: 'Total', reason: 'It adds up the rows above and is no machine.' }],
    ]);
    expect(inventory.warnings[0]).toMatch(/^Left out, because RVTools has no such tab: “vInfo \(2\)”/);
  });

  test('whose sheet somebody renamed is still one', async () => {
    const inventory = await inventoryOf({ 'estate.xlsx': await workbookOf({ 'Servers Paris': NEW['vInfo'] ?? [] }) });
    expect([inventory.formatId, inventory.machines.length]).toEqual(['rvtools', 2]);
  });

  test('without vInfo takes its machines from another tab, each once, and says what is missing', async () => {
    const disks = {
      'RVTools_tabvDisk.csv': csvOf((NEW['vDisk'] ?? []).slice(0, 3)),
      'RVTools_tabvNetwork.csv': csvOf(NEW['vNetwork'] ?? []),
    };
    const inventory = await inventoryOf(disks);
    expect([inventory.formatId, inventory.skipped, inventory.fieldSheets.name]).toEqual(['rvtools', [], 'vDisk']);
    expect(factsOf(inventory)).toMatchObject([
      { name: 'web01', biosId: UUID, disks: [{ sizeGiB: 100 }, { sizeGiB: 50 }], nics: [{ mac: '00:50:56:aa:00:01' }] },
    ]);
    expect(inventory.warnings[0]).toMatch(/^The export has no vInfo tab, so its machines were taken from vDisk/);
  });

  test('as a folder of CSV files, zipped or handed over together, with commas or semicolons, says the same', async () => {
    const now = await inventoryOf({ 'new.xlsx': await workbookOf(NEW) });
    const names = Object.keys(NEW);
    const files = (separator: string) =>
      Object.fromEntries(names.map((name) => [`RVTools_tab${name}.csv`, csvOf(NEW[name] ?? [], separator)]));
    const zipped = zipSync(Object.fromEntries(Object.entries(files(';')).map(([name, text]) => [`export 2026/${name}`, strToU8(text)])));
    for (const given of [files(','), { 'export.zip': zipped }]) {
      const inventory = await inventoryOf(given);
      expect([inventory.formatId, inventory.skipped]).toEqual(['rvtools', now.skipped]);
      expect(factsOf(inventory)).toEqual(factsOf(now));
    }
  });

  test('with columns in another order, other capitals and columns nobody knows says the same', async () => {
    const now = await inventoryOf({ 'new.xlsx': await workbookOf(NEW) });
    const shuffled = Object.fromEntries(
      Object.entries(NEW).map(([name, rows]) => [
        name.toUpperCase(),
        rows.map((row, index) => [
          index === 0 ? 'Extra' : 'x',
          ...row.map((cell) => (index === 0 ? String(cell).toUpperCase() : cell)).toReversed(),
        ]),
      ]),
    );
    expect(factsOf(await inventoryOf({ 'odd.xlsx': await workbookOf(shuffled) }))).toEqual(factsOf(now));
  });

  test('keeps two machines of one name apart, and a machine that stands twice is one', async () => {
    const [header = [], web = []] = NEW.vInfo ?? [];
    const twin = web.map((cell) => (cell === UUID ? OTHER : cell === 'vm-11' ? 'vm-77' : cell));
    const inventory = await inventoryOf({ 'twins.xlsx': await workbookOf({ vInfo: [header, web, twin, web] }) });
    expect(factsOf(inventory).map(({ name, biosId }) => [name, biosId])).toEqual([
      ['web01', UUID],
      ['web01', OTHER],
    ]);
    expect(inventory.skipped).toMatchObject([{ row: 4, reason: 'It is the same machine as in row 2.' }]);
  });

  test('with nothing but headers holds zero machines and is no error', async () => {
    const inventory = await inventoryOf({ 'none.xlsx': await workbookOf({ vInfo: [NEW.vInfo?.[0] ?? []] }) });
    expect([inventory.formatId, inventory.machines]).toEqual(['rvtools', []]);
  });
});
