import type { AzureState, ItemRow, JobRow } from './azure-state.ts';

const nameCounts = new WeakMap<readonly ItemRow[], ReadonlyMap<string, number>>();

/** How many items have a name, in lower case; counted once for each list, because every machine asks. */
function countsOf(items: readonly ItemRow[]): ReadonlyMap<string, number> {
  const known = nameCounts.get(items);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const { friendlyName } of items) made.set(friendlyName.toLowerCase(), (made.get(friendlyName.toLowerCase()) ?? 0) + 1);
  nameCounts.set(items, made);
  return made;
}

/**
 * Jobs of one item, newest first. A job names the machine by an id of the service's own, which only some providers repeat in the
 * item; by its name it is known only where no other item has the same. SOURCE: site recovery facts, section 7.
 */
export function jobsOf(item: ItemRow, { jobs, items }: Pick<AzureState, 'jobs' | 'items'>): readonly JobRow[] {
  const name = item.friendlyName.toLowerCase();
  const isOnly = countsOf(items).get(name) === 1;
  const isOwn = ({ id, targetId, targetName }: JobRow): boolean =>
    (targetId !== null && (item.sourceIds.includes(targetId) || targetId === item.id.toLowerCase())) ||
    id === item.running?.jobId ||
    (isOnly && targetName?.toLowerCase() === name);
  return jobs.filter(isOwn).toSorted((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''));
}
