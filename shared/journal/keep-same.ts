import type { Engagement } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';

const SLICE = 500;
/** Parts small enough to be compared by what they say. */
const SMALL_PARTS = ['settings', 'facts', 'groupEdits', 'dependencyRules', 'waveLimits', 'plan'] as const;

/**
 * The state after everything was folded again, in which whatever says the same as before is the very same object. Who compares by
 * identity then sees only what an undo really changed, instead of ten thousand new machines. Yields between slices.
 */
export function* keepSame(before: Engagement, after: Engagement): Generator<void, Engagement, void> {
  const machines = new Map<string, Machine>();
  const oldIds = before.machines.keys();
  let areAllSame = before.machines.size === after.machines.size;
  for (const [id, machine] of after.machines) {
    const old = before.machines.get(id);
    const isSame = old !== undefined && isSameMachine(old, machine);
    machines.set(id, isSame ? old : machine);
    // The order of machines is part of the state.
    areAllSame &&= isSame && oldIds.next().value === id;
    if (machines.size % SLICE === 0) yield;
  }
  const kept: Partial<Engagement> = {
    machines: areAllSame ? before.machines : machines,
    imports: haveSameImports(before, after) ? before.imports : after.imports,
  };
  const small = SMALL_PARTS.filter((part) => JSON.stringify(before[part]) === JSON.stringify(after[part]));
  return { ...after, ...kept, ...Object.fromEntries(small.map((part) => [part, before[part]])) };
}

function haveSameImports(before: Engagement, after: Engagement): boolean {
  return (
    before.imports.length === after.imports.length &&
    before.imports.every(({ entryId, inventory }, place) => {
      const other = after.imports[place];
      return other?.entryId === entryId && other.inventory === inventory;
    })
  );
}

/** The facts of a machine follow from what is compared here. */
function isSameMachine(a: Machine, b: Machine): boolean {
  return (
    a.scenario === b.scenario &&
    a.isInScope === b.isInScope &&
    a.outOfScopeReason === b.outOfScopeReason &&
    a.statements.length === b.statements.length &&
    a.statements.every(({ importId, machine }, place) => {
      const other = b.statements[place];
      return other?.importId === importId && other.machine === machine;
    }) &&
    (a.personValues === b.personValues || JSON.stringify(a.personValues) === JSON.stringify(b.personValues))
  );
}
