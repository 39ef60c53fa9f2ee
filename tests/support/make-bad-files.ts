import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';

type Cell = string | number | boolean | null;

/** Broken and hostile files, all made here. */
export async function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Buffer> {
  const made = Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) }));
  return Buffer.from(await writeXlsx({ sheets: made }));
}

export const machinesSheet = (count: number): (readonly Cell[])[] => [
  ['VM', 'CPUs', 'Memory', 'VM UUID'],
  ...Array.from({ length: count }, (_, index) => [
    `srv-${index + 1}`,
    2,
    4096,
    `4210ab00-0000-4000-8000-${String(index).padStart(12, '0')}`,
  ]),
];

/** A workbook with one of its parts rewritten, e.g. cut off; `null` takes the part out. */
export function withPart(workbook: Uint8Array, name: string, change: (text: string) => string | null): Buffer {
  const parts = unzipSync(workbook);
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no part ${name}, only ${Object.keys(parts).join(', ')}`);
  const changed = change(strFromU8(part));
  const others = Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name));
  return Buffer.from(zipSync(changed === null ? others : { ...others, [name]: strToU8(changed) }));
}

export const FIRST_SHEET = 'xl/worksheets/sheet1.xml';
export const TEXTS = 'xl/sharedStrings.xml';

/** Everything before the n-th row begins. */
export function cutBeforeRow(xml: string, row: number): string {
  const at = xml.indexOf(`<row r="${row}"`);
  if (at < 0) throw new Error(`there is no row ${row}`);
  return xml.slice(0, at + 12);
}

export async function protectedWorkbook(password: string): Promise<Buffer> {
  const plain = await workbookOf({ vInfo: machinesSheet(1) });
  return Buffer.from(await saveXlsx(await openXlsx(plain), { encryption: { password, spinCount: 1000 } }));
}

const WORKSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Two cells as far apart as a sheet allows: a reader that makes a table of it needs 17 thousand million cells. */
export async function farApartWorkbook(): Promise<Buffer> {
  const cell = (reference: string): string => `<c r="${reference}" t="inlineStr"><is><t>x</t></is></c>`;
  return withPart(
    await workbookOf({ vInfo: machinesSheet(1) }),
    FIRST_SHEET,
    () =>
      `<?xml version="1.0"?><worksheet ${WORKSHEET}><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row></sheetData></worksheet>`,
  );
}

/** Ten entities, each ten of the one before: a kilobyte that unfolds to ten gigabytes. */
export async function entityBomb(): Promise<Buffer> {
  const entities = Array.from({ length: 10 }, (_, level) =>
    level === 0 ? '<!ENTITY e0 "bomb bomb">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
  ).join('');
  return withPart(
    await workbookOf({ vInfo: machinesSheet(1) }),
    FIRST_SHEET,
    () =>
      `<?xml version="1.0"?><!DOCTYPE worksheet [${entities}]><worksheet ${WORKSHEET}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>VM</t></is></c><c r="B1" t="inlineStr"><is><t>CPUs</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>&e9;</t></is></c><c r="B2"><v>2</v></c></row></sheetData></worksheet>`,
  );
}

/** A sheet of nothing but blanks, a thousand times smaller packed than unpacked. */
export async function zipBomb(): Promise<Buffer> {
  return withPart(await workbookOf({ vInfo: machinesSheet(1) }), FIRST_SHEET, (xml) =>
    xml.replace('<sheetData>', `${' '.repeat(8 * 1024 * 1024)}<sheetData>`),
  );
}

/** The same, with a directory and headers that say it is small. */
export async function lyingZipBomb(): Promise<Buffer> {
  const bomb = await zipBomb();
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bomb.length * 0 + unzipSync(bomb)[FIRST_SHEET]!.length);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(2000);
  for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 1)) small.copy(bomb, at);
  return bomb;
}
