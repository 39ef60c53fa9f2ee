import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

import type { MethodInput } from '../../../shared/contract/methods.ts';
import { hostileTexts } from '../../support/hostile-texts.data.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

type Table = Omit<MethodInput<'table.export'>, 'format'>;

const table: Table = {
  title: 'Not ready: production / night',
  columns: [
    { title: 'Name', kind: 'text' },
    { title: 'Memory', kind: 'number' },
    { title: 'Share', kind: 'number' },
    { title: 'Seen', kind: 'date' },
    { title: 'In scope', kind: 'boolean' },
    { title: 'Name', kind: 'text' },
  ],
  rows: [
    ['=cmd|calc', -4096, 0.25, '2027-07-01T20:00:00.000Z', true, 'a'],
    ['plain', null, 12, null, false, null],
  ],
};

async function exported(run: TestApp, format: 'csv' | 'xlsx', input: Table = table): Promise<{ name: string; bytes: Buffer }> {
  const { name, downloadId } = await run.ask('table.export', { ...input, format });
  const piece = await run.ask('download.read', { downloadId, offset: 0 });
  return { name, bytes: Buffer.from(piece.base64, 'base64') };
}

async function withApp(use: (run: TestApp) => Promise<void>, isSample = false): Promise<void> {
  const run = startTestApp(await newFolder());
  try {
    if (isSample) await run.ask('engagement.open-sample', {});
    else {
      await run.ask('engagement.create', { name: 'Move', customer: '' });
      await run.ask('engagement.change-settings', { timeZone: 'Europe/Berlin' });
    }
    await use(run);
  } finally {
    await run.app.close();
  }
}

test('CSV: what the table shows, in its order, with local times, numbers as numbers and nothing that runs', async () => {
  await withApp(async (run) => {
    const { name, bytes } = await exported(run, 'csv');
    expect(name).toBe('Not-ready-production-night.csv');
    expect(Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data).toEqual([
      ['Name', 'Memory', 'Share', 'Seen (Europe/Berlin)', 'In scope', 'Name 2'],
      ["'=cmd|calc", '-4096', '0.25', '2027-07-01 22:00', 'true', 'a'],
      ['plain', '', '12', '', 'false', ''],
    ]);
  });
});

test('workbook: types are kept, dates are dates on the wall clock of the engagement', async () => {
  await withApp(async (run) => {
    const { name, bytes } = await exported(run, 'xlsx');
    expect(name).toBe('Not-ready-production-night.xlsx');
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([
      [
        'Not ready production night',
        [
          ['Name', 'Memory', 'Share', 'Seen (Europe/Berlin)', 'In scope', 'Name 2'],
          ['=cmd|calc', -4096, 0.25, new Date('2027-07-01T22:00:00.000Z'), true, 'a'],
          ['plain', null, 12, null, false, null],
        ],
      ],
    ]);
  });
});

test('hostile texts, a date that is none, and a title of nothing but marks', async () => {
  await withApp(async (run) => {
    const rows = hostileTexts.map((text, index) => [text.slice(0, 30_000), `day ${index}`]);
    const input: Table = {
      title: '///',
      columns: [
        { title: '=1+1', kind: 'text' },
        { title: 'When', kind: 'date' },
      ],
      rows,
    };
    const csv = await exported(run, 'csv', input);
    expect(csv.name).toBe('Table.csv');
    const cells = Papa.parse<string[]>(csv.bytes.toString('utf8'), { skipEmptyLines: true }).data;
    expect(cells[0]).toEqual(["'=1+1", 'When']);
    expect(cells[1]?.[1]).toBe('day 0');
    const { sheets } = await readXlsx((await exported(run, 'xlsx', input)).bytes);
    expect(sheets[0]?.rows).toHaveLength(rows.length + 1);
    expect(sheets[0]?.rows[0]).toEqual(['=1+1', 'When']);
  });
});

test('a table of the sample says so in its name; a crooked one is refused with its row', async () => {
  await withApp(async (run) => {
    expect((await exported(run, 'csv')).name).toBe('SAMPLE_Not-ready-production-night.csv');
    const crooked = { ...table, format: 'csv' as const, rows: [...table.rows, ['too short']] };
    expect(await run.failureOf('table.export', crooked)).toEqual({ code: 'invalid-input', detail: 'rows.2: 1 cells under 6 columns.' });
  }, true);
});
