import path from 'node:path';

import { expect, test } from 'vitest';

import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { buildReport } from '../../../shared/reports/build-report.ts';
import { createReportReader, reportLines } from '../../../shared/reports/report-lines.ts';
import { tablesOf, type Report, type ReportPreset, type ReportTable } from '../../../shared/reports/report.ts';
import { madeUpEngagement, reportSource, type MadeUp } from '../../support/made-up-engagement.ts';

const PRESETS: readonly ReportPreset[] = ['assessment', 'wave-plan', 'completion'];

function reportOf(preset: ReportPreset, madeUp?: MadeUp): Report {
  return runToEnd(buildReport(reportSource(preset, madeUp)));
}

/** One row a line, so that a change of the report reads well. */
function goldenText(report: Report): string {
  const lines: string[] = [];
  for (const { blocks, ...section } of report.sections) {
    lines.push(JSON.stringify(section));
    for (const block of blocks) {
      if (block.kind !== 'table') lines.push(`  ${JSON.stringify(block)}`);
      else {
        const { rows, ...about } = block.table;
        lines.push(`  ${JSON.stringify(about)}`, ...rows.map((row) => `    ${JSON.stringify(row)}`));
      }
    }
  }
  const { sections: _sections, ...head } = report;
  return `${JSON.stringify(head)}\n${lines.join('\n')}\n`;
}

/** After a wanted change: `vitest run tests/shared/reports --update`, and read the difference before it is committed. */
test.each(PRESETS)('the %s report of a small engagement is as kept', async (preset) => {
  await expect(goldenText(reportOf(preset))).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', `${preset}.txt`));
});

function table(report: Report, id: string): ReportTable {
  const found = tablesOf(report).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the report has no table ${id}`);
  return found;
}

function column(report: Report, id: string, key: string): unknown[] {
  const { columns, rows } = table(report, id);
  const place = columns.findIndex((candidate) => candidate.key === key);
  if (place < 0) throw new Error(`${id} has no column ${key}`);
  return rows.map((row) => row[place]);
}

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);

test.each(PRESETS)('%s: every machine stands in the inventory once, and every total agrees with it', (preset) => {
  const madeUp = madeUpEngagement();
  const report = reportOf(preset, madeUp);
  const ids = column(report, 'machines', 'id').map(String);
  expect(ids.toSorted()).toEqual([...madeUp.derived.engagement.machines.keys()].toSorted());
  const inScope = column(report, 'machines', 'inScope').filter((value) => value === true).length;
  const out = column(report, 'out-of-scope', 'id');
  expect(inScope + out.length).toBe(ids.length);
  const figures = new Map(column(report, 'summary', 'id').map((id, index) => [id, column(report, 'summary', 'value')[index]]));
  const count = (verdict: string): number => column(report, 'machines', 'readiness').filter((value) => value === verdict).length;
  expect(figures.get('in-scope')).toBe(inScope);
  expect(figures.get('can-move')).toBe(count('Ready') + count('Ready, with warnings'));
  expect(figures.get('blocked')).toBe(count('Blocked'));
  expect(figures.get('undecided')).toBe(count('Undecided'));
  expect(sum(column(report, 'readiness-by-environment', 'total'))).toBe(inScope);
  expect(column(report, 'undecided', 'id')).toHaveLength(count('Undecided'));
  expect(new Set(column(report, 'backlog', 'name')).size).toBe(count('Blocked'));
  const memory = column(report, 'machines', 'memory').filter((_value, index) => column(report, 'machines', 'inScope')[index] === true);
  expect(figures.get('memory')).toBe(Math.round(sum(memory)));
});

test('every machine in scope stands in one wave, each with its window', () => {
  const report = reportOf('wave-plan');
  const placed = column(report, 'wave-machines', 'id');
  expect(new Set(placed).size).toBe(placed.length);
  expect(placed).toHaveLength(5);
  expect(sum(column(report, 'waves', 'machines'))).toBe(5);
  expect(column(report, 'waves', 'startLocal').every((start) => typeof start === 'string')).toBe(true);
  expect(sum(column(report, 'groups', 'count'))).toBe(5);
});

test('breakdowns count every machine in scope, once each', () => {
  const report = reportOf('assessment');
  const names = column(report, 'estate', 'breakdown');
  const machines = column(report, 'estate', 'machines');
  for (const name of new Set(names)) expect([name, sum(machines.filter((_value, index) => names[index] === name))]).toEqual([name, 5]);
});

test.each(PRESETS)('%s: table ids, sheets and keys are unique; rows are as wide as their header; ids head every sheet', (preset) => {
  const tables = tablesOf(reportOf(preset));
  const sheets = tables.flatMap(({ sheet }) => sheet ?? []);
  expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  expect(new Set(sheets.map((sheet) => sheet.toLowerCase())).size).toBe(sheets.length);
  for (const { id, sheet, columns, rows, emptyText } of tables) {
    expect([id, new Set(columns.map(({ key }) => key)).size]).toEqual([id, columns.length]);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(emptyText).not.toBe('');
    if (sheet === undefined) continue;
    expect(sheet.length).toBeLessThanOrEqual(31);
    const firsts = rows.map((row) => row[0]);
    expect([id, new Set(firsts).size, firsts.includes(null)]).toEqual([id, rows.length, false]);
  }
});

test('unknown is written out: no sum, size or date is made up where nothing is known', () => {
  const madeUp = madeUpEngagement({ machines: [{ name: 'a' }, { name: 'b' }] });
  const report = reportOf('wave-plan', madeUp);
  const figures = new Map(column(report, 'summary', 'id').map((id, index) => [id, column(report, 'summary', 'value')[index]]));
  expect([figures.get('data'), figures.get('memory'), figures.get('cpu')]).toEqual([null, null, null]);
  expect(column(report, 'waves', 'data')).toEqual([null, null]);
  expect(column(report, 'machines', 'memory')).toEqual([null, null]);
  const shown = report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])));
  expect(shown.find(({ label }) => label === 'Data to move')?.value).toBe('unknown');
});

test('an engagement without machines or plan still makes a report', () => {
  for (const preset of PRESETS) {
    const report = reportOf(preset, madeUpEngagement({ machines: [], hasPlan: false }));
    expect(table(report, 'machines').rows).toEqual([]);
  }
});

test('a sample says so', () => {
  const report = reportOf('assessment', madeUpEngagement({ isSample: true }));
  expect(report.isSample).toBe(true);
  expect(report.sections[0]?.blocks[0]).toMatchObject({ kind: 'note', tone: 'warning' });
  expect(JSON.stringify(report.sections[0]?.blocks[0])).toContain('Fictional');
});

test('same state, same report; a report survives its way through lines', () => {
  const [first, second] = [reportOf('wave-plan'), reportOf('wave-plan')];
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  const reader = createReportReader();
  for (const line of reportLines(first)) reader.take(line.trimEnd());
  expect(reader.finish()).toEqual(first);
});

test('later exports are no part of the state', () => {
  const madeUp = madeUpEngagement();
  expect(madeUp.entries.at(-1)?.kind).toBe('report.exported');
  const source = reportSource('completion', madeUp);
  expect(source.entries.at(-1)?.kind).toBe('journal.note-added');
  expect(source.derived.engagement.reports).toEqual([]);
});

test('a blocker that every machine has is told once, and stands in the work list for each', () => {
  const machines = ['a', 'b', 'c'].map((name) => ({ name, isSecureBootOn: true, diskCount: name === 'c' ? 20 : 1 }));
  const report = reportOf('assessment', madeUpEngagement({ machines }));
  expect(column(report, 'blocked-machines', 'name')).toEqual(['c']);
  expect(column(report, 'backlog', 'name')).toEqual(['a', 'b', 'c', 'c']);
  const texts = report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])));
  expect(texts).toContain('“Secure Boot is on” (T-01) holds for all 3 machines and is not repeated for each of them.');
});

test('gives way often, however many machines there are', () => {
  const machines = Array.from({ length: 2000 }, (_, index) => ({
    name: `m${index}`,
    application: `a${index % 400}`,
    isSecureBootOn: index % 2 === 0,
  }));
  const work = buildReport(reportSource('wave-plan', madeUpEngagement({ machines, hasPlan: false })));
  let slices = 0;
  while (work.next().done !== true) slices += 1;
  expect(slices).toBeGreaterThan(60);
});
