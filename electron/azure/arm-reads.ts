import { createPipelineRequest, RestError } from '@azure/core-rest-pipeline';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { BROKEN_ANSWER, BROKEN_PAGE, GOES_ROUND, onceEach } from './ask.ts';
import type { AzureConnection } from './azure-connection.ts';
import { classifyAzureError } from './classify-azure-error.ts';
import type { Answer } from './site-recovery.ts';

/** Lists of ARM that the clients of Site Recovery do not have: subscriptions, resource groups, machines, rights. */
export interface ArmReads {
  readonly list: (path: string, apiVersion: string, options?: ListOptions) => Promise<Reply<readonly Answer[]>>;
  readonly one: (path: string, apiVersion: string, signal?: AbortSignal) => Promise<Reply<Answer>>;
}

interface ListOptions {
  readonly filter?: string;
  readonly signal?: AbortSignal;
  /** Called before each page, to keep the pace. */
  readonly beforePage?: () => Promise<void>;
}

const MOST_PAGES = 500;

/** Uses the client's own pipeline: the same token, guard, retries and network. */
export function createArmReads(connection: Pick<AzureConnection, 'reading'>, endpoint: string): ArmReads {
  const list: ArmReads['list'] = async (path, apiVersion, { filter, signal, beforePage } = {}) => {
    const values: Answer[] = [];
    const seen = new Set<string>();
    const first = new URL(path, endpoint);
    first.searchParams.set('api-version', apiVersion);
    if (filter !== undefined) first.searchParams.set('$filter', filter);
    let next: string | null = first.href;
    while (next !== null) {
      // INVARIANT: an address that came before would go round for ever.
      if (seen.has(next) || seen.size >= MOST_PAGES) return failed('azure-rejected', GOES_ROUND, 'later');
      seen.add(next);
      // Pages come one after another: each names the next.
      // oxlint-disable-next-line no-await-in-loop
      await beforePage?.();
      // oxlint-disable-next-line no-await-in-loop
      const page = await readPage(connection, next, signal);
      if (!page.ok) return page;
      if (!Array.isArray(page.value['value'])) return failed('azure-rejected', BROKEN_PAGE, 'later');
      values.push(...(page.value['value'] as Answer[]));
      const { nextLink } = page.value;
      next = typeof nextLink === 'string' && nextLink !== '' ? nextLink : null;
    }
    return success(onceEach(values));
  };
  return {
    list,
    one: (path, apiVersion, signal) => {
      const address = new URL(path, endpoint);
      address.searchParams.set('api-version', apiVersion);
      return readPage(connection, address.href, signal);
    },
  };
}

async function readPage({ reading }: Pick<AzureConnection, 'reading'>, url: string, signal?: AbortSignal): Promise<Reply<Answer>> {
  try {
    const allowInsecureConnection = url.startsWith('http://127.0.0.1:');
    const request = createPipelineRequest({
      url,
      method: 'GET',
      allowInsecureConnection,
      ...(signal === undefined ? {} : { abortSignal: signal }),
    });
    const response = await reading.sendRequest(request);
    const body = parse(response.bodyAsText);
    if (response.status === 200) return Object.keys(body).length === 0 ? failed('azure-rejected', BROKEN_ANSWER, 'later') : success(body);
    const error = new RestError('refused', { statusCode: response.status, request, response });
    return { ok: false, failure: classifyAzureError(Object.assign(error, { details: body })).failure };
  } catch (error) {
    return { ok: false, failure: classifyAzureError(error).failure };
  }
}

function parse(text: string | null | undefined): Answer {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Answer) : {};
  } catch {
    return {};
  }
}
