import { expect, test } from 'vitest';

import { cutBeforeRow, FIRST_SHEET, machinesSheet, TEXTS, withPart, workbookOf } from '../../support/make-bad-files.ts';
import { inventoryOf, refusalOf } from '../../support/read-made-files.ts';

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
