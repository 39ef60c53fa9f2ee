import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { conflictText } from '../../text/inventory-views.ts';

export type Conflict = MethodOutput<'machine.conflicts'>['conflicts'][number];
export type ConflictReading = Conflict['readings'][number];

export function conflictKey({ machineId, field }: Pick<Conflict, 'machineId' | 'field'>): string {
  return `${machineId}|${field}`;
}

/** Fields in conflict with how many machines, most machines first. */
export function conflictFields(
  conflicts: readonly Conflict[],
): readonly { readonly field: string; readonly title: string; readonly count: number }[] {
  return [...Map.groupBy(conflicts, ({ field }) => field)]
    .map(([field, members]) => ({ field, title: members[0]?.title ?? field, count: members.length }))
    .toSorted((a, b) => b.count - a.count || a.title.localeCompare(b.title, 'en'));
}

/** Conflicts of the wanted fields (of all when none is named) that hold the text in machine, field or value. */
export function filterConflicts(
  conflicts: readonly Conflict[],
  { text, fields }: { readonly text: string; readonly fields: readonly string[] },
): readonly Conflict[] {
  const wanted = text.trim().toLowerCase();
  return conflicts.filter((conflict) => {
    if (fields.length > 0 && !fields.includes(conflict.field)) return false;
    if (wanted === '') return true;
    const values = conflict.readings.map(({ value }) => formatFieldValue(conflict.field, value));
    return [conflict.machineName, conflict.title, ...values].some((words) => words.toLowerCase().includes(wanted));
  });
}

/** The values as they are numbered: the newest first, which is the one that counts. */
export function numberedReadings({ readings }: Conflict): readonly ConflictReading[] {
  return readings.toReversed();
}

export interface Trust {
  readonly importId: string;
  readonly source: string;
  readonly machineIds: readonly string[];
}

/** Sources that say something of a field in conflict, each with the machines on which it could be trusted. */
export function trustOffers(conflicts: readonly Conflict[], field: string): readonly Trust[] {
  const offers = new Map<string, { readonly importId: string; readonly source: string; readonly machineIds: string[] }>();
  for (const conflict of conflicts) {
    if (conflict.field !== field) continue;
    for (const { importId, source } of conflict.readings) {
      if (importId === null) continue;
      const offer = offers.get(importId) ?? { importId, source, machineIds: [] };
      offer.machineIds.push(conflict.machineId);
      offers.set(importId, offer);
    }
  }
  return [...offers.values()].toSorted((a, b) => b.machineIds.length - a.machineIds.length || a.source.localeCompare(b.source, 'en'));
}

/** The conflict to go on with when one is decided: the next in the list, else the one before it. */
export function nextConflict(shown: readonly Conflict[], decided: string): string | null {
  const place = shown.findIndex((conflict) => conflictKey(conflict) === decided);
  const next = shown[place + 1] ?? shown[place - 1];
  return next === undefined ? null : conflictKey(next);
}

/** What sources say otherwise than the value that counts, each once. */
export function otherValues({ field, value, readings }: Conflict): string {
  const counting = formatFieldValue(field, value);
  const others = readings.map((reading) => formatFieldValue(field, reading.value)).filter((words) => words !== counting);
  return [...new Set(others)].join(', ');
}

/** The list with its sources, as a table to hand to whoever can decide. */
export function conflictsTable(conflicts: readonly Conflict[]): {
  readonly title: string;
  readonly columns: { title: string; kind: 'text' }[];
  readonly rows: string[][];
} {
  const { columns } = conflictText;
  const titles = [columns.machine, columns.field, columns.counts, columns.others, conflictText.sources];
  return {
    title: conflictText.title,
    columns: titles.map((title) => ({ title, kind: 'text' })),
    rows: conflicts.map((conflict) => [
      conflict.machineName,
      conflict.title,
      formatFieldValue(conflict.field, conflict.value),
      otherValues(conflict),
      [...new Set(conflict.readings.map(({ source }) => source))].join(', '),
    ]),
  };
}
