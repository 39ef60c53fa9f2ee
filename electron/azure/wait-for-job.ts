import type { VaultAddress } from '../../shared/azure/arm-ids.ts';
import { isJobOver, type AzureJob } from '../../shared/azure/protected-item.ts';
import { failed, type Reply } from '../../shared/contract/failure.ts';
import type { SiteRecovery } from './site-recovery.ts';

export interface Waiting {
  /** Waits; in tests the simulated clock is moved instead. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onProgress?: (job: AzureJob) => void;
  /** How long a job may take; then it is left alone, to be watched again later. */
  readonly patienceMs?: number;
}

const DEFAULT_PATIENCE_MS = 12 * 3_600_000;
/** A job may not be readable at once, and the network may fail for a while. */
const READ_PATIENCE_MS = 3 * 60_000;
const MINIMUM_WAIT_MS = 1000;
const RETRY_MS = 15_000;

/** Follows a job to its end at the pace that the service asked for. Reading it changes nothing, so that failures are waited out. */
export async function waitForJob(
  parts: Waiting & { readonly port: Pick<SiteRecovery, 'readJob'> },
  vault: VaultAddress,
  { jobName, everySeconds }: { readonly jobName: string; readonly everySeconds: number },
): Promise<Reply<AzureJob>> {
  const { port, wait, now, onProgress, patienceMs = DEFAULT_PATIENCE_MS } = parts;
  const until = now() + patienceMs;
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- one look after another
    const job = await readPatiently(parts, () => port.readJob(vault, jobName), ['not-found']);
    if (!job.ok) return job;
    onProgress?.(job.value);
    if (isJobOver(job.value)) return job;
    if (job.value.state === 'Suspended')
      return failed(
        'not-ready',
        `${job.value.title ?? 'The operation'} waits for a person. Do what its step says, then let it go on or cancel it.`,
        'later',
      );
    if (now() >= until) {
      const title = job.value.title ?? 'The operation';
      return failed(
        'azure-rejected',
        `${title} has run for very long and shows no end. It goes on in Azure; look at the job in the portal.`,
        'later',
      );
    }
    // eslint-disable-next-line no-await-in-loop -- one look after another
    await wait(Math.max(MINIMUM_WAIT_MS, everySeconds * 1000));
  }
}

/** A read that may fail for a while: throttled, without a network, an error of the service's own, and what else is told. */
export async function readPatiently<T>(
  { wait, now }: Waiting,
  read: () => Promise<Reply<T>>,
  also: readonly string[] = [],
): Promise<Reply<T>> {
  const until = now() + READ_PATIENCE_MS;
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- one try after another
    const reply = await read();
    if (reply.ok) return reply;
    const { code, retry, retryAfterSeconds } = reply.failure;
    const mayPass = retry === 'later' || also.includes(code);
    if (!mayPass || now() >= until) return reply;
    // eslint-disable-next-line no-await-in-loop -- one try after another
    await wait(retryAfterSeconds === undefined ? RETRY_MS : retryAfterSeconds * 1000);
  }
}
