import { fieldTitle } from '../../domain/machine-fields.ts';
import type { FieldName } from '../../domain/machine.ts';
import type { ReportContext } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { shareWords } from '../words.ts';

/** Fields on which readiness, waves and sizes rest most. */
const KEY_FIELDS: readonly FieldName[] = [
  'application',
  'owner',
  'environment',
  'criticality',
  'osName',
  'osVersion',
  'firmware',
  'cpuCount',
  'memoryMiB',
  'disks',
  'provisionedGiB',
  'inUseGiB',
  'nics',
  'ipAddresses',
  'powerState',
  'machinePeakChurnMBps',
  'targetVmSize',
  'downtimeBudgetMinutes',
];

interface Confidence {
  readonly field: FieldName;
  oneSource: number;
  agreed: number;
  conflict: number;
  person: number;
  unknown: number;
}

const SLICE = 500;

/** For each key field: how many machines have it from where, and how many not at all. */
export function* confidenceTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const fields: Confidence[] = KEY_FIELDS.map((field) => ({ field, oneSource: 0, agreed: 0, conflict: 0, person: 0, unknown: 0 }));
  for (const [index, { machine, row }] of context.inScope.entries()) {
    for (const counts of fields) {
      const state = row.provenance[counts.field];
      if (machine.facts[counts.field] === undefined) counts.unknown += 1;
      else if (state === 'person') counts.person += 1;
      else if (state === 'agreed') counts.agreed += 1;
      else if (state === 'conflict') counts.conflict += 1;
      else counts.oneSource += 1;
    }
    if (index % SLICE === SLICE - 1) yield;
  }
  const total = context.inScope.length;
  return smallTable<Confidence>(
    {
      id: 'confidence',
      title: 'Key facts and how far they are known, in machines of the scope',
      emptyText: 'No machine is in scope.',
      sheet: 'Confidence',
      source: context.sources.inventory,
    },
    [
      { key: 'id', title: 'Field', kind: 'text', isCode: true, isDataOnly: true, from: ({ field }) => field },
      { key: 'fact', title: 'Fact', kind: 'text', from: ({ field }) => fieldTitle(field) },
      { key: 'oneSource', title: 'One source', kind: 'number', from: ({ oneSource }) => oneSource },
      { key: 'agreed', title: 'Sources agree', kind: 'number', from: ({ agreed }) => agreed },
      { key: 'conflict', title: 'Sources differ', kind: 'number', from: ({ conflict }) => conflict },
      { key: 'person', title: 'Set by a person', kind: 'number', from: ({ person }) => person },
      { key: 'unknown', title: 'Unknown', kind: 'number', from: ({ unknown }) => unknown },
      { key: 'known', title: 'Known', kind: 'text', from: ({ unknown }) => shareWords(total - unknown, total) },
    ],
    total === 0 ? [] : fields,
  );
}
