import type { AzureHead, AzureState, ProtectableRow } from '../../shared/azure/azure-state.ts';

/** Parts of a reading that are lists of their own, by the names under which they are noted as unreadable. */
const LISTS = {
  appliances: 'appliances',
  providers: 'providers',
  containers: 'containers',
  mappings: 'mappings',
  policies: 'policies',
  networks: 'networks',
  'network mappings': 'networkMappings',
  'recovery plans': 'plans',
  'alert settings': 'alerts',
} as const satisfies Readonly<Record<string, keyof AzureHead>>;

/** A list that could not be read is not empty: what was known of it before stays, and that is said. */
export function keepKnown(head: AzureHead, before: AzureState | null): AzureHead {
  if (before === null) return head;
  const parts = new Set(head.unreadable.map(({ part }) => part));
  const kept = Object.entries(LISTS).filter(([part]) => parts.has(part));
  const names = new Set(kept.map(([part]) => part));
  return {
    ...head,
    ...Object.fromEntries(kept.map(([, key]) => [key, head[key].length === 0 ? before[key] : head[key]])),
    unreadable: head.unreadable.map((each) => (names.has(each.part) ? { ...each, why: keptInWords(each.why) } : each)),
  };
}

export function keptInWords(why: string): string {
  return `${why} What was read before is kept.`;
}

/** Machines of a place that could not be read are taken over; those of the others were read anew. */
export function withKnownMachines(rows: readonly ProtectableRow[], known: readonly ProtectableRow[]): ProtectableRow[] {
  const ids = new Set(rows.map(({ id }) => id.toLowerCase()));
  return [...rows, ...known.filter(({ id }) => !ids.has(id.toLowerCase()))];
}
