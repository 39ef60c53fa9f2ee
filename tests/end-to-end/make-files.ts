import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';

/** A table that no tool writes: its columns have to be mapped by a person. One row has no name. */
export async function makeUnknownTable(folder: string, machines: number): Promise<string> {
  const rows = Array.from({ length: machines }, (_, index) => `box-${index + 1};${(index % 4) + 1};Depot ${index % 3};Team A`);
  const file = path.join(folder, `assets-${machines}.csv`);
  await writeFile(file, ['Asset tag;Compute;Where;Whose', ...rows, ';8;Depot 1;Team B'].join('\n'));
  return file;
}

/** The names of machines of this many, as an inventory with headers that are known. */
export async function makeKnownTable(folder: string, machines: number): Promise<string> {
  const rows = Array.from({ length: machines }, (_, index) =>
    [
      `srv-${String(index).padStart(5, '0')}`,
      2 + (index % 8),
      4096 * (1 + (index % 4)),
      `App ${index % 50}`,
      'Production',
      100 + (index % 400),
    ].join(','),
  );
  const file = path.join(folder, `inventory-${machines}.csv`);
  await writeFile(file, ['VM,CPUs,Memory,Application,Environment,In use GB', ...rows].join('\n'));
  return file;
}

export async function makeProtectedWorkbook(folder: string, password: string): Promise<string> {
  const file = path.join(folder, 'protected.xlsx');
  const rows = [
    ['Name', 'Cores'],
    ['locked-01', 4],
  ];
  const plain = await writeXlsx({ sheets: [{ name: 'Machines', rows }] });
  await writeFile(file, await saveXlsx(await openXlsx(plain), { encryption: { password, spinCount: 1000 } }));
  return file;
}

/** Looks like a workbook from outside and is none. */
export async function makeBrokenWorkbook(folder: string): Promise<string> {
  const file = path.join(folder, 'broken.xlsx');
  await writeFile(file, Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), randomBytes(2000)]));
  return file;
}

export async function makeEmptyFile(folder: string): Promise<string> {
  const file = path.join(folder, 'empty.csv');
  await writeFile(file, '');
  return file;
}
