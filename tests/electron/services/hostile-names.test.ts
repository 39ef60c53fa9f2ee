import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { hostileTexts } from '../../support/hostile-texts.data.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTestApp, upload, type TestApp } from '../../support/test-app.ts';

/** Names that come in with a file and go out with a report; the exporters are tested for what they are given, here it is the whole way. */
let run: TestApp;
let folder: { readonly path: string; readonly remove: () => Promise<void> };
const reports = new Map<string, Uint8Array>();

/** A name has at most 300 characters; a text that a spreadsheet would show as an error is no name. */
const names = hostileTexts.filter((text) => text.length < 300 && !text.startsWith('#'));

async function download(downloadId: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (let offset = 0; ;) {
    const piece = await run.ask('download.read', { downloadId, offset });
    const bytes = Buffer.from(piece.base64, 'base64');
    pieces.push(bytes);
    offset += bytes.byteLength;
    if (piece.isLast) return Buffer.concat(pieces);
  }
}

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  run = startTestApp(folder.path);
  await run.ask('engagement.create', { path: path.join(folder.path, 'e.landfall'), name: 'Hostile', customer: '' });
  const csv = Papa.unparse([['Name', 'Owner', 'Application', 'CPUs'], ...names.map((text, index) => [text, text, text, index + 1])]);
  const seen = await run.ask('import.preview', { uploadId: await upload(run, 'hostile.csv', Buffer.from(csv)) });
  if (seen.machineCount !== names.length) throw new Error(`${seen.machineCount} of ${names.length} names were read`);
  await run.ask('import.confirm', { previewId: seen.previewId });
  const { files } = await run.ask('report.export', { preset: 'wave-plan', formats: ['html', 'xlsx', 'csv'] });
  for (const { name, downloadId } of files) reports.set(path.extname(name), await download(downloadId));
});
afterAll(async () => {
  await run.app.close();
  await folder.remove();
});

test('come in as text, freed of control characters', async () => {
  const { rows } = await run.ask('machine.list', { offset: 0, limit: 100 });
  expect(rows).toHaveLength(names.length);
  // oxlint-disable-next-line no-control-regex
  expect(rows.filter(({ name }) => /[\u0000-\u001f\u007f]/.test(name) || name === '')).toEqual([]);
});

test('go out into the page escaped, without marks that turn the direction of writing', () => {
  const page = strFromU8(reports.get('.html') ?? new Uint8Array());
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(/<script|<img|<svg\/onload|javascript:alert\(1\)"/i.test(page)).toBe(false);
  // oxlint-disable-next-line no-control-regex
  expect(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(page)).toBe(false);
});

test('go out into text tables so that no spreadsheet runs them', () => {
  const tables = Object.entries(unzipSync(reports.get('.zip') ?? new Uint8Array()));
  const machines = tables.find(([name]) => name.endsWith('_Machines.csv'))?.[1];
  expect(Papa.parse(strFromU8(machines ?? new Uint8Array()), { skipEmptyLines: true }).data).toHaveLength(names.length + 1);
  const cells = tables.flatMap(([, bytes]) => Papa.parse<string[]>(strFromU8(bytes), { skipEmptyLines: true }).data.flat());
  expect(cells.filter((cell) => /^[\s"]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?[\d.]+$/.test(cell))).toEqual([]);
});

test('go out into the workbook as text and not as formulas', async () => {
  const bytes = reports.get('.xlsx') ?? new Uint8Array();
  const { sheets } = await readXlsx(bytes);
  expect(sheets.find(({ name }) => name === 'Machines')?.rows).toHaveLength(names.length + 1);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(parts.filter(([, xml]) => /<f[ >/]|t="e"/.test(strFromU8(xml))).map(([name]) => name)).toEqual([]);
});
