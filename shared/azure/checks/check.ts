import type { AzureCheck } from '../../domain/azure.ts';
import type { Machine } from '../../domain/machine.ts';
import type { AzureState, ItemRow, NeighbourRow, ProtectableRow } from '../azure-state.ts';
import type { NeighbourName } from '../neighbours.data.ts';

/** A machine with what Azure knows of it. */
export interface CheckMachine {
  readonly machine: Machine;
  readonly name: string;
  readonly item: ItemRow | null;
  readonly protectable: ProtectableRow | null;
  /** The machine in Azure, by its planned or shown name. */
  readonly vm: NeighbourRow | null;
  readonly vmState: NeighbourRow | null;
}

export interface CheckContext {
  readonly state: AzureState;
  /** Machines that the checklist item is about. */
  readonly machines: readonly CheckMachine[];
  readonly targetRegion: string | null;
  readonly vaultRegion: string | null;
}

export interface CheckResult {
  readonly verdict: AzureCheck['verdict'];
  /** One sentence; without figures that change from minute to minute. */
  readonly text: string;
  readonly read: readonly string[];
}

export type Check = (context: CheckContext) => CheckResult;

export function done(text: string): Omit<CheckResult, 'read'> {
  return { verdict: 'done', text };
}
export function notDone(text: string): Omit<CheckResult, 'read'> {
  return { verdict: 'not-done', text };
}
/** Nothing was read that could decide it. Unknown is never green. */
export function unknown(text: string): Omit<CheckResult, 'read'> {
  return { verdict: 'unknown', text };
}

/** A check with the resources and properties that it looks at, which are kept as evidence. */
export function reading(read: readonly string[], decide: (context: CheckContext) => Omit<CheckResult, 'read'>): Check {
  return (context) => ({ ...decide(context), read });
}

/** What one machine says: fine, a sentence about what is missing, or `unknown` with the reason. */
export type MachineLook = (machine: CheckMachine, context: CheckContext) => Omit<CheckResult, 'read'>;

const MOST_NAMED = 3;

/** All machines of the item must be fine; the first that are not are named. */
export function everyMachine(read: readonly string[], look: MachineLook): Check {
  return reading(read, (context) => {
    if (context.machines.length === 0) return unknown('No machine is concerned.');
    if (context.machines.length === 1 && context.machines[0] !== undefined) return look(context.machines[0], context);
    const looks = context.machines.map((machine) => ({ name: machine.name, ...look(machine, context) }));
    const open = looks.filter((each) => each.verdict === 'not-done');
    if (open.length > 0) return notDone(`${countOf(open.length, looks.length)} not: ${named(open)}`);
    const dark = looks.filter((each) => each.verdict === 'unknown');
    if (dark.length > 0) return unknown(`${countOf(dark.length, looks.length)} unknown: ${named(dark)}`);
    return done(`All ${looks.length.toLocaleString('en')} machines: ${looks[0]?.text ?? ''}`);
  });
}

function countOf(count: number, all: number): string {
  return `${count.toLocaleString('en')} of ${all.toLocaleString('en')} machines`;
}

function named(looks: readonly { readonly name: string; readonly text: string }[]): string {
  const shown = looks.slice(0, MOST_NAMED).map((each) => `${each.name} (${each.text.replace(/\.$/, '')})`);
  return `${shown.join(', ')}${looks.length > MOST_NAMED ? ` and ${looks.length - MOST_NAMED} more` : ''}.`;
}

/** For looks that need the protected item. */
export function withItem(look: (item: ItemRow, machine: CheckMachine, context: CheckContext) => Omit<CheckResult, 'read'>): MachineLook {
  return (machine, context) =>
    machine.item === null ? notDone('No protected item in the vault is matched with it.') : look(machine.item, machine, context);
}

/** Rows of a list beside the vault; `null` when it could not be read. */
export function rows({ state }: CheckContext, name: NeighbourName): readonly NeighbourRow[] | null {
  return state.neighbours[name] ?? null;
}

export function unread(what: string, { state }: CheckContext, name: string): Omit<CheckResult, 'read'> {
  const why = state.unreadable.find((part) => part.part === name);
  const reason = why === undefined ? '' : why.missingAction === null ? ` ${why.why}` : ` The right ${why.missingAction} is missing.`;
  return unknown(`${what} could not be read.${reason}`);
}

export function sameRegion(a: string | null, b: string | null): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '');
  return a !== null && b !== null && plain(a) === plain(b);
}
