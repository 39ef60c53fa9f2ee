import { effectiveFacts, statedAt } from '../domain/effective-facts.ts';
import type { Engagement, ImportRecord } from '../domain/engagement.ts';
import type { ImportId, MachineId } from '../domain/ids.ts';
import { valueOfField } from '../domain/machine-fields.ts';
import type { FieldName, ImportedInventory, Machine, MachineFacts } from '../domain/machine.ts';
import { draftOf, extended, type Drafts } from './drafts.ts';
import type { EntryOf } from './entry.ts';
import { currentMachineId } from './fold-merge.ts';

/** Content of an import whose attachment is missing or damaged: the journal stays readable, the machines are not invented. */
const NO_INVENTORY: ImportedInventory = {
  formatId: 'unreadable',
  formatTitle: 'Unreadable attachment',
  sheets: [],
  fieldSheets: {},
  machines: [],
  skipped: [],
  warnings: ['The machines of this import cannot be read: its attachment is missing or damaged. Run Verify in the journal.'],
};

const SLICE = 200;

/** Takes the machines of an import in; yields between slices, because there may be tens of thousands. */
export function* foldImport(
  state: Engagement,
  entry: EntryOf<'inventory.imported'>,
  inventory: ImportedInventory | undefined,
  drafts?: Drafts,
): Generator<void, Engagement, void> {
  const { payload } = entry;
  const record: ImportRecord = {
    id: payload.importId,
    entryId: entry.id,
    fileName: payload.fileName,
    fileSha256: payload.fileSha256,
    fileSizeBytes: payload.fileSizeBytes,
    importedAt: entry.recordedAt,
    importedBy: entry.actor,
    newMachineCount: payload.newMachineCount,
    inventorySha256: payload.inventory.sha256,
    inventory: inventory ?? NO_INVENTORY,
  };
  const imports = extended(state.imports, [record], drafts);
  const dateOf = dateOfImports(imports);
  const machines = draftOf(state.machines, drafts);
  for (const [place, imported] of record.inventory.machines.entries()) {
    const id = currentMachineId(state, imported.machineId);
    const known = machines.get(id);
    const statement = { importId: record.id, machine: imported };
    if (known === undefined) machines.set(id, newMachine(id, statement, { record, state }));
    else {
      const statements = [...known.statements, statement];
      machines.set(id, { ...known, statements, facts: effectiveFacts({ statements, personValues: known.personValues }, dateOf) });
    }
    if (place % SLICE === SLICE - 1) yield;
  }
  return { ...state, imports, machines };
}

function newMachine(
  id: MachineId,
  statement: Machine['statements'][number],
  { record, state }: { readonly record: ImportRecord; readonly state: Engagement },
): Machine {
  const { facts, scenarioHint } = statement.machine;
  const outOfScopeReason = reasonToLeaveOut(facts);
  return {
    id,
    scenario: scenarioHint ?? record.inventory.scenarioHint ?? state.settings.scenarios[0] ?? 'vmware',
    isInScope: outOfScopeReason === null,
    ...(outOfScopeReason === null ? {} : { outOfScopeReason }),
    facts,
    statements: [statement],
    personValues: {},
  };
}

export function foldValuesSet(state: Engagement, entry: EntryOf<'machine.values-set'>, drafts?: Drafts): Engagement {
  const { machineIds, values } = entry.payload;
  const dateOf = dateOfImports(state.imports);
  return changeMachines({ state, ids: machineIds, drafts }, (machine) => {
    const personValues: Partial<Record<FieldName, { value: unknown; by: string; at: string }>> = { ...machine.personValues };
    for (const [name, value] of Object.entries(values)) {
      // Names were checked against the catalogue when the entry was written.
      const field = name as FieldName;
      if (value === null) delete personValues[field];
      else personValues[field] = { value: valueOfField(name, value), by: entry.actor, at: entry.recordedAt };
    }
    return { ...machine, personValues, facts: effectiveFacts({ statements: machine.statements, personValues }, dateOf) };
  });
}

/** The value of the source that a person chose counts as the person's; one that was set before gives way to it. */
export function foldSourceChosen(state: Engagement, entry: EntryOf<'machine.source-chosen'>, drafts?: Drafts): Engagement {
  const dateOf = dateOfImports(state.imports);
  // The name was checked against the catalogue when the entry was written.
  const field = entry.payload.field as FieldName;
  return Object.entries(entry.payload.values).reduce(
    (next, [id, value]) =>
      changeMachines({ state: next, ids: [id], drafts }, (machine) => {
        const personValues = { ...machine.personValues, [field]: { value, by: entry.actor, at: entry.recordedAt } };
        return { ...machine, personValues, facts: effectiveFacts({ statements: machine.statements, personValues }, dateOf) };
      }),
    state,
  );
}

/** A size that was taken over counts as the person's, like one typed in. */
export function foldSizesAdopted(state: Engagement, entry: EntryOf<'machine.sizes-adopted'>, drafts?: Drafts): Engagement {
  const dateOf = dateOfImports(state.imports);
  return entry.payload.sizes.reduce(
    (next, { targetVmSize, machineIds }) =>
      changeMachines({ state: next, ids: machineIds, drafts }, (machine) => {
        const own = { value: targetVmSize, by: entry.actor, at: entry.recordedAt };
        const personValues = { ...machine.personValues, targetVmSize: own };
        return { ...machine, personValues, facts: effectiveFacts({ statements: machine.statements, personValues }, dateOf) };
      }),
    state,
  );
}

export function foldScopeSet(state: Engagement, entry: EntryOf<'machine.scope-set'>, drafts?: Drafts): Engagement {
  const { machineIds, isInScope, reason } = entry.payload;
  return changeMachines({ state, ids: machineIds, drafts }, (machine) => {
    const { outOfScopeReason: _before, ...rest } = machine;
    return isInScope ? { ...rest, isInScope } : { ...rest, isInScope, outOfScopeReason: reason };
  });
}

export function foldScenarioSet(state: Engagement, entry: EntryOf<'machine.scenario-set'>, drafts?: Drafts): Engagement {
  const { machineIds, scenario } = entry.payload;
  return changeMachines({ state, ids: machineIds, drafts }, (machine) => ({ ...machine, scenario }));
}

/** A machine that is not there (its import was undone) is passed over: the entry stays, its effect waits. */
function changeMachines(
  { state, ids, drafts }: { readonly state: Engagement; readonly ids: readonly MachineId[]; readonly drafts: Drafts | undefined },
  change: (machine: Machine) => Machine,
): Engagement {
  const machines = draftOf(state.machines, drafts);
  for (const id of new Set(ids.map((stated) => currentMachineId(state, stated)))) {
    const machine = machines.get(id);
    if (machine !== undefined) machines.set(id, change(machine));
  }
  return { ...state, machines };
}

function dateOfImports(imports: readonly ImportRecord[]): (importId: ImportId) => string {
  const dates = new Map(imports.map((record) => [record.id, statedAt(record)]));
  return (importId) => dates.get(importId) ?? '';
}

/** What is no machine to move is listed, but not in scope until a person says otherwise. */
function reasonToLeaveOut(facts: MachineFacts): string | null {
  if (facts.isTemplate === true) return 'Template';
  return facts.isDeletedAtSource === true ? 'Deleted at the source' : null;
}
