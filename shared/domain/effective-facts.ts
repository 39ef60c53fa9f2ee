import type { ImportRecord } from './engagement.ts';
import type { FieldName, Machine, MachineFacts, ProvenanceState, Reading } from './machine.ts';
import { mergeDisks, mergeNics, mergeVolumes } from './merge-parts.ts';
import { contradict } from './same-meaning.ts';

/** When an import's statements were true: when its tool wrote them, else when they were read. */
export function statedAt(record: Pick<ImportRecord, 'inventory' | 'importedAt'>): string {
  return record.inventory.exportedAt ?? record.importedAt;
}

/**
 * The values that count: a person's value wins; among imports the newest statement wins, field by field. A field that the
 * newest source does not state keeps what an older one said.
 */
export function effectiveFacts(machine: Pick<Machine, 'statements' | 'personValues'>, dateOf: (importId: string) => string): MachineFacts {
  const [only] = machine.statements;
  const personal = Object.entries(machine.personValues);
  if (machine.statements.length === 1 && only !== undefined && personal.length === 0) return only.machine.facts;
  const byAge = machine.statements.toSorted((a, b) => compareText(dateOf(a.importId), dateOf(b.importId)));
  const facts: Record<string, unknown> = { name: '' };
  for (const statement of byAge) takeOver(facts, statement.machine.facts);
  for (const [field, entry] of personal) facts[field] = entry.value;
  // Each part was a MachineFacts or a checked value of one of its fields.
  return facts as unknown as MachineFacts;
}

/** All statements of one field, oldest first, then the person's. */
export function readingsOf(machine: Machine, field: FieldName, imports: ReadonlyMap<string, ImportRecord>): Reading[] {
  const readings: Reading[] = [];
  for (const { importId, machine: stated } of machine.statements) {
    const value = stated.facts[field];
    const record = imports.get(importId);
    if (value === undefined || record === undefined) continue;
    const sheet = stated.fieldSheets?.[field] ?? record.inventory.fieldSheets[field];
    const row = sheet === undefined ? undefined : stated.rows[sheet];
    readings.push({
      value,
      source: { kind: 'import', importId },
      statedAt: statedAt(record),
      ...(sheet === undefined ? {} : { sheet }),
      ...(row === undefined ? {} : { row }),
    });
  }
  readings.sort((a, b) => compareText(a.statedAt, b.statedAt));
  const personal = machine.personValues[field];
  if (personal !== undefined)
    readings.push({ value: personal.value, source: { kind: 'person', name: personal.by }, statedAt: personal.at });
  return readings;
}

export function provenanceState(machine: Machine, field: FieldName): ProvenanceState {
  if (machine.personValues[field] !== undefined) return 'person';
  const values = machine.statements.map(({ machine: stated }) => stated.facts[field]).filter((value) => value !== undefined);
  if (values.length === 0) return 'unknown';
  if (values.length === 1) return 'one-source';
  const differ = values.some((value, index) => values.slice(index + 1).some((other) => contradict(field, value, other)));
  return differ ? 'conflict' : 'agreed';
}

/**
 * States worth a mark in the grid: where sources agree or differ, or a person decided. One source and none are left out,
 * because nearly every cell is one of them.
 */
export function provenanceOf(machine: Machine): Record<string, ProvenanceState> {
  const states: Record<string, ProvenanceState> = {};
  if (machine.statements.length > 1) {
    const fields = new Set(machine.statements.flatMap(({ machine: stated }) => Object.keys(stated.facts) as FieldName[]));
    for (const field of fields) {
      const state = provenanceState(machine, field);
      if (state !== 'one-source') states[field] = state;
    }
  }
  for (const field of Object.keys(machine.personValues)) states[field] = 'person';
  return states;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The newer statement wins field by field; lists of parts are put together, because each source sees another side of them. */
function takeOver(facts: Record<string, unknown>, stated: MachineFacts): void {
  const { disks, volumes, nics } = facts as Partial<MachineFacts>;
  Object.assign(facts, stated);
  if (disks !== undefined && stated.disks !== undefined) facts['disks'] = mergeDisks(disks, stated.disks);
  if (volumes !== undefined && stated.volumes !== undefined) facts['volumes'] = mergeVolumes(volumes, stated.volumes);
  if (nics !== undefined && stated.nics !== undefined) facts['nics'] = mergeNics(nics, stated.nics);
}
