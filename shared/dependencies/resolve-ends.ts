import type { ConnectionEnd } from '../domain/connection.ts';
import { fullNameOf, shortName } from '../domain/identity-keys.ts';
import type { Machine } from '../domain/machine.ts';

export type ResolvedEnd =
  | { readonly kind: 'machine'; readonly id: string }
  | { readonly kind: 'unknown' | 'ambiguous'; readonly name: string };

const SLICE = 500;

/**
 * Finds the machine an end names: by full name, name, short name, then address; a name that two machines share is ambiguous.
 * Yields while the names are collected.
 */
export function* createEndResolver(machines: Iterable<Machine>): Generator<void, (end: ConnectionEnd) => ResolvedEnd, void> {
  const names = new Map<string, string | null>();
  const shorts = new Map<string, string | null>();
  const addresses = new Map<string, string | null>();
  const put = (map: Map<string, string | null>, key: string, id: string): void => {
    const known = map.get(key);
    map.set(key, known === undefined || known === id ? id : null);
  };
  let count = 0;
  for (const { id, facts } of machines) {
    count += 1;
    if (count % SLICE === 0) yield;
    put(names, facts.name.toLowerCase(), id);
    const full = fullNameOf(facts);
    if (full !== null) put(names, full, id);
    put(shorts, shortName(facts.name), id);
    for (const address of [...(facts.ipAddresses ?? []), ...(facts.nics ?? []).flatMap((nic) => nic.ip ?? [])])
      put(addresses, address.toLowerCase(), id);
  }
  return (end) => {
    const shown = end.name ?? end.address ?? '';
    let isAmbiguous = false;
    for (const [map, key] of [
      [names, end.name?.toLowerCase()],
      [shorts, end.name === undefined ? undefined : shortName(end.name)],
      [addresses, end.address?.toLowerCase()],
    ] as const) {
      const id = key === undefined ? undefined : map.get(key);
      if (typeof id === 'string') return { kind: 'machine', id };
      if (id === null) isAmbiguous = true;
    }
    return { kind: isAmbiguous ? 'ambiguous' : 'unknown', name: shown };
  };
}
