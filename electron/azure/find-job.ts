import type { VaultAddress } from '../../shared/azure/arm-ids.ts';
import type { AzureJob } from '../../shared/azure/protected-item.ts';
import { success, type Reply } from '../../shared/contract/failure.ts';
import type { SiteRecovery } from './site-recovery.ts';

/** Clocks of this computer and of the service may differ, and so may the zone that somebody set by hand. */
const SKEW_MS = 24 * 3_600_000;
/** Jobs that are looked at one by one, newest first. */
const MOST_LOOKS = 50;

export interface SentChange {
  readonly clientRequestId: string;
  /** When it was sent, by the clock of this computer. */
  readonly sentAt: number;
}

/**
 * The job of a change whose answer was lost. A job's activity begins with the id that the request carried, so that it is certain
 * whose job it is. SOURCE: every job of the recordings of 2017 whose request is known, 774 of 774. `null`: there is surely none.
 */
export async function findJobOf(
  port: Pick<SiteRecovery, 'readJobs' | 'readJob'>,
  vault: VaultAddress,
  { clientRequestId, sentAt }: SentChange,
): Promise<Reply<AzureJob | null>> {
  const jobs = await port.readJobs(vault, new Date(sentAt - SKEW_MS).toISOString());
  if (!jobs.ok) return jobs;
  for (const { name } of jobs.value.slice(0, MOST_LOOKS)) {
    // The list leaves the activity out; only a single read has it.
    // eslint-disable-next-line no-await-in-loop -- newest first: it is nearly always the first
    const job = await port.readJob(vault, name);
    if (!job.ok) return job;
    if (job.value.activityId?.toLowerCase().startsWith(clientRequestId.toLowerCase()) === true) return success(job.value);
  }
  return success(null);
}
