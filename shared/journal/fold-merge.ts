import { effectiveFacts, statedAt } from '../domain/effective-facts.ts';
import { markKey, type Engagement } from '../domain/engagement.ts';
import { pairKey } from '../domain/find-duplicates.ts';
import type { Machine } from '../domain/machine.ts';
import { draftOf, draftOfSet, extended, type Drafts } from './drafts.ts';
import type { EntryOf } from './entry.ts';

/** The machine an id stands for today: itself, or the one it was merged into. */
export function currentMachineId(state: Pick<Engagement, 'mergedInto'>, id: string): string {
  let at = id;
  // Chains are short; a circle cannot arise, because a merged machine is not there to be merged again.
  for (let next = state.mergedInto.get(at); next !== undefined; next = state.mergedInto.get(at)) at = next;
  return at;
}

/** One machine takes over what was stated, set and ticked of the others. Undoing the entry brings them back as they were. */
export function foldMachinesMerged(state: Engagement, entry: EntryOf<'machine.merged'>, drafts?: Drafts): Engagement {
  const keepId = currentMachineId(state, entry.payload.keepId);
  const keep = state.machines.get(keepId);
  const others = entry.payload.mergedIds
    .flatMap((id) => state.machines.get(currentMachineId(state, id)) ?? [])
    .filter((machine) => machine.id !== keepId);
  if (keep === undefined || others.length === 0) return state;
  const dates = new Map(state.imports.map((record) => [record.id, statedAt(record)]));
  const statements = [keep, ...others].flatMap((machine) => machine.statements);
  const personValues = Object.assign(
    {},
    ...others.toReversed().map((machine) => machine.personValues),
    keep.personValues,
  ) as Machine['personValues'];
  const machines = draftOf(state.machines, drafts);
  const mergedInto = draftOf(state.mergedInto, drafts);
  for (const { id } of others) {
    machines.delete(id);
    mergedInto.set(id, keepId);
  }
  machines.set(keepId, {
    ...keep,
    statements,
    personValues,
    facts: effectiveFacts({ statements, personValues }, (importId) => dates.get(importId) ?? ''),
  });
  const moved = new Set(others.map(({ id }) => id));
  return {
    ...state,
    machines,
    mergedInto,
    groupEdits: state.groupEdits.map((group) => ({
      ...group,
      machineIds: [...new Set(group.machineIds.map((id) => (moved.has(id) ? keepId : id)))],
    })),
    marks: marksAfterMerge(state.marks, { moved, keepId, drafts }),
  };
}

/** Ticks of a merged machine count for the one that stays, unless that one has its own. */
function marksAfterMerge(
  marks: Engagement['marks'],
  { moved, keepId, drafts }: { readonly moved: ReadonlySet<string>; readonly keepId: string; readonly drafts: Drafts | undefined },
): Engagement['marks'] {
  const passedOn = [...marks].filter(([, { scope }]) => scope.kind === 'machine' && moved.has(scope.id));
  if (passedOn.length === 0) return marks;
  const next = draftOf(marks, drafts);
  for (const [key] of passedOn) next.delete(key);
  for (const [, mark] of passedOn) {
    const scope = { kind: 'machine' as const, id: keepId };
    const key = markKey(mark.stepId, scope);
    const known = next.get(key);
    next.set(key, known === undefined ? { ...mark, scope } : { ...known, evidence: extended(known.evidence, mark.evidence, drafts) });
  }
  return next;
}

export function foldMachinesKeptApart(state: Engagement, entry: EntryOf<'machine.kept-apart'>, drafts?: Drafts): Engagement {
  const [a, b] = entry.payload.machineIds;
  if (a === undefined || b === undefined) return state;
  return { ...state, keptApart: draftOfSet(state.keptApart, drafts).add(pairKey(a, b)) };
}
