import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { cleanText } from '../../../electron/exporters/clean-text.ts';
import type { WrittenFile } from '../../../electron/exporters/exporter.ts';
import { exporters } from '../../../electron/exporters/index.ts';
import { zipFiles } from '../../../electron/exporters/zip-files.ts';
import { guardFile } from '../../../electron/importers/import-guard.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { buildReport } from '../../../shared/reports/build-report.ts';
import { tablesOf, type Report, type ReportFormat } from '../../../shared/reports/report.ts';
import { hostileTexts } from '../../support/hostile-texts.data.ts';
import { madeUpEngagement, reportSource } from '../../support/made-up-engagement.ts';

/** Every text of the list as name, application, owner and operating system of a machine, and as customer. */
function hostileReport(): Report {
  const machines = hostileTexts.map((text, index) => ({
    name: text,
    application: text,
    owner: text,
    environment: text,
    osName: text,
    inUseGiB: 10 + index,
    isSecureBootOn: index % 3 === 0,
    disks: [{ id: text, path: text }],
  }));
  return runToEnd(buildReport(reportSource('wave-plan', madeUpEngagement({ machines, customer: hostileTexts[0] ?? '' }))));
}

const report = hostileReport();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-hostile-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function write(format: ReportFormat): Promise<readonly WrittenFile[]> {
  return await exporters[format].write({ report, baseName: 'hostile' });
}

const textOf = (file: WrittenFile | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);

test('HTML: nothing but the elements that the writer makes, no attribute and no character slips in', async () => {
  const page = textOf((await write('html'))[0]);
  const tags = new Set([...page.matchAll(/<([a-z][a-z\d]*)/gi)].map(([, tag]) => tag?.toLowerCase()));
  expect([...tags].filter((tag) => ['script', 'img', 'b', 'x', 'iframe', 'object', 'link', 'base', 'form'].includes(tag ?? ''))).toEqual(
    [],
  );
  expect(page.match(/<style/g)).toHaveLength(1);
  expect(page.match(/<meta http-equiv/g)).toHaveLength(1);
  // Names of attributes only: the same words within a text or a value are harmless and stay.
  const bare = page.replaceAll(/="[^"]*"/g, '=""');
  expect(/<[^>]*\s(?:on\w+|style|srcdoc|formaction)\s*=/i.exec(bare)).toBeNull();
  expect(
    [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target).filter((target) => !/^(?:#|https:\/\/)/.test(target ?? '')),
  ).toEqual([]);
  expect(page).not.toContain('evil.example/"');
  // oxlint-disable-next-line no-control-regex
  expect(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(page)).toBe(false);
  expect(page.isWellFormed()).toBe(true);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('CSV: every cell is text that no spreadsheet runs, and reads back as it was but for what was made harmless', async () => {
  for (const file of await write('csv')) {
    const parsed = Papa.parse<string[]>(textOf(file), { skipEmptyLines: true });
    expect([file.name, parsed.errors]).toEqual([file.name, []]);
    const [header = [], ...rows] = parsed.data;
    expect([file.name, rows.every((row) => row.length === header.length)]).toEqual([file.name, true]);
    for (const cell of [...header, ...rows.flat()].filter((text) => !/^-?[\d.]+$/.test(text))) {
      expect(cell).not.toMatch(/^[\s"]*[=+\-@|\uff1d\uff0b\uff0d\uff20\t\r]/);
      // oxlint-disable-next-line no-control-regex
      expect(cell).not.toMatch(/[\u0000-\u001f\u007f]/);
    }
  }
  const machines = (await write('csv')).find(({ name }) => name.endsWith('_Machines.csv'));
  const names = Papa.parse<string[]>(textOf(machines), { skipEmptyLines: true })
    .data.slice(1)
    .map((row) => String(row[1]).replace(/^'/, ''));
  expect(names.toSorted()).toEqual(hostileTexts.map((text) => cleanText(text).replace(/^'/, '')).toSorted());
});

test('workbook: texts are texts, in every cell; none is a formula, an error or a link', async () => {
  const [file] = await write('xlsx');
  const bytes = file?.bytes ?? new Uint8Array();
  const workbook = await readXlsx(bytes, { readStyles: true });
  const machines = workbook.sheets.find(({ name }) => name === 'Machines');
  const names = (machines?.rows ?? []).slice(1).map((row) => String(row[1]));
  const shortened = (text: string): string => (text.length > 32_767 ? `${text.slice(0, 32_747)} … (cut short)` : text);
  expect(names.toSorted()).toEqual(hostileTexts.map((text) => shortened(cleanText(text))).toSorted());
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, xml: new TextDecoder().decode(content) }));
  for (const { name, xml } of parts.filter((part) => part.name.startsWith('xl/worksheets/sheet'))) {
    expect([name, /<f[ >/]/.test(xml), /t="e"/.test(xml), /<mergeCell/.test(xml)]).toEqual([name, false, false, false]);
    expect([name, /state="frozen"/.test(xml), /<autoFilter/.test(xml)]).toEqual([name, true, true]);
  }
  expect(parts.filter(({ name, xml }) => name.endsWith('.rels') && xml.includes('TargetMode="External"'))).toEqual([]);
  expect(await guard('hostile.xlsx', bytes)).toEqual({ ok: true, value: 'workbook' });
});

async function guard(name: string, bytes: Uint8Array): Promise<unknown> {
  const filePath = path.join(folder, name);
  await writeFile(filePath, bytes);
  return await guardFile(filePath, name);
}

test('JSON: keeps its schema and every text exactly', async () => {
  const [document, schemaFile] = await write('json');
  const schema = z.fromJSONSchema(JSON.parse(textOf(schemaFile)) as Parameters<typeof z.fromJSONSchema>[0]);
  const parsed = JSON.parse(textOf(document)) as { tables: { machines: { rows: { name: string }[] } } };
  expect(schema.safeParse(parsed).error?.issues ?? []).toEqual([]);
  expect(schema.safeParse({ ...parsed, extra: 1 }).success).toBe(false);
  expect(parsed.tables.machines.rows.map(({ name }) => name).toSorted()).toEqual([...hostileTexts].toSorted());
});

test('every table of the report is in every data format, row by row', async () => {
  const tables = tablesOf(report).filter(({ sheet }) => sheet !== undefined);
  const [file] = await write('xlsx');
  const workbook = await readXlsx(file?.bytes ?? new Uint8Array());
  const csv = new Map((await write('csv')).map(({ name, bytes }) => [name, bytes]));
  const json = JSON.parse(textOf((await write('json'))[0])) as { tables: Record<string, { rows: unknown[] }> };
  for (const { id, sheet, rows } of tables) {
    const inWorkbook = workbook.sheets.find(({ name }) => name === sheet)?.rows.length ?? 0;
    const text = new TextDecoder().decode(csv.get(`hostile_${sheet ?? ''}.csv`));
    const inCsv = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.length;
    expect([id, inWorkbook, inCsv, json.tables[id]?.rows.length]).toEqual([id, rows.length + 1, rows.length + 1, rows.length]);
  }
});

test('the zip of the text tables holds them all, and is the same each time', async () => {
  const files = await write('csv');
  const [first, second] = [zipFiles('tables.zip', files), zipFiles('tables.zip', files)];
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  expect(Object.keys(unzipSync(first.bytes)).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
});

test.each(['html', 'xlsx', 'json', 'csv'] as const)('%s: same report, same bytes', async (format) => {
  const [first, second] = [await write(format), await write(format)];
  expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name));
  for (const [index, file] of first.entries()) expect(Buffer.compare(file.bytes, second[index]?.bytes ?? Buffer.alloc(0))).toBe(0);
});
