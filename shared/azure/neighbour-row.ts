import { lastPart } from './arm-ids.ts';
import type { NeighbourRow } from './azure-state.ts';
import { bag, textIn, type Bag } from './bag.ts';
import { cleanText } from './clean-text.ts';
import type { NeighbourRead } from './neighbours.data.ts';

/** One row of a list beside the vault: its id, and only the facts that the table names. */
export function neighbourRow(answer: Bag, { facts }: Pick<NeighbourRead, 'facts'>): NeighbourRow {
  const id = textIn(answer, 'id') ?? '';
  const name = textIn(answer, 'name') ?? textIn(bag(answer['name']), 'value') ?? lastPart(id);
  return { id, name, location: textIn(answer, 'location'), facts: factsIn(answer, facts) };
}

export function factsIn(answer: Bag, facts: NeighbourRead['facts']): Record<string, string> {
  const found = Object.entries(facts).flatMap(([name, place]) => {
    const value = valueAt(answer, place.split('.'));
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/**
 * What stands at a place. A word is a property or a number in a list; `*` takes the rest from every element, joined with
 * commas and empty where it is missing; `name=vCPUs` picks the element whose property has that value, `code^PowerState/` the one whose value begins so.
 */
function valueAt(from: unknown, [word, ...rest]: readonly string[]): string | null {
  if (word === undefined) return plainText(from);
  if (!Array.isArray(from)) return valueAt(bag(from)[word], rest);
  const elements = from as readonly unknown[];
  if (word === '*') return elements.map((each) => valueAt(each, rest) ?? '').join(', ');
  const [, key, operator, wanted = ''] = /^(\w+)([=^])(.*)$/.exec(word) ?? [];
  if (key === undefined) return valueAt(elements[Number(word)], rest);
  const chosen = elements.find((each) => {
    const value = bag(each)[key];
    return typeof value === 'string' && (operator === '=' ? value === wanted : value.startsWith(wanted));
  });
  return valueAt(chosen, rest);
}

/** A list gives its length. */
function plainText(value: unknown): string | null {
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A fact that was joined from a list, without its empty places. */
export function listed(fact: string | undefined): readonly string[] {
  return (fact ?? '').split(', ').filter((each) => each !== '');
}
