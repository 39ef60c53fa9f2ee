import { cleanText } from '../../shared/azure/clean-text.ts';
import type { AzureJobError } from '../../shared/azure/protected-item.ts';
import { failureSchema, type Failure } from '../../shared/contract/failure.ts';
import { CERTIFICATE_ERRORS, KNOWN_ERRORS, NETWORK_ERRORS, type KnownError } from './azure-error-codes.data.ts';

/** Any thrown thing of Microsoft's clients, told as a failure. `isCertainlyNotSent`: the service never saw the request. */
export interface Classified {
  readonly failure: Failure;
  readonly isCertainlyNotSent: boolean;
  /** HTTP status of an answer; `null` when there was none. */
  readonly status: number | null;
  /** Codes of the answer, outer first. */
  readonly codes: readonly string[];
}

type Bag = Readonly<Record<string, unknown>>;

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? (value as Bag) : {};
}

/**
 * Decides from status and codes only, never from the words of a message; those are shown, shortened and without signed
 * addresses. An answer below 500 says that nothing was done; a broken connection or a 5xx leaves it open.
 */
export function classifyAzureError(thrown: unknown): Classified {
  const error = bag(thrown);
  const code = typeof error['code'] === 'string' ? error['code'] : null;
  const causeCode = typeof bag(error['cause'])['code'] === 'string' ? (bag(error['cause'])['code'] as string) : null;
  const status = typeof error['statusCode'] === 'number' ? error['statusCode'] : null;
  // No token could be had: nothing was sent.
  const carried = failureSchema.safeParse(error['failure']);
  if (carried.success) return { failure: carried.data, isCertainlyNotSent: true, status: null, codes: [] };
  if (error['name'] === 'AbortError')
    return { failure: { code: 'cancelled', retry: 'now', detail: 'The call was stopped.' }, isCertainlyNotSent: false, status, codes: [] };
  const transportCodes = [code, causeCode].filter((each) => each !== null);
  if (status === null)
    return transportCodes.length === 0 && error['name'] !== 'RestError' ? notAsked(error) : withoutAnswer(transportCodes);
  const codes = codesOf(error, code);
  const known = codes.map((each) => KNOWN_ERRORS[each.toLowerCase()]).findLast((each) => each !== undefined);
  const correlation = correlationOf(error);
  const retryAfterSeconds = retryAfter(error);
  const decision = known ?? byStatus(status);
  return {
    failure: {
      code: status === 429 ? 'throttled' : decision.code,
      retry: status === 429 ? 'later' : decision.retry,
      detail: `${wordsOf(error, status)} ${decision.advice}`.trim(),
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
      ...(correlation === null ? {} : { azureCorrelationId: correlation }),
    },
    isCertainlyNotSent: false,
    status,
    codes,
  };
}

/** Thrown by the client itself while it put the request together: a value is missing or of the wrong kind. */
function notAsked(error: Bag): Classified {
  const words = typeof error['message'] === 'string' ? withoutSecrets(error['message']) : 'no words';
  const detail = `The request could not be put together (${words}), so nothing was sent. Check the values of the machine; if they are right, report it.`;
  return { failure: { code: 'invalid-input', retry: 'never', detail }, isCertainlyNotSent: true, status: null, codes: [] };
}

function withoutAnswer(codes: readonly string[]): Classified {
  const base = { status: null, codes } as const;
  for (const code of codes) {
    const certificate = CERTIFICATE_ERRORS[code];
    if (certificate !== undefined)
      return { ...base, failure: { code: 'offline', retry: 'later', detail: certificate }, isCertainlyNotSent: true };
    const network = NETWORK_ERRORS[code];
    if (network !== undefined)
      return { ...base, failure: { code: 'offline', retry: 'later', detail: network.words }, isCertainlyNotSent: !network.isSent };
  }
  return {
    ...base,
    failure: { code: 'offline', retry: 'later', detail: `The connection to Azure failed (${codes[0] ?? 'no code'}). Check the network.` },
    isCertainlyNotSent: false,
  };
}

function byStatus(status: number): KnownError {
  // The client could not read the answer.
  if (status < 300)
    return {
      code: 'azure-rejected',
      retry: 'later',
      advice: 'The answer could not be read. Try again; if it stays so, a proxy on the way may change the answers.',
    };
  if (status === 401) return { code: 'signed-out', retry: 'now', advice: 'Sign in again.' };
  if (status === 403)
    return { code: 'forbidden', retry: 'never', advice: 'The account may not do this. The Azure screen says which right is missing.' };
  if (status === 404) return { code: 'not-found', retry: 'never', advice: 'It is not there (any more). Read the vault again.' };
  if (status === 408) return { code: 'offline', retry: 'later', advice: 'Try again in a while.' };
  if (status === 409)
    return { code: 'conflict', retry: 'later', advice: 'Something else is being done to it. Wait, read its state, then decide.' };
  if (status === 412) return { code: 'conflict', retry: 'later', advice: 'It was changed meanwhile. Read it again.' };
  if (status >= 500)
    return {
      code: 'azure-rejected',
      retry: 'later',
      advice: 'Azure had an error of its own. Read the state before anything is tried again.',
    };
  return { code: 'azure-rejected', retry: 'never', advice: 'The service did not accept the request. Its words say why.' };
}

/** The outer code, then those of `details`: the inner ones say more. */
function codesOf(error: Bag, outer: string | null): string[] {
  const body = answerOf(error);
  const inner = Array.isArray(body['details']) ? (body['details'] as unknown[]) : [];
  const codes = [typeof body['code'] === 'string' ? body['code'] : outer, ...inner.map((each) => bag(each)['code'])];
  return codes.filter((each): each is string => typeof each === 'string' && each !== '');
}

/** The `error` of the answer, wherever the client put it. */
function answerOf(error: Bag): Bag {
  const details = bag(error['details']);
  const candidates = [bag(details['error']), bag(bag(details['body'])['error']), details];
  return candidates.find((candidate) => typeof candidate['code'] === 'string' || typeof candidate['message'] === 'string') ?? {};
}

function wordsOf(error: Bag, status: number): string {
  const body = answerOf(error);
  const [inner] = Array.isArray(body['details']) ? (body['details'] as unknown[]) : [];
  const words = bag(inner)['message'] ?? body['message'];
  return typeof words === 'string' && words !== '' ? withoutSecrets(words) : `Azure answered with HTTP ${status}.`;
}

/** SECURITY: the service's words may hold signed addresses, tokens and keys. */
export function withoutSecrets(words: string): string {
  return cleanText(words);
}

function headersOf(error: Bag): { readonly get: (name: string) => unknown } | null {
  const headers = bag(bag(error['response'])['headers']);
  return typeof headers['get'] === 'function' ? (headers as unknown as { get: (name: string) => unknown }) : null;
}

function correlationOf(error: Bag): string | null {
  const value = headersOf(error)?.get('x-ms-correlation-request-id');
  return typeof value === 'string' && value !== '' ? value : null;
}

function retryAfter(error: Bag): number | null {
  const value = Number(headersOf(error)?.get('retry-after'));
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** The failure of a job from its errors: the first that says more than "see the other errors" decides. */
export function classifyJobErrors(errors: readonly AzureJobError[], jobTitle: string): Failure {
  const telling = errors.find((error) => error.code !== '539') ?? errors[0];
  if (telling === undefined)
    return {
      code: 'azure-rejected',
      retry: 'never',
      detail: `${jobTitle} failed, and the job gives no reason. Open the job in the portal.`,
    };
  const known = [telling.code, telling.providerCode].map((code) => KNOWN_ERRORS[code ?? '']).find((each) => each !== undefined);
  const words = [telling.message, telling.possibleCauses, telling.recommendedAction].filter((each) => each !== null).map(withoutSecrets);
  return {
    code: known?.code ?? 'azure-rejected',
    retry: known?.retry ?? 'never',
    detail:
      `${jobTitle} failed (${telling.code ?? telling.providerCode ?? 'no code'}): ${[...words, known?.advice ?? ''].join(' ').trim()}`.slice(
        0,
        2000,
      ),
    ...(telling.activityId === null ? {} : { azureCorrelationId: telling.activityId }),
  };
}
