import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { describe, expect, test } from 'vitest';

import { cutBeforeRow, FIRST_SHEET, machinesSheet, protectedWorkbook, TEXTS, withPart, workbookOf } from '../../support/make-bad-files.ts';
import { OLD_WORKBOOK } from '../../support/old-workbook.data.ts';
import { inventoryOf, readMadeFiles, refusalOf } from '../../support/read-made-files.ts';

const five = await workbookOf({ vInfo: machinesSheet(5) });

test.each([
  ['in the middle of a row', (xml: string) => cutBeforeRow(xml, 5)],
  ['between two rows', (xml: string) => xml.slice(0, xml.indexOf('<row r="5"'))],
  ['between two rows, mended by a tool that closes the sheet', (xml: string) => `${xml.slice(0, xml.indexOf('<row r="5"'))}</worksheet>`],
])('a sheet that breaks off %s is refused with the last whole row', async (_where, cut) => {
  expect(await refusalOf({ 'cut.xlsx': withPart(five, FIRST_SHEET, cut) })).toBe(
    'Sheet vInfo of cut.xlsx is cut off after row 4. Export it again; nothing was stored.',
  );
});

test.each([
  ['cut off', (xml: string) => xml.slice(0, xml.length / 2)],
  ['missing', () => null],
])('texts that are %s are refused, because names would be lost', async (_what, change) => {
  expect(await refusalOf({ 'texts.xlsx': withPart(five, TEXTS, change) })).toMatch(
    /^The list of texts in texts\.xlsx is cut off or missing/,
  );
});

test('a sheet that the workbook lists and does not hold is named', async () => {
  const two = await workbookOf({ vInfo: machinesSheet(1), vDisk: [['VM', 'Disk']] });
  const without = withPart(two, 'xl/worksheets/sheet2.xml', () => null);
  expect(await refusalOf({ 'two.xlsx': without })).toBe(
    'two.xlsx lists a sheet vDisk that it does not hold. Export it again; nothing was stored.',
  );
});

test('fewer rows than the sheet announces are said exactly, and its empty rows are no reason to refuse it', async () => {
  const announcing = withPart(five, FIRST_SHEET, (xml) =>
    xml.replace(/<dimension [^>]*>/, '').replace('<sheetData', '<dimension ref="A1:D1048576"/><sheetData'),
  );
  const { machines, sheets, warnings } = await inventoryOf({ 'long.xlsx': announcing });
  expect([machines.length, sheets]).toEqual([5, [{ name: 'vInfo', rows: 5, announcedRows: 1_048_575 }]]);
  expect(warnings[0]).toMatch(/^Fewer rows than announced were found: vInfo 5 of 1048575\./);
  expect((await inventoryOf({ 'five.xlsx': five })).warnings.join(' ')).not.toMatch(/announced/);
});

test('tags with a prefix are read like any other', async () => {
  const prefixed = withPart(five, FIRST_SHEET, (xml) =>
    xml.replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|dimension)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
  );
  expect((await inventoryOf({ 'prefixed.xlsx': prefixed })).machines).toHaveLength(5);
});

test('cells of every kind say what a person sees, and what a formula could not work out is not known', async () => {
  const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const header = ['VM', 'CPUs', 'Memory', 'Template', 'Annotation', 'Owner'].map((words, index) =>
    text(`${'ABCDEF'[index] ?? ''}1`, words),
  );
  const cells = [
    '<c r="A2" t="inlineStr"><is><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></is></c>',
    '<c r="B2"><f>1+1</f><v>2</v></c>',
    '<c r="C2" t="str"><f>"4"</f><v>4096</v></c>',
    '<c r="D2" t="b"><v>1</v></c>',
    '<c r="E2" t="e"><v>#REF!</v></c>',
    text('F2', '#N/A'),
  ];
  const file = withPart(five, FIRST_SHEET, (xml) =>
    xml.replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData><row r="1">${header.join('')}</row><row r="2">${cells.join('')}</row></sheetData>`,
    ),
  );
  expect((await inventoryOf({ 'cells.xlsx': file })).machines[0]?.facts).toEqual({
    name: 'rich',
    cpuCount: 2,
    memoryMiB: 4096,
    isTemplate: true,
  });
});

test('spreadsheets of other kinds are named, with what to do', async () => {
  const relations = (target: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
    );
  const binary = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': relations('xl/workbook.bin'),
    'xl/workbook.bin': new Uint8Array(9),
  });
  expect(await refusalOf({ 'a.xlsb': binary })).toMatch(
    /^a\.xlsb is a binary workbook, which is not read\. Open it in a spreadsheet and save it as \.xlsx/,
  );
});

describe('an OpenDocument spreadsheet', () => {
  const ods = async (): Promise<Uint8Array> =>
    await writeOds({ sheets: [{ name: 'vInfo', rows: machinesSheet(5).map((row) => [...row]) }] });
  const openDocument = (parts: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', ...parts }).map(([name, text]) => [
          name,
          strToU8(text),
        ]),
      ),
    );

  test('is read like any workbook', async () => {
    const inventory = await inventoryOf({ 'a.ods': await ods() });
    expect([inventory.formatId, inventory.machines.length]).toEqual(['rvtools', 5]);
    expect(inventory.machines[4]?.facts).toMatchObject({ name: 'srv-5', cpuCount: 2, memoryMiB: 4096 });
  });

  test.each([
    ['cut off', (xml: string) => xml.slice(0, xml.lastIndexOf('<table:table-row')), /^a\.ods is cut off inside/],
    [
      'with entities',
      (xml: string) => xml.replace('<office:document-content', '<!DOCTYPE x [<!ENTITY e "x">]><office:document-content'),
      /declares XML entities/,
    ],
    [
      'with rows that repeat as headings',
      (xml: string) => xml.replace('<table:table-row', '<table:table-header-rows/><table:table-row'),
      /rows in groups or repeated as headings/,
    ],
    [
      'with more cells than an inventory has',
      (xml: string) =>
        xml
          .replace('<table:table-row', '<table:table-row table:number-rows-repeated="1048576"')
          .replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
      /^a\.ods cannot be read as a workbook/,
    ],
  ])('%s is refused', async (_what, change, sentence) => {
    expect(await refusalOf({ 'a.ods': withPart(await ods(), 'content.xml', change) })).toMatch(sentence);
  });

  test('with a password is refused with what to do', async () => {
    const locked = openDocument({ 'content.xml': 'secret', 'META-INF/manifest.xml': '<manifest:encryption-data/>' });
    expect(await refusalOf({ 'a.ods': locked })).toMatch(/^a\.ods is protected by a password.*save it as \.xlsx/);
  });

  test('that is a letter is none', async () => {
    const letter = openDocument({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });
    expect(await refusalOf({ 'a.odt': letter })).toBe(
      'a.odt is an OpenDocument file, but no spreadsheet. Save its table as a spreadsheet or as text.',
    );
  });
});

describe('a workbook of the kind before .xlsx', () => {
  test('is read, and asks for no password', async () => {
    const { machines } = await inventoryOf({ 'old.xls': OLD_WORKBOOK });
    expect(machines.map(({ facts }) => facts)).toMatchObject([
      { name: 'srv-1', cpuCount: 2, memoryMiB: 4096, isTemplate: false },
      { name: 'srv-2', cpuCount: 4, memoryMiB: 8192, isTemplate: true },
      { name: 'srv-3', cpuCount: 1 },
    ]);
  });

  test('that is cut off is refused', async () => {
    expect(await refusalOf({ 'old.xls': OLD_WORKBOOK.subarray(0, 3000) })).toMatch(
      /^old\.xls cannot be read as a workbook: it is damaged, cut off/,
    );
  });

  test('is told from a protected one, which asks for the password', async () => {
    expect(await readMadeFiles({ 'locked.xlsx': await protectedWorkbook('secret') })).toMatchObject({
      ok: false,
      failure: { code: 'forbidden' },
    });
  });
});
