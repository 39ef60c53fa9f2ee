import { failed, success } from '../../shared/contract/failure.ts';
import { describeImport } from '../../shared/domain/describe-import.ts';
import { fieldTitle, machineField } from '../../shared/domain/machine-fields.ts';
import type { FieldName, Machine } from '../../shared/domain/machine.ts';
import type { Handlers } from '../host/handlers.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';

/** Where values come from: what an import brought, and which source counts for a field. */
export function createSourceService({ slot }: { readonly slot: Slot }) {
  return {
    'import.details': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const engagement = open.value.engagement();
      const record = engagement.imports.find(({ id }) => id === input.importId);
      if (record === undefined) return noImport(input.importId);
      const { changedFields, gone, ...counts } = await inSlices(describeImport(engagement, record));
      const { sheets, connections = [], applications = [] } = record.inventory;
      return success({
        ...counts,
        sheets: sheets.map(({ name, rows }) => ({ name, rows })),
        connections: connections.length,
        applications: applications.length,
        fileSizeBytes: record.fileSizeBytes,
        changedFields: [...changedFields]
          .map(([field, machines]) => ({ field, title: fieldTitle(field), machines }))
          .toSorted((a, b) => b.machines - a.machines || (a.field < b.field ? -1 : 1)),
        gone: gone.map((machineId) => ({ machineId, name: engagement.machines.get(machineId)?.facts.name ?? machineId })),
      });
    },
    'machine.choose-source': (input) =>
      slot.change(async (session) => {
        const { imports, machines } = session.engagement();
        const record = imports.find(({ id }) => id === input.importId);
        if (record === undefined) return noImport(input.importId);
        if (machineField(input.field) === undefined || input.field === 'name')
          return failed('invalid-input', `field: “${input.field}” is not a field whose source can be chosen.`);
        const missing = input.machineIds.find((id) => !machines.has(id));
        if (missing !== undefined) return failed('not-found', `machineIds: there is no machine ${missing} in this engagement (any more).`);
        const named = [...new Set(input.machineIds)].flatMap((id) => machines.get(id) ?? []);
        const chosen = valuesOfSource(named, input.field as FieldName, record.id);
        const changed = Object.keys(chosen.values).length;
        if (changed === 0)
          return failed('invalid-input', `field: ${record.fileName} says nothing of ${fieldTitle(input.field)} for these machines.`);
        const payload = { field: input.field, importId: record.id, fileName: record.fileName, ...chosen };
        const appended = await session.append('machine.source-chosen', payload);
        return appended.ok ? success({ changed }) : appended;
      }),
  } satisfies Partial<Handlers>;
}

function noImport(id: string): ReturnType<typeof failed> {
  return failed('not-found', `importId: there is no import ${id} in this engagement (any more).`);
}

/** What an import says of a field, machine by machine, and what counted before. */
function valuesOfSource(
  machines: readonly Machine[],
  field: FieldName,
  importId: string,
): { readonly values: Record<string, unknown>; readonly before: Record<string, unknown> } {
  const values: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  for (const { id, statements, facts } of machines) {
    const value = statements.findLast((statement) => statement.importId === importId)?.machine.facts[field];
    if (value === undefined) continue;
    values[id] = value;
    before[id] = facts[field] ?? null;
  }
  return { values, before };
}
