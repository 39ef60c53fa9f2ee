import { readingsOf } from '../../domain/effective-facts.ts';
import type { ImportRecord } from '../../domain/engagement.ts';
import { fieldTitle } from '../../domain/machine-fields.ts';
import type { FieldName, Reading } from '../../domain/machine.ts';
import { dayWords } from '../local-time.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { tableOf } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { compareWords, valueWords } from '../words.ts';

interface Conflict {
  readonly each: ReportMachine;
  readonly field: FieldName;
  readonly readings: readonly Reading[];
}

/** Every value on which sources differ, or which a person set against a source: both sides, and which one counts. */
export function conflictTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const { engagement, timeZone } = context;
  const imports = new Map(engagement.imports.map((record) => [record.id, record]));
  const counting = (conflict: Conflict): Reading | undefined => conflict.readings.at(-1);
  return tableOf<Conflict>(
    {
      id: 'conflicts',
      title: 'Values on which sources differ',
      emptyText: 'No two sources state different values.',
      sheet: 'Conflicts',
      source: context.sources.inventory,
      mostPrintedRows: 30,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ each, field }) => `${each.machine.id}:${field}` },
      { key: 'machine', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
      { key: 'fact', title: 'Fact', kind: 'text', from: ({ field }) => fieldTitle(field) },
      { key: 'counts', title: 'Counts', kind: 'text', from: (conflict) => valueWords(counting(conflict)?.value) },
      {
        key: 'from',
        title: 'From',
        kind: 'text',
        from: (conflict) => sourceWords(counting(conflict), imports, timeZone),
      },
      {
        key: 'others',
        title: 'Other statements',
        kind: 'text',
        empty: 'none',
        from: ({ readings }) =>
          readings
            .slice(0, -1)
            .map((reading) => `${valueWords(reading.value)} – ${sourceWords(reading, imports, timeZone)}`)
            .join('; '),
      },
    ],
    conflictsOf(context, imports),
  );
}

function* conflictsOf(context: ReportContext, imports: ReadonlyMap<string, ImportRecord>): Generator<Conflict, void, void> {
  for (const each of context.machines) {
    const fields = Object.keys(each.row.provenance).toSorted(compareWords) as FieldName[];
    for (const field of fields) {
      const state = each.row.provenance[field];
      if (state !== 'conflict' && state !== 'person') continue;
      const readings = readingsOf(each.machine, field, imports);
      // A person who fills in what no source states contradicts nobody.
      if (new Set(readings.map((reading) => JSON.stringify(reading.value))).size > 1) yield { each, field, readings };
    }
  }
}

function sourceWords(reading: Reading | undefined, imports: ReadonlyMap<string, ImportRecord>, timeZone: string): string {
  if (reading === undefined) return 'unknown';
  const when = dayWords(reading.statedAt, timeZone);
  if (reading.source.kind === 'person') return `${reading.source.name}, ${when}`;
  const place = reading.row === undefined ? '' : `, ${reading.sheet ?? ''} row ${reading.row}`;
  return `${imports.get(reading.source.importId)?.fileName ?? 'import'}${place}, ${when}`;
}
