import type { AzureState, ItemRow, JobRow } from './azure-state.ts';

/**
 * Jobs of one item, newest first. A job names the machine by an id of the service's own, which only some providers repeat in the
 * item; by its name it is known only where no other item has the same. SOURCE: site recovery facts, section 7.
 */
export function jobsOf(item: ItemRow, { jobs, items }: Pick<AzureState, 'jobs' | 'items'>): readonly JobRow[] {
  const name = item.friendlyName.toLowerCase();
  const isOnly = items.every((other) => other.id === item.id || other.friendlyName.toLowerCase() !== name);
  const isOwn = ({ id, targetId, targetName }: JobRow): boolean =>
    (targetId !== null && (item.sourceIds.includes(targetId) || targetId === item.id.toLowerCase())) ||
    id === item.running?.jobId ||
    (isOnly && targetName?.toLowerCase() === name);
  return jobs.filter(isOwn).toSorted((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''));
}
