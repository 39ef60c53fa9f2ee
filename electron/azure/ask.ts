import type { OperationOptions } from '@azure/core-client';

import { lastPart } from '../../shared/azure/arm-ids.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { classifyAzureError } from './classify-azure-error.ts';

/** Options that both of Microsoft's generations of clients take. */
export type AskOptions = Pick<OperationOptions, 'abortSignal' | 'onResponse' | 'requestOptions'>;

const MOST_PAGES = 2000;

/** One read; gives the answer as it came over the wire, so that nothing is lost on the way through the client. */
export async function readOne(call: (options: AskOptions) => Promise<unknown>, signal?: AbortSignal): Promise<Reply<unknown>> {
  let body: unknown = null;
  let status = 0;
  try {
    const typed = await call({
      ...(signal === undefined ? {} : { abortSignal: signal }),
      onResponse: (raw) => {
        body = parse(raw.bodyAsText);
        ({ status } = raw);
      },
    });
    const answer = body ?? typed;
    const isEmpty = status === 200 && (typeof answer !== 'object' || answer === null || Object.keys(answer).length === 0);
    return isEmpty ? failed('azure-rejected', BROKEN_ANSWER, 'later') : success(answer);
  } catch (error) {
    return { ok: false, failure: classifyAzureError(error).failure };
  }
}

interface Pages {
  readonly byPage: () => AsyncIterableIterator<unknown>;
}

/**
 * All pages of a list, as they came, each entry once. A list that goes round, never ends, or has a page that is no page is no
 * list: what was read of it would pass for the whole.
 */
export async function readAll(list: (options: AskOptions) => Pages, signal?: AbortSignal): Promise<Reply<readonly unknown[]>> {
  const values: unknown[] = [];
  const seen = new Set<string>();
  let broken: string | null = null;
  try {
    const pager = list({
      ...(signal === undefined ? {} : { abortSignal: signal }),
      onResponse: (raw) => {
        if (raw.status !== 200) return;
        const { value, nextLink } = (parse(raw.bodyAsText) ?? {}) as { readonly value?: unknown; readonly nextLink?: unknown };
        if (!Array.isArray(value)) broken = BROKEN_PAGE;
        else values.push(...(value as unknown[]));
        if (typeof nextLink !== 'string') return;
        if (seen.has(nextLink)) broken = GOES_ROUND;
        seen.add(nextLink);
      },
    }).byPage();
    // The pages themselves were taken as they came over the wire; the client only knows the way to the next.
    while ((await pager.next()).done !== true) {
      // INVARIANT: an address that came before would go round for ever.
      if (broken !== null || seen.size >= MOST_PAGES) break;
    }
    if (broken !== null) return failed('azure-rejected', broken, 'later');
    if (seen.size >= MOST_PAGES)
      return failed('azure-rejected', `A list of the vault has more than ${MOST_PAGES} pages; it was broken off.`);
    return success(onceEach(values));
  } catch (error) {
    return { ok: false, failure: classifyAzureError(error).failure };
  }
}

export const BROKEN_PAGE =
  'Azure gave a page of a list that is none, so the list is not whole and what was known before stays. Try again; if it stays so, a proxy on the way may change the answers.';
export const BROKEN_ANSWER =
  'Azure gave an answer without anything in it. Try again; if it stays so, a proxy on the way may change the answers.';
export const GOES_ROUND =
  'A list of Azure goes round: it names a page that was read already. It was broken off, and what was known before stays. Try again later.';

/** While pages are read, an entry may move to a page that comes later; the newer one counts. */
export function onceEach<T>(values: readonly T[]): T[] {
  const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : null);
  const byId = new Map<unknown, T>();
  for (const [index, value] of values.entries()) {
    const id = idOf(value);
    const key = typeof id === 'string' ? id.toLowerCase() : index;
    byId.delete(key);
    byId.set(key, value);
  }
  return byId.size === values.length ? [...values] : [...byId.values()];
}

function parse(text: string | null | undefined): unknown {
  if (text == null || text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What became of a change. The job decides how it ends; `in-doubt`: it may have been accepted, so nobody may send it again. */
export type ChangeOutcome =
  | {
      readonly kind: 'accepted';
      readonly jobName: string;
      readonly jobId: string | null;
      readonly clientRequestId: string;
      readonly correlationId: string | null;
      readonly pollAfterSeconds: number;
    }
  /** Done at once, without a job (200 or 204). */
  | { readonly kind: 'done'; readonly clientRequestId: string; readonly correlationId: string | null }
  | { readonly kind: 'refused'; readonly reply: Extract<Reply<never>, { ok: false }> }
  | { readonly kind: 'in-doubt'; readonly reply: Extract<Reply<never>, { ok: false }>; readonly clientRequestId: string };

const DEFAULT_POLL_SECONDS = 30;

/**
 * Sends one change, once. The client polls right after the 202 and rejects when that poll fails although the change was
 * accepted; so the job is taken from the 202 itself and the client is stopped before it polls.
 */
export async function sendChange(start: (options: AskOptions) => Promise<unknown>, clientRequestId: string): Promise<ChangeOutcome> {
  const stop = new AbortController();
  let first: { readonly status: number; readonly outcome: ChangeOutcome | null } | null = null;
  try {
    await start({
      abortSignal: stop.signal,
      requestOptions: { customHeaders: { 'x-ms-client-request-id': clientRequestId } },
      onResponse: ({ status, headers }) => {
        if (first !== null) return;
        first = { status, outcome: outcomeOf(status, headers, clientRequestId) };
        if (first.outcome !== null) stop.abort();
      },
    });
  } catch (error) {
    const known = outcomeIn(first);
    if (known !== null) return known;
    const { failure, isCertainlyNotSent, status } = classifyAzureError(error);
    const isRefusal = isCertainlyNotSent || (status !== null && status < 500 && status !== 408);
    return isRefusal
      ? { kind: 'refused', reply: { ok: false, failure } }
      : { kind: 'in-doubt', clientRequestId, reply: { ok: false, failure: { ...failure, code: 'in-doubt', retry: 'never' } } };
  }
  return outcomeIn(first) ?? { kind: 'done', clientRequestId, correlationId: null };
}

/** The variable is set inside a callback, which the compiler does not follow. */
function outcomeIn(first: unknown): ChangeOutcome | null {
  return (first as { readonly outcome: ChangeOutcome | null } | null)?.outcome ?? null;
}

interface Headers {
  readonly get: (name: string) => string | undefined;
}

function outcomeOf(status: number, headers: Headers, clientRequestId: string): ChangeOutcome | null {
  const correlationId = headers.get('x-ms-correlation-request-id') ?? null;
  if (status === 200 || status === 201 || status === 204) return { kind: 'done', clientRequestId, correlationId };
  if (status !== 202) return null;
  // The job's ARM id stands in x-ms-request-id, beside other ids or not at all; its name also ends the polling addresses.
  const requestIds = headers.get('x-ms-request-id')?.split(',') ?? [];
  const jobId = requestIds.find((each) => /\/replicationJobs\//i.test(each))?.trim() ?? null;
  const jobName = [jobId, headers.get('location'), headers.get('azure-asyncoperation')].flatMap((each) =>
    each == null ? [] : [lastPart(each)],
  )[0];
  if (jobName === undefined) {
    const failure = {
      code: 'in-doubt' as const,
      retry: 'never' as const,
      detail: 'Azure accepted the change without naming its job. Look for the job in the vault before anything else is done.',
    };
    return { kind: 'in-doubt', clientRequestId, reply: { ok: false, failure } };
  }
  const retryAfter = Number(headers.get('retry-after'));
  return {
    kind: 'accepted',
    jobName,
    jobId,
    clientRequestId,
    correlationId,
    pollAfterSeconds: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : DEFAULT_POLL_SECONDS,
  };
}
