import type { ItemAddress } from '../../shared/azure/arm-ids.ts';
import { showsEffect, whyNotNow } from '../../shared/azure/change-result.ts';
import type { AzureJob, ProtectedItem } from '../../shared/azure/protected-item.ts';
import { failed, success, type Failure, type Reply } from '../../shared/contract/failure.ts';
import { classifyJobErrors, withoutSecrets } from './classify-azure-error.ts';
import { findJobOf } from './find-job.ts';
import type { ItemChange, SiteRecovery } from './site-recovery.ts';
import { readPatiently, waitForJob, type Waiting } from './wait-for-job.ts';

export interface ChangeRun {
  readonly item: ItemAddress;
  readonly change: ItemChange;
  readonly clientRequestId: string;
}

export interface ChangeRunParts extends Waiting {
  readonly port: Pick<SiteRecovery, 'readItem' | 'readJob' | 'readJobs' | 'change'>;
}

/** How one change ended. Only after `not-sent` and `failed` may it be asked for again, by a new request. */
export type ChangeEnd =
  | { readonly kind: 'done'; readonly job: AzureJob | null; readonly item: ProtectedItem | null; readonly warnings: readonly string[] }
  /** Nothing was done. */
  | { readonly kind: 'not-sent'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly job: AzureJob }
  /** It may have been accepted; a person has to look. */
  | { readonly kind: 'in-doubt'; readonly failure: Failure }
  /** Accepted, and not over: it can be watched again by the name of its job. */
  | { readonly kind: 'unfinished'; readonly failure: Failure; readonly jobName: string };

const EFFECT_PATIENCE_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 30_000;
const LOOKS = 3;

/**
 * One change from the check beforehand to the state afterwards. It is sent once: what becomes of it is read from its job, also
 * when the answer was lost, and then from the item.
 */
export async function runChange(parts: ChangeRunParts, run: ChangeRun): Promise<ChangeEnd> {
  const { port } = parts;
  const before = await readItemOrNone(parts, run.item);
  if (!before.ok) return { kind: 'not-sent', failure: before.failure };
  const why = whyNotNow(run.change.kind, before.value);
  if (why !== null) return { kind: 'not-sent', failure: failed('not-ready', why).failure };

  const sentAt = parts.now();
  const outcome = await port.change(run.item, run.change, run.clientRequestId);
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'not-sent', failure: outcome.reply.failure };
    case 'done':
      return await readEffect(parts, run, null);
    case 'accepted':
      return await followJob(parts, run, { name: outcome.jobName, everySeconds: outcome.pollAfterSeconds });
    case 'in-doubt': {
      const job = await lookForJob(parts, run, sentAt);
      if (!job.ok) return { kind: 'in-doubt', failure: outcome.reply.failure };
      if (job.value === null) return { kind: 'not-sent', failure: notReceived(outcome.reply.failure) };
      return await followJob(parts, run, { name: job.value.name, everySeconds: 0 });
    }
    default:
      return outcome satisfies never;
  }
}

/** A job may be listed late: that there is none is believed after several looks only. */
async function lookForJob(parts: ChangeRunParts, { item, clientRequestId }: ChangeRun, sentAt: number): Promise<Reply<AzureJob | null>> {
  for (let look = 1; ; look += 1) {
    // eslint-disable-next-line no-await-in-loop -- one look after another
    const job = await readPatiently(parts, () => findJobOf(parts.port, item, { clientRequestId, sentAt }));
    if (!job.ok || job.value !== null || look === LOOKS) return job;
    // eslint-disable-next-line no-await-in-loop -- one look after another
    await parts.wait(LOOK_AGAIN_MS);
  }
}

function notReceived(failure: Failure): Failure {
  return {
    ...failure,
    code: 'offline',
    retry: 'now',
    detail: `${failure.detail} The vault has no job of it: nothing was done, and it can be tried again.`,
  };
}

interface FollowedJob {
  readonly name: string;
  readonly everySeconds: number;
}

async function followJob(parts: ChangeRunParts, run: ChangeRun, { name, everySeconds }: FollowedJob): Promise<ChangeEnd> {
  const watched = await waitForJob(parts, run.item, { jobName: name, everySeconds });
  if (!watched.ok) return { kind: 'unfinished', failure: watched.failure, jobName: name };
  const job = watched.value;
  if (job.state === 'Succeeded' || job.state === 'CompletedWithInformation') return await readEffect(parts, run, job);
  const title = job.title ?? job.scenario ?? 'The operation';
  if (job.state === 'Cancelled')
    return {
      kind: 'failed',
      job,
      failure: failed('cancelled', `${title} was cancelled. Read the state of the machine, then decide whether to ask again.`, 'later')
        .failure,
    };
  return { kind: 'failed', job, failure: classifyJobErrors(job.errors, title) };
}

/** The item after a job that ended well. What it does not show in time is said, and is no failure. */
async function readEffect(parts: ChangeRunParts, run: ChangeRun, job: AzureJob | null): Promise<ChangeEnd> {
  const warnings = (job?.errors ?? []).flatMap(({ message }) => (message === null ? [] : [withoutSecrets(message)]));
  const until = parts.now() + EFFECT_PATIENCE_MS;
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- one look after another
    const item = await readItemOrNone(parts, run.item);
    if (!item.ok)
      return {
        kind: 'done',
        job,
        item: null,
        warnings: [...warnings, `The job succeeded, but the machine could not be read: ${item.failure.detail}`],
      };
    if (showsEffect(run.change.kind, item.value)) return { kind: 'done', job, item: item.value, warnings };
    if (parts.now() >= until)
      return {
        kind: 'done',
        job,
        item: item.value,
        warnings: [...warnings, 'The job succeeded, but the machine still shows its former state. Read it again later.'],
      };
    // eslint-disable-next-line no-await-in-loop -- one look after another
    await parts.wait(LOOK_AGAIN_MS);
  }
}

async function readItemOrNone(parts: ChangeRunParts, item: ItemAddress): Promise<Reply<ProtectedItem | null>> {
  const reply = await readPatiently(parts, () => parts.port.readItem(item));
  return !reply.ok && reply.failure.code === 'not-found' ? success(null) : reply;
}
