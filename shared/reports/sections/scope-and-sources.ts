import type { ImportRecord } from '../../domain/engagement.ts';
import type { SkippedRow } from '../../domain/machine.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { bothClocks, smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { countWords, numberWords } from '../words.ts';
import { conflictTable } from './conflicts.ts';
import { confidenceTable } from './data-confidence.ts';

/** What the report rests on: files, what was left out of them and why, and how far the values can be trusted. */
export function* scopeAndSources(context: ReportContext): Generator<void, ReportSection, void> {
  const { imports } = context.engagement;
  const out = context.machines.length - context.inScope.length;
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `${countWords(context.machines.length, 'machine')} ${context.machines.length === 1 ? 'was' : 'were'} found in ${countWords(imports.length, 'import')}; ${numberWords(context.inScope.length)} ${context.inScope.length === 1 ? 'is' : 'are'} in scope, ${numberWords(out)} ${out === 1 ? 'is' : 'are'} not. Where sources state different values, the newest counts, and a person’s value counts before all; both sides stay on record.`,
    },
    sourceTable(context),
    ...warningBlocks(imports),
    yield* skippedTable(imports),
    yield* outOfScopeTable(context),
    { kind: 'heading', level: 3, text: 'Data confidence' },
    yield* confidenceTable(context),
    yield* conflictTable(context),
  ];
  return { id: 'sources', title: 'Scope and sources', blocks };
}

function sourceTable({ engagement, timeZone, sources }: ReportContext): ReportBlock {
  return smallTable<ImportRecord>(
    {
      id: 'sources',
      title: 'Imported files',
      emptyText: 'No file was imported.',
      sheet: 'Sources',
      source: sources.journal,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: (record) => record.id },
      { key: 'file', title: 'File', kind: 'text', from: (record) => record.fileName },
      { key: 'format', title: 'Format', kind: 'text', from: (record) => record.inventory.formatTitle },
      { key: 'exportedAt', title: 'Exported', kind: 'date', from: (record) => record.inventory.exportedAt },
      ...bothClocks<ImportRecord>('imported', 'Imported', timeZone, (record) => record.importedAt).map((column) =>
        column.key === 'importedUtc' && timeZone !== 'UTC' ? { ...column, isDataOnly: true } : column,
      ),
      { key: 'importedBy', title: 'By', kind: 'text', from: (record) => record.importedBy },
      { key: 'machines', title: 'Machines', kind: 'number', from: (record) => record.inventory.machines.length },
      { key: 'newMachines', title: 'New', kind: 'number', from: (record) => record.newMachineCount },
      { key: 'skippedRows', title: 'Rows left out', kind: 'number', from: (record) => record.inventory.skipped.length },
      { key: 'sizeBytes', title: 'Size', kind: 'number', unit: 'bytes', isDataOnly: true, from: (record) => record.fileSizeBytes },
      { key: 'sha256', title: 'SHA-256 of the file', kind: 'text', isCode: true, from: (record) => record.fileSha256 },
    ],
    engagement.imports,
  );
}

function warningBlocks(imports: readonly ImportRecord[]): ReportBlock[] {
  const warnings = imports.flatMap((record) => record.inventory.warnings.map((warning) => `${record.fileName}: ${warning}`));
  if (warnings.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Remarks of the readers' },
    { kind: 'list', items: warnings },
  ];
}

interface Skipped extends SkippedRow {
  readonly record: ImportRecord;
}

function skippedTable(imports: readonly ImportRecord[]): Generator<void, ReportBlock, void> {
  const rows: Skipped[] = imports.flatMap((record) => record.inventory.skipped.map((row) => ({ ...row, record })));
  return tableOf<Skipped>(
    {
      id: 'skipped-rows',
      title: 'Rows that were left out',
      emptyText: 'Every row of every file was taken.',
      sheet: 'SkippedRows',
      mostPrintedRows: 25,
    },
    [
      {
        key: 'id',
        title: 'Id',
        kind: 'text',
        isCode: true,
        isDataOnly: true,
        from: ({ record, sheet, row }) => `${record.id}:${sheet}:${row}`,
      },
      { key: 'file', title: 'File', kind: 'text', from: ({ record }) => record.fileName },
      { key: 'sheet', title: 'Sheet', kind: 'text', from: ({ sheet }) => sheet },
      { key: 'row', title: 'Row', kind: 'number', from: ({ row }) => row },
      { key: 'what', title: 'What stood there', kind: 'text', empty: 'none', from: ({ what }) => what },
      { key: 'reason', title: 'Why it was left out', kind: 'text', from: ({ reason }) => reason },
    ],
    rows,
  );
}

function outOfScopeTable({ machines, sources }: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<ReportMachine>(
    {
      id: 'out-of-scope',
      title: 'Machines out of scope',
      emptyText: 'Every machine that was found is in scope.',
      sheet: 'OutOfScope',
      source: sources.inventory,
      mostPrintedRows: 50,
    },
    [
      { key: 'id', title: 'Machine id', kind: 'text', isCode: true, isDataOnly: true, from: ({ machine }) => machine.id },
      { key: 'name', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
      { key: 'os', title: 'Operating system', kind: 'text', from: ({ row }) => row.osName },
      { key: 'application', title: 'Application', kind: 'text', from: ({ row }) => row.application },
      { key: 'reason', title: 'Why', kind: 'text', empty: 'none', from: ({ machine }) => machine.outOfScopeReason },
    ],
    machines.filter((each) => !each.machine.isInScope),
  );
}
