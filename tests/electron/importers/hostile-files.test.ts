import { gzipSync } from 'node:zlib';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../electron/importers/importer.ts';
import { FIRST_SHEET, TEXTS, withPart, workbookOf } from '../../support/make-bad-files.ts';
import { inventoryOf, refusalOf } from '../../support/read-made-files.ts';

const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);
const TABLE = 'Name,CPUs\na,2\n';
const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

describe('files of other kinds are named, with what to do', () => {
  test.each([
    [
      'gzip',
      'a.csv',
      gzipSync(TABLE),
      'a.csv is packed with gzip, whatever its name says. Nothing was stored. Unpack it and import what is inside.',
    ],
    [
      'a PDF',
      'a.csv',
      Buffer.from('%PDF-1.7\n1 0 obj\n'.repeat(50)),
      'a.csv is a PDF document, whatever its name says. Nothing was stored. Import the table behind it.',
    ],
    [
      'an engagement',
      'a.json',
      Buffer.from('SQLite format 3\u0000'),
      /^a\.json is a database, .* An engagement is opened, and not imported\.$/,
    ],
  ])('%s', async (_what, name, bytes, sentence) => {
    expect(await refusalOf({ [name]: bytes })).toMatch(sentence);
  });

  test('an archive in an archive, and a workbook in one', async () => {
    const inner = zipSync({ 'RVTools_tabvInfo.csv': strToU8(TABLE) });
    for (const name of ['inner.zip', 'book.xlsx'])
      expect(await refusalOf({ 'outer.zip': zipSync({ [name]: inner }) })).toBe(
        `outer.zip holds ${name}, which is not read inside an archive. Unpack it and import that file.`,
      );
  });

  test.each(['../../RVTools_tabvInfo.csv', '/etc/RVTools_tabvInfo.csv', '..\\..\\RVTools_tabvInfo.csv'])(
    'an archive with a part called %s is not opened',
    async (name) => {
      expect(await refusalOf({ 'a.zip': zipSync({ [name]: strToU8(TABLE) }) })).toMatch(
        /^a\.zip holds parts whose names lead out of the archive/,
      );
    },
  );

  test('a protected archive says so', async () => {
    const bytes = Buffer.from(zipSync({ 'a.csv': strToU8(TABLE) }));
    // The flag of encryption, in front of the part and in the directory.
    bytes[6] = 1;
    bytes[bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 8] = 1;
    expect(await refusalOf({ 'a.zip': bytes })).toMatch(/^a\.zip is protected by a password/);
  });
});

describe('JSON that is made to hurt', () => {
  test.each([
    ['lists', deep('[', ']')],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [
      'an Azure machine',
      `[{"Id":"/subscriptions/0/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/a","x":${deep('[', ']')}}]`,
    ],
    ['a machine of vSphere', `{"virtualMachines":[{"Config":{"name":"a"},"Runtime":{"powerState":"poweredOn"},"x":${deep('[', ']')}}]}`],
  ])('%s nested 100,000 deep are refused', async (_what, text) => {
    expect(await refusalOf({ 'a.json': text })).toMatch(/^a\.json is JSON nested deeper than any export/);
  });

  test('brackets in texts nest nothing', async () => {
    const records = [{ name: 'a', os: `Debian 12 ${'['.repeat(1000)}\\"${'{'.repeat(1000)}`, cpus: 2 }];
    expect(factsOf(await inventoryOf({ 'a.json': JSON.stringify(records) }))).toMatchObject([{ name: 'a', cpuCount: 2 }]);
  });

  test('members called like those of every object are members', async () => {
    const text = '[{"name":"a","cpus":2,"__proto__":{"isAdmin":true}},{"name":"b","name":"c","constructor":1,"cpus":2,"cpus":3}]';
    expect(factsOf(await inventoryOf({ 'a.json': text }))).toMatchObject([
      { name: 'a', cpuCount: 2 },
      { name: 'c', cpuCount: 3 },
    ]);
    expect('isAdmin' in {}).toBe(false);
  });

  test('half a character becomes the sign for what cannot be read', async () => {
    expect(
      factsOf(await inventoryOf({ 'a.json': '[{"name":"a\\ud800b","cpus":2},{"name":"🚢","cpus":2}]' })).map(({ name }) => name),
    ).toEqual(['a\ufffdb', '🚢']);
  });

  test('records that each have members of their own are one table, read once', async () => {
    const records = Array.from({ length: 3000 }, (_, at) => ({
      name: `m${at}`,
      cpus: 1,
      ...Object.fromEntries(Array.from({ length: 50 }, (_ignored, index) => [`k${at}-${index}`, index])),
    }));
    expect((await inventoryOf({ 'a.json': JSON.stringify(records) })).machines).toHaveLength(3000);
  });

  test('one record a line is one table, however many lines', async () => {
    const lines = Array.from({ length: 150_000 }, (_, at) => `{"name":"m${at}","cpus":1}`);
    expect((await inventoryOf({ 'a.ndjson.json': lines.join('\n') })).machines).toHaveLength(150_000);
  });
});

test('a text of nothing but line ends is refused before it is cut into rows', async () => {
  expect(await refusalOf({ 'a.csv': '\n'.repeat(20_000_000) })).toBe(
    'a.csv has 20,000,001 lines; at most 3,000,000 are read. Split it, or export less.',
  );
});

test('one long text that every cell points to is cleaned once', async () => {
  const made = withPart(await workbookOf({ vInfo: [['VM', 'CPUs', 'VM UUID']] }), TEXTS, (xml) =>
    xml.replace('</sst>', `<si><t>${'A'.repeat(30_000)}</t></si></sst>`),
  );
  const place = (strFromU8(unzipSync(made)[TEXTS] ?? new Uint8Array()).match(/<si>/g)?.length ?? 1) - 1;
  const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>${place}</v></c></row>`).join('');
  const bomb = withPart(made, FIRST_SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));
  const inventory = await inventoryOf({ 'a.xlsx': bomb });
  expect([inventory.machines.length, inventory.skipped.length]).toEqual([1, 99_999]);
});
