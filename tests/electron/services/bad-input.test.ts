import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  cutBeforeRow,
  entityBomb,
  farApartWorkbook,
  FIRST_SHEET,
  lyingZipBomb,
  machinesSheet,
  protectedWorkbook,
  TEXTS,
  withPart,
  workbookOf,
  zipBomb,
} from '../../support/make-bad-files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { forkProcess, startTestApp, upload, type TestApp } from '../../support/test-app.ts';

/** What the issue allows for any bad file, from handing it over to the sentence. */
const MOST_MILLISECONDS = 5000;

/** With workers in processes of their own, as in the product. */
let run: TestApp;
/** The same services without them, for files that do no harm. */
let quick: TestApp;
let folder: { readonly path: string; readonly remove: () => Promise<void> };

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  run = startTestApp(folder.path, { fork: forkProcess });
  quick = startTestApp(path.join(folder.path, 'quick'));
  for (const [app, name] of [
    [run, 'e'],
    [quick, 'q'],
  ] as const)
    await app.ask('engagement.create', { path: path.join(folder.path, `${name}.landfall`), name, customer: '' });
});
afterAll(async () => {
  await run.app.close();
  await quick.app.close();
  await folder.remove();
});

const whole = await workbookOf({ vInfo: machinesSheet(50) });
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding);
const LIST = 'Name,Operating system,CPUs\n';

type Maker = () => Promise<Uint8Array> | Uint8Array;

const refused: readonly (readonly [what: string, name: string, make: Maker, sentence: RegExp])[] = [
  ['nothing', 'a.csv', () => bytesOf(''), /^a\.csv is empty\./],
  ['only blanks', 'a.csv', () => bytesOf(' \n\n\t\n'), /^a\.csv is not an inventory/],
  ['a picture', 'a.xlsx', () => bytesOf('89504e470d0a1a0a0000000d49484452', 'hex'), /^a\.xlsx is a picture, whatever its name says/],
  ['bytes without sense', 'a.xlsx', () => bytesOf('0102030405060708'.repeat(20), 'hex'), /^a\.xlsx is neither a workbook nor a text table/],
  ['packed by gzip', 'a.csv', () => gzipSync(LIST), /^a\.csv is packed with gzip/],
  ['an archive in an archive', 'a.zip', () => zipSync({ 'b.zip': zipSync({ 'b.csv': bytesOf(LIST) }) }), /^a\.zip holds b\.zip/],
  [
    'an archive that leads out of itself',
    'a.zip',
    () => zipSync({ '../b.csv': bytesOf(LIST) }),
    /^a\.zip holds parts whose names lead out/,
  ],
  ['JSON nested without end', 'a.json', () => bytesOf('['.repeat(100_000) + ']'.repeat(100_000)), /^a\.json is JSON nested deeper/],
  ['nothing but line ends', 'a.csv', () => bytesOf('\n'.repeat(3_500_000)), /^a\.csv has 3,500,001 lines/],
  ['one line of a million columns', 'a.csv', () => bytesOf(`${'c,'.repeat(1_000_000)}\n`), /^a\.csv has 1000001 columns/],
  [
    'a letter',
    'a.txt',
    () => bytesOf('Dear all,\n\nplease find attached the list, as promised.\nRegards\n'),
    /^a\.txt is not an inventory/,
  ],
  ['a web page named as workbook', 'a.xls', () => bytesOf('<html><table><tr><td>Name'), /^a\.xls is a web page or an XML document/],
  ['JSON of something else', 'a.json', () => bytesOf('{"a":[1,2]}'), /^a\.json is JSON, but none of the exports/],
  ['an archive without tables', 'a.zip', () => zipSync({ 'a.png': new Uint8Array(9) }), /^a\.zip holds no text table and no JSON file/],
  ['half of a workbook', 'a.xlsx', () => whole.subarray(0, whole.length / 2), /^a\.xlsx is damaged or cut off/],
  [
    'a sheet that breaks off',
    'a.xlsx',
    () => withPart(whole, FIRST_SHEET, (xml) => cutBeforeRow(xml, 9)),
    /^Sheet vInfo of a\.xlsx is cut off after row 8\./,
  ],
  ['texts that break off', 'a.xlsx', () => withPart(whole, TEXTS, (xml) => xml.slice(0, 300)), /^The list of texts in a\.xlsx is cut off/],
  ['half of JSON', 'a.json', () => bytesOf('{"value":[{"name":"a"'), /^a\.json looks like JSON but is cut off or damaged/],
  ['half of a text table', 'a.csv', () => bytesOf(`${LIST}a,"Debian`), /^a\.csv: row 2 opens a quotation mark that is never closed/],
  ['a zip bomb', 'a.xlsx', zipBomb, /^a\.xlsx would unpack to a suspicious size/],
  ['a zip bomb that lies about its size', 'a.xlsx', lyingZipBomb, /^a\.xlsx cannot be read as a workbook/],
  ['a workbook with a password', 'a.xlsx', () => protectedWorkbook('secret'), /^a\.xlsx is protected by a password\. Enter the password/],
  [
    'two cells at the ends of a sheet',
    'a.xlsx',
    farApartWorkbook,
    /^Sheet vInfo of a\.xlsx has cells 1048576 rows and 16384 columns apart/,
  ],
  ['an entity bomb', 'a.xlsx', entityBomb, /^a\.xlsx declares XML entities/],
];

describe('a file that cannot be imported', () => {
  test.each(refused)('because it is %s is refused in one sentence, in time, with nothing stored', async (_what, name, make, sentence) => {
    const before = await run.ask('snapshot.get', {});
    const bytes = await make();
    const startedAt = performance.now();
    const uploadId = await upload(run, name, bytes);
    const failure = await run.failureOf('import.preview', { uploadId });
    expect(performance.now() - startedAt).toBeLessThan(MOST_MILLISECONDS);
    expect(failure).toMatchObject({
      code: expect.stringMatching(/^(invalid-input|forbidden)$/) as string,
      detail: expect.stringMatching(sentence) as string,
    });
    // What to do stands in it.
    expect(failure.detail).toMatch(/\b(export|choose|enter|open|import|copy|zip|delete)\b.*\.$/i);
    expect(await run.ask('snapshot.get', {})).toEqual(before);
    await run.ask('upload.cancel', { uploadId });
  });

  test('because it has 300 MB is refused before a byte is sent', async () => {
    const failure = await run.failureOf('upload.start', { name: 'a.csv', sizeBytes: 300 * 1024 * 1024 });
    expect(failure).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringMatching(/at most 200 MB are taken; export fewer columns or split/) as string,
    });
  });
});

async function preview(name: string, bytes: Uint8Array) {
  const seen = await quick.ask('import.preview', { uploadId: await upload(quick, name, bytes) });
  await quick.ask('import.discard', { previewId: seen.previewId });
  return seen;
}

describe('an odd file that can be imported', () => {
  test.each([
    ['a text table', 'a.csv', () => bytesOf(LIST)],
    ['a workbook', 'a.xlsx', () => workbookOf({ vInfo: machinesSheet(0) })],
  ] as const)('as %s with nothing but a header holds zero machines', async (_what, name, make) => {
    const uploadId = await upload(quick, name, await make());
    const seen = await quick.ask('import.preview', { uploadId });
    expect([seen.machineCount, seen.needsMapping, seen.skipped]).toEqual([0, false, []]);
    expect(await quick.ask('import.confirm', { previewId: seen.previewId })).toMatchObject({ machineCount: 0 });
    await quick.ask('journal.undo', {});
  });

  test('with a broken header cell asks for the column of names', async () => {
    const [header = [], ...rows] = machinesSheet(3);
    const broken = await writeXlsx({ sheets: [{ name: 'vInfo', rows: [['#REF!', ...header.slice(1)], ...rows].map((row) => [...row]) }] });
    const seen = await preview('a.xlsx', broken);
    expect([seen.needsMapping, seen.machineCount, seen.columns.map((column) => column.header)]).toEqual([
      true,
      0,
      ['#REF!', 'CPUs', 'Memory', 'VM UUID'],
    ]);
    expect(seen.warnings.join(' ')).toMatch(/No column is known to hold the names of machines\. Map one column/);
  });

  test('with ragged and doubled rows tells each', async () => {
    const seen = await preview('a.csv', bytesOf(`${LIST}a,Debian 11\nb,Debian 11,2,too much\nb,Debian 11,2,too much\n`));
    expect(seen.firstRows.map(({ name, row }) => [name, row])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
    expect(seen.skipped).toEqual([{ sheet: 'CSV', row: 4, what: 'b', reason: 'It is the same as row 3.' }]);
    expect(seen.warnings.join(' ')).toMatch(/3 rows have more or fewer cells than the header/);
  });

  const named = 'Name,Owner\nMünchen-01,Zoë\n';
  test.each([
    ['UTF-8 with a mark', Buffer.concat([bytesOf('efbbbf', 'hex'), bytesOf(named)]), false],
    ['UTF-16 LE with a mark', Buffer.concat([bytesOf('fffe', 'hex'), bytesOf(named, 'utf16le')]), true],
    ['UTF-16 LE without one', bytesOf(named, 'utf16le'), true],
    ['UTF-16 BE with a mark', Buffer.concat([bytesOf('feff', 'hex'), bytesOf(named, 'utf16le').swap16()]), true],
    ['Windows-1252', bytesOf(named, 'latin1'), true],
  ] as const)('in %s keeps its letters', async (_what, bytes, isTold) => {
    const seen = await preview('a.csv', bytes);
    expect(seen.firstRows.map(({ name, values }) => [name, values.owner])).toEqual([['München-01', 'Zoë']]);
    expect(/was read as (utf-16|Windows-1252)/.test(seen.warnings.join(' '))).toBe(isTold);
  });
});
