import { lastPart } from './arm-ids.ts';
import type { NeighbourRow } from './azure-state.ts';
import { bag, textIn, type Bag } from './bag.ts';
import { cleanText } from './clean-text.ts';
import type { NeighbourRead } from './neighbours.data.ts';

/** One row of a list beside the vault: its id, and only the facts that the table names. */
export function neighbourRow(answer: Bag, { facts }: NeighbourRead): NeighbourRow {
  const id = textIn(answer, 'id') ?? '';
  const found = Object.entries(facts).flatMap(([name, place]) => {
    const value = valueAt(answer, place.split('.'));
    return value === null ? [] : [[name, value] as const];
  });
  const name = textIn(answer, 'name') ?? textIn(bag(answer['name']), 'value') ?? lastPart(id);
  return { id, name, location: textIn(answer, 'location'), facts: Object.fromEntries(found) };
}

function valueAt(from: unknown, place: readonly string[]): string | null {
  let current: unknown = from;
  for (const word of place) {
    if (Array.isArray(current)) current = (current as unknown[])[Number(word)];
    else current = bag(current)[word];
  }
  if (Array.isArray(current)) return String(current.length);
  if (typeof current === 'string') return cleanText(current);
  return typeof current === 'number' || typeof current === 'boolean' ? String(current) : null;
}
