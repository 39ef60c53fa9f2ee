import { createHttpHeaders, RestError, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** As much of `fetch` as is needed: Electron's network stack in the desktop app, Node's elsewhere. */
export type FetchPart = (address: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect: 'error';
  readonly signal?: AbortSignal;
}

const SIGN_IN_TIMEOUT_MS = 60_000;

/**
 * What MSAL sends and receives. Redirects are errors: no token and no code goes to an address that nobody named. `onFailure`
 * hears of a broken connection with its code, because MSAL passes on only words.
 */
export function msalNetwork(fetchPart: FetchPart, onFailure: (error: unknown) => void): INetworkModule {
  async function send(
    method: 'GET' | 'POST',
    address: string,
    {
      options = {},
      timeoutMs = SIGN_IN_TIMEOUT_MS,
    }: { readonly options?: NetworkRequestOptions | undefined; readonly timeoutMs?: number | undefined },
  ): Promise<NetworkResponse<never>> {
    try {
      const response = await fetchPart(address, {
        method,
        headers: options.headers ?? {},
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(method === 'POST' ? { body: options.body ?? '' } : {}),
      });
      const body = (await response.json()) as never;
      return { headers: Object.fromEntries(response.headers), body, status: response.status };
    } catch (error) {
      onFailure(withCode(error));
      throw error;
    }
  }
  return {
    sendGetRequestAsync: (address, options, timeout) => send('GET', address, { options, timeoutMs: timeout }),
    sendPostRequestAsync: (address, options) => send('POST', address, { options }),
  };
}

/** The same for Microsoft's management clients. Bodies are texts: Site Recovery sends and takes JSON only. */
export function fetchHttpClient(fetchPart: FetchPart): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const signals = [
        ...(request.abortSignal === undefined ? [] : [toSignal(request.abortSignal)]),
        ...(request.timeout > 0 ? [AbortSignal.timeout(request.timeout)] : []),
      ];
      try {
        const response = await fetchPart(request.url, {
          method: request.method,
          headers: request.headers.toJSON({ preserveCase: true }),
          redirect: 'error',
          ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
          ...(typeof request.body === 'string' ? { body: request.body } : {}),
        });
        const bodyAsText = await response.text();
        return { request, status: response.status, headers: createHttpHeaders(Object.fromEntries(response.headers)), bodyAsText };
      } catch (error) {
        if (request.abortSignal?.aborted === true) throw Object.assign(new Error('The call was stopped.'), { name: 'AbortError' });
        const { code, message } = withCode(error);
        throw new RestError(message, { code, request });
      }
    },
  };
}

function toSignal(signal: Pick<AbortSignal, 'aborted' | 'addEventListener'>): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

/** The code of a broken connection: Node keeps it in the cause, Chromium writes it into the message (`net::ERR_...`). */
export function withCode(error: unknown): { readonly code: string; readonly message: string } {
  const seen = new Set<unknown>();
  let current: unknown = error;
  const message = error instanceof Error ? error.message : 'The connection failed.';
  while (typeof current === 'object' && current !== null && !seen.has(current)) {
    seen.add(current);
    const { code, name, cause } = current as { readonly code?: unknown; readonly name?: unknown; readonly cause?: unknown };
    if (typeof code === 'string' && code !== '') return { code, message };
    if (name === 'TimeoutError') return { code: 'ETIMEDOUT', message };
    const [first] = (current as { readonly errors?: readonly unknown[] }).errors ?? [];
    current = cause ?? first;
  }
  const chromium = /\bnet::(ERR_[A-Z_]+)/.exec(message)?.[1];
  return { code: chromium ?? 'CONNECTION_FAILED', message };
}
