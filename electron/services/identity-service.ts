import { failed, success } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import { provenanceState, readingsOf } from '../../shared/domain/effective-facts.ts';
import type { Engagement } from '../../shared/domain/engagement.ts';
import { findDuplicates, type DuplicatePair } from '../../shared/domain/find-duplicates.ts';
import { machineFields } from '../../shared/domain/machine-fields.ts';
import type { Machine } from '../../shared/domain/machine.ts';
import type { Handlers } from '../host/handlers.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

type Conflict = MethodOutput<'machine.conflicts'>['conflicts'][number];

/** Who is who among the machines: pairs that may be one, merging, and values that contradict each other. */
export function createIdentityService({ slot }: { readonly slot: Slot }) {
  let known: {
    readonly machines: Engagement['machines'];
    readonly keptApart: Engagement['keptApart'];
    readonly pairs: readonly DuplicatePair[];
  } | null = null;

  let knownConflicts: { readonly machines: Engagement['machines']; readonly found: readonly FoundConflict[] } | null = null;

  async function conflictsOf({ machines }: Engagement): Promise<readonly FoundConflict[]> {
    if (knownConflicts?.machines !== machines) knownConflicts = { machines, found: await inSlices(findConflicts(machines)) };
    return knownConflicts.found;
  }

  async function pairsOf(session: Session): Promise<readonly DuplicatePair[]> {
    const { machines, keptApart } = session.engagement();
    if (known?.machines !== machines || known.keptApart !== keptApart) {
      known = { machines, keptApart, pairs: await inSlices(findDuplicates([...machines.values()], keptApart)) };
    }
    return known.pairs;
  }

  return {
    'machine.duplicates': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const pairs = await pairsOf(open.value);
      const nameOf = (id: string): { id: string; name: string } => ({
        id,
        name: open.value.engagement().machines.get(id)?.facts.name ?? id,
      });
      return success({
        pairs: pairs
          .slice(0, input.limit)
          .map(({ a, b, by, confidence, against }) => ({ a: nameOf(a), b: nameOf(b), by, confidence, against: [...against] })),
        total: pairs.length,
      });
    },
    'machine.merge': (input) =>
      slot.change(async (session) => {
        const { machines } = session.engagement();
        const ids = [...new Set([input.keepId, ...input.mergedIds])];
        const missing = ids.find((id) => !machines.has(id));
        if (missing !== undefined) return failed('not-found', `machineIds: there is no machine ${missing} in this engagement (any more).`);
        if (ids.length < 2) return failed('invalid-input', 'mergedIds: name at least one other machine.');
        const names = ids.map((id) => machines.get(id)?.facts.name ?? id);
        const payload = { keepId: input.keepId, mergedIds: ids.slice(1), names, reason: input.reason };
        const appended = await session.append('machine.merged', payload);
        return appended.ok ? success({ machineId: input.keepId }) : appended;
      }),
    'machine.keep-apart': (input) =>
      slot.change(async (session) => {
        const { machines } = session.engagement();
        const [a, b] = input.machineIds;
        const missing = [a, b].find((id) => !machines.has(id));
        if (missing !== undefined) return failed('not-found', `machineIds: there is no machine ${missing} in this engagement (any more).`);
        if (a === b) return failed('invalid-input', 'machineIds: name two different machines.');
        const names = [a, b].map((id) => machines.get(id)?.facts.name ?? id);
        const appended = await session.append('machine.kept-apart', { machineIds: [a, b], names, reason: input.reason });
        return appended.ok ? success({}) : appended;
      }),
    'machine.conflicts': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const engagement = open.value.engagement();
      const found = await conflictsOf(engagement);
      const imports = new Map(engagement.imports.map((record) => [record.id, record]));
      const conflicts = await inSlices(describeConflicts(found.slice(0, input.limit), imports));
      return success({ conflicts, total: found.length });
    },
  } satisfies Partial<Handlers>;
}

const SLICE = 100;

interface FoundConflict {
  readonly machine: Machine;
  readonly field: (typeof machineFields)[number];
}

function* findConflicts(machines: Engagement['machines']): Generator<void, readonly FoundConflict[], void> {
  const found: FoundConflict[] = [];
  let count = 0;
  for (const machine of machines.values()) {
    count += 1;
    if (count % SLICE === 0) yield;
    if (machine.statements.length < 2) continue;
    for (const field of machineFields) if (provenanceState(machine, field.name) === 'conflict') found.push({ machine, field });
  }
  return found;
}

function* describeConflicts(found: readonly FoundConflict[], imports: Parameters<typeof readingsOf>[2]): Generator<void, Conflict[], void> {
  const conflicts: Conflict[] = [];
  for (const { machine, field } of found) {
    conflicts.push(conflictOf(machine, field, imports));
    if (conflicts.length % SLICE === 0) yield;
  }
  return conflicts;
}

function conflictOf(machine: Machine, field: (typeof machineFields)[number], imports: Parameters<typeof readingsOf>[2]): Conflict {
  return {
    machineId: machine.id,
    machineName: machine.facts.name,
    field: field.name,
    title: field.title,
    value: machine.facts[field.name],
    readings: readingsOf(machine, field.name, imports).map((reading) => ({
      value: reading.value,
      source:
        reading.source.kind === 'import'
          ? (imports.get(reading.source.importId)?.fileName ?? reading.source.importId)
          : reading.source.name,
      importId: reading.source.kind === 'import' ? reading.source.importId : null,
      sheet: reading.sheet ?? null,
      row: reading.row ?? null,
      at: reading.statedAt,
    })),
  };
}
