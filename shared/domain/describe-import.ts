import { effectiveFacts, statedAt } from './effective-facts.ts';
import type { Engagement, ImportRecord } from './engagement.ts';
import type { FieldName } from './machine-facts.ts';
import { contradict } from './same-meaning.ts';

/** What an import brought when it came. */
export interface ImportEffect {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Field -> machines of which it says otherwise than what was known. */
  readonly changedFields: ReadonlyMap<FieldName, number>;
  /** Ids of machines that the file of the same kind before it held and this one does not. */
  readonly gone: readonly string[];
}

const SLICE = 200;

/** Compares an import with everything that was imported before it. Yields between slices. */
export function* describeImport(
  engagement: Pick<Engagement, 'machines' | 'imports'>,
  record: ImportRecord,
): Generator<void, ImportEffect, void> {
  const { machines, imports } = engagement;
  const place = imports.indexOf(record);
  const earlier = new Set(imports.slice(0, place).map(({ id }) => id));
  const dates = new Map(imports.map((each) => [each.id, statedAt(each)]));
  const changedFields = new Map<FieldName, number>();
  const counts = { added: 0, changed: 0, same: 0 };
  const lastOfKind = imports.slice(0, place).findLast(({ inventory }) => inventory.formatId === record.inventory.formatId);
  const gone: string[] = [];
  let count = 0;
  for (const machine of machines.values()) {
    count += 1;
    if (count % SLICE === 0) yield;
    const own = machine.statements.find(({ importId }) => importId === record.id);
    if (own === undefined) {
      if (lastOfKind !== undefined && machine.statements.some(({ importId }) => importId === lastOfKind.id)) gone.push(machine.id);
      continue;
    }
    const statements = machine.statements.filter(({ importId }) => earlier.has(importId));
    if (statements.length === 0) {
      counts.added += 1;
      continue;
    }
    const known = effectiveFacts({ statements, personValues: {} }, (id) => dates.get(id) ?? '');
    const fields = (Object.keys(own.machine.facts) as FieldName[]).filter((field) => {
      const before = known[field];
      return before !== undefined && contradict(field, before, own.machine.facts[field]);
    });
    for (const field of fields) changedFields.set(field, (changedFields.get(field) ?? 0) + 1);
    counts[fields.length > 0 ? 'changed' : 'same'] += 1;
  }
  return { ...counts, changedFields, gone };
}
