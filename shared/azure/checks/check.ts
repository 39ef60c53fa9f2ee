import type { AzureCheck } from '../../domain/azure.ts';
import type { Machine } from '../../domain/machine.ts';
import type { AzureState, ItemRow, NeighbourRow, ProtectableRow } from '../azure-state.ts';
import type { NeighbourName } from '../neighbours.data.ts';

/** A machine in Azure with its state, where that was read. */
export interface VmPair {
  readonly vm: NeighbourRow;
  readonly state: NeighbourRow | null;
}

/** A machine with what Azure knows of it. */
export interface CheckMachine {
  readonly machine: Machine;
  readonly name: string;
  readonly item: ItemRow | null;
  readonly protectable: ProtectableRow | null;
  /** Something in the vault may be this machine, and nobody has said so yet. */
  readonly isDoubtful: boolean;
  /** It stands in Azure already and moves to another region. */
  readonly isFromAzure: boolean;
  readonly targetRegion: string | null;
  /** The machine that it became: of its planned or shown name, in the target region. */
  readonly target: VmPair | null;
  /** Where it comes from, for machines of Azure. */
  readonly source: VmPair | null;
  /** What a test failover made of it. */
  readonly test: VmPair | null;
  /** End of the window of its wave; `null` = no window is planned. */
  readonly cutoverAt: string | null;
}

export interface CheckContext {
  readonly state: AzureState;
  /** Machines that the checklist item is about. */
  readonly machines: readonly CheckMachine[];
  readonly targetRegion: string | null;
  readonly vaultRegion: string | null;
}

/** A verdict with one sentence, without figures that change from minute to minute. */
export interface Look {
  readonly verdict: AzureCheck['verdict'];
  readonly text: string;
  /** Not known any more, because the item is gone since the migration was completed: what was seen before it stands. */
  readonly isPast?: true;
}

export interface CheckResult extends Look {
  /** Which resources and properties were looked at. */
  readonly read: readonly string[];
}

export type Check = (context: CheckContext) => CheckResult;

export function done(text: string): Look {
  return { verdict: 'done', text };
}
export function notDone(text: string): Look {
  return { verdict: 'not-done', text };
}
/** Nothing was read that could decide it. Unknown is never green. */
export function unknown(text: string): Look {
  return { verdict: 'unknown', text };
}

/** A check with the resources and properties that it looks at, which are kept as evidence. */
export function reading(read: readonly string[], decide: (context: CheckContext) => Look): Check {
  return (context) => ({ ...decide(context), read });
}

/** What one machine says: fine, a sentence about what is missing, or `unknown` with the reason. */
export type MachineLook = (machine: CheckMachine, context: CheckContext) => Look;

const MOST_NAMED = 3;

/** All machines of the item must be fine; the first that are not are named. Machines that are through already do not count. */
export function everyMachine(read: readonly string[], look: MachineLook): Check {
  return reading(read, (context) => {
    if (context.machines.length === 0) return unknown('No machine is concerned.');
    const all = context.machines.map((machine) => ({ name: machine.name, ...look(machine, context) }));
    const present = all.filter((each) => each.isPast !== true);
    const looks = present.length === 0 ? all : present;
    const [only] = looks;
    if (looks.length === 1 && only !== undefined) {
      const { name, ...alone } = only;
      return context.machines.length === 1 ? alone : { ...alone, text: `${name}: ${alone.text}` };
    }
    const open = looks.filter((each) => each.verdict === 'not-done');
    if (open.length > 0) return notDone(`${countOf(open.length, looks.length)} not: ${named(open)}`);
    const dark = looks.filter((each) => each.verdict === 'unknown');
    if (dark.length > 0) {
      const about = unknown(`${countOf(dark.length, looks.length)} unknown: ${named(dark)}`);
      return present.length === 0 ? { ...about, isPast: true } : about;
    }
    return done(`All ${looks.length.toLocaleString('en')} machines: ${only?.text ?? ''}`);
  });
}

function countOf(count: number, all: number): string {
  return `${count.toLocaleString('en')} of ${all.toLocaleString('en')} machines`;
}

function named(looks: readonly { readonly name: string; readonly text: string }[]): string {
  const shown = looks.slice(0, MOST_NAMED).map((each) => `${each.name} (${each.text.replace(/\.$/, '')})`);
  return `${shown.join(', ')}${looks.length > MOST_NAMED ? ` and ${looks.length - MOST_NAMED} more` : ''}.`;
}

/** The first names of a list. */
export function namesOf(found: readonly { readonly name: string }[]): string {
  const names = found.slice(0, MOST_NAMED).map((row) => row.name);
  return found.length > MOST_NAMED ? `${names.join(', ')} and ${found.length - MOST_NAMED} more` : names.join(', ');
}

/** For looks that need the protected item. */
export function withItem(look: (item: ItemRow, machine: CheckMachine, context: CheckContext) => Look): MachineLook {
  return (machine, context) => (machine.item === null ? withoutItem(machine) : look(machine.item, machine, context));
}

function withoutItem({ isDoubtful, target }: CheckMachine): Look {
  if (isDoubtful) return unknown('Something in the vault may be this machine; say on the Azure screen which it is.');
  return target === null
    ? notDone('No protected item in the vault is matched with it.')
    : { ...unknown('It is no longer in the vault, and a machine of its name stands in the target region.'), isPast: true };
}

/** For looks at the machine that it became. */
export function withTarget(look: (pair: VmPair, machine: CheckMachine, context: CheckContext) => Look): MachineLook {
  return (machine, context) => {
    if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
    if (machine.target !== null) return look(machine.target, machine, context);
    return machine.isFromAzure && machine.targetRegion === null
      ? unknown('No target region is chosen, so the machine before and after the move cannot be told apart.')
      : notDone('The machine is not in Azure.');
  };
}

/** Rows of a list beside the vault; `null` when it could not be read. */
export function rows({ state }: CheckContext, name: NeighbourName): readonly NeighbourRow[] | null {
  return state.neighbours[name] ?? null;
}

const groupings = new WeakMap<readonly NeighbourRow[], Map<string, ReadonlyMap<string, readonly NeighbourRow[]>>>();

/** Rows by a fact, or by their id, in lower case; made once for each list, because every machine asks. */
export function rowsBy(found: readonly NeighbourRow[], fact: string): ReadonlyMap<string, readonly NeighbourRow[]> {
  const ofList = groupings.get(found) ?? new Map<string, ReadonlyMap<string, readonly NeighbourRow[]>>();
  groupings.set(found, ofList);
  const known = ofList.get(fact);
  if (known !== undefined) return known;
  const made = Map.groupBy(found, (row) => (fact === 'id' ? row.id : (row.facts[fact] ?? '')).toLowerCase());
  ofList.set(fact, made);
  return made;
}

export function unread(what: string, { state }: CheckContext, name: string): Look {
  const why = state.unreadable.find((part) => part.part === name);
  const reason = why === undefined ? '' : why.missingAction === null ? ` ${why.why}` : ` The right ${why.missingAction} is missing.`;
  return unknown(`${what} could not be read.${reason}`);
}

/** Parts of the vault itself: an empty list of one that could not be read says nothing. */
export type VaultPart =
  | 'containers'
  | 'mappings'
  | 'policies'
  | 'networks'
  | 'network mappings'
  | 'providers'
  | 'recovery plans'
  | 'alert settings'
  | 'jobs';

/** The first of these parts that could not be read, as a look; `null` when all were. */
export function lackOf(context: CheckContext, ...parts: readonly VaultPart[]): Look | null {
  const part = parts.find((name) => context.state.unreadable.some((each) => each.part === name));
  return part === undefined ? null : unread(`The ${part} of the vault`, context, part);
}

export function sameRegion(a: string | null, b: string | null): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return a !== null && b !== null && plain(a) === plain(b);
}
