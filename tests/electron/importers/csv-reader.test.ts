import { describe, expect, test } from 'vitest';

import { readCsv } from '../../../electron/importers/csv-reader.ts';

function read(text: string) {
  const reply = readCsv(text, 'list.csv');
  if (!reply.ok) throw new Error(reply.failure.detail);
  const { sheet, warnings } = reply.value;
  return { header: sheet.header, rows: sheet.rows.map(({ number, cells }) => [number, ...cells]), warnings };
}

const PLAIN = {
  header: ['Name', 'OS', 'RAM'],
  rows: [
    [2, 'a', 'Debian 11', '4'],
    [3, 'b', 'Debian 12', '8'],
  ],
  warnings: [],
};

describe('a text table', () => {
  test.each([
    ['commas', 'Name,OS,RAM\na,Debian 11,4\nb,Debian 12,8\n'],
    ['semicolons', 'Name;OS;RAM\na;Debian 11;4\nb;Debian 12;8'],
    ['tabulators and the line ends of Windows', 'Name\tOS\tRAM\r\na\tDebian 11\t4\r\nb\tDebian 12\t8\r\n'],
    ['bars', 'Name|OS|RAM\na|Debian 11|4\nb|Debian 12|8\n'],
    ['quotation marks around everything', '"Name","OS","RAM"\n"a","Debian 11","4"\n"b","Debian 12","8"\n'],
    ['empty rows at its end', 'Name,OS,RAM\na,Debian 11,4\nb,Debian 12,8\n,,\n  ,,\n\n\n'],
  ])('with %s', (_what, text) => {
    expect(read(text)).toEqual(PLAIN);
  });

  test.each([
    ['a line that names the separator', 'sep=;\r\nName;OS;RAM\r\na;Debian 11;4\r\nb;Debian 12;8\r\n', 1],
    [
      'the type line of PowerShell',
      '#TYPE Selected.Microsoft.HyperV.PowerShell.VirtualMachine\n"Name","OS","RAM"\n"a","Debian 11","4"\n"b","Debian 12","8"\n',
      1,
    ],
    ['a title and an empty row', 'Inventory of all sites\n\nName,OS,RAM\na,Debian 11,4\nb,Debian 12,8\n', 2],
    ['titles as wide as most of it', 'Report,Machines,\nBy,Team A,\nName,OS,RAM\na,Debian 11,4\nb,Debian 12,8\n', 2],
  ])('below %s keeps the row numbers of the file', (_what, text, above) => {
    expect(read(text)).toEqual({ ...PLAIN, rows: PLAIN.rows.map(([number, ...cells]) => [Number(number) + above, ...cells]) });
  });

  test('counts empty rows in between, and takes quoted line breaks as blanks', () => {
    expect(read('Name,OS\na,"Debian\r\n11"\n\nb,x\n').rows).toEqual([
      [2, 'a', 'Debian 11'],
      [4, 'b', 'x'],
    ]);
  });

  test('is not cut at decimal commas', () => {
    expect(read('Name;RAM;Disk\na;1,5;20,5\nb;2,5;40,5\n').rows).toEqual([
      [2, 'a', '1,5', '20,5'],
      [3, 'b', '2,5', '40,5'],
    ]);
  });
});

describe('a damaged text table', () => {
  test('whose quotation mark swallows the rest is refused with its row', () => {
    expect(readCsv('Name,OS\na,Debian\nb,"Debian\nc,Debian\n', 'list.csv')).toMatchObject({
      ok: false,
      failure: { detail: expect.stringMatching(/^list\.csv: row 3 opens a quotation mark that is never closed/) as string },
    });
  });

  test('that breaks off in its last row says so', () => {
    expect(read('Name,OS,RAM\na,Debian 11,4\nb,Debi').warnings[0]).toMatch(/its last row \(3\) has 2 of 3 cells and no end of line/);
    expect(read('Name,OS,RAM\na,Debian 11,4\nb,Debian 12,8').warnings).toEqual([]);
  });

  test('of unequal rows counts them', () => {
    expect(read('Name,OS\na,Debian,too much\nb\nc,Debian\n').warnings).toEqual([
      'list.csv: 2 rows have more or fewer cells than the header; missing cells count as unknown.',
    ]);
  });

  test('of thousands of columns is no inventory', () => {
    expect(readCsv(`${'a,'.repeat(3000)}\n`, 'wide.csv')).toMatchObject({
      failure: { detail: 'wide.csv has 3001 columns; that is not an inventory. Nothing was stored; export fewer columns.' },
    });
  });
});
