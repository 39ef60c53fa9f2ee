import { describe, expect, test } from 'vitest';

import { CERTIFICATE_ERRORS, NETWORK_ERRORS } from '../../../electron/azure/azure-error-codes.data.ts';
import { classifyAzureError, classifyJobErrors, withoutSecrets } from '../../../electron/azure/classify-azure-error.ts';
import { readJobError } from '../../../shared/azure/read-answers.ts';

/** An answer as Microsoft's client throws it. */
function thrown(
  status: number,
  codes: readonly string[],
  more: { readonly message?: string; readonly headers?: Readonly<Record<string, string>>; readonly place?: 'body' | 'error' | 'bare' } = {},
): unknown {
  const [code = '', ...inner] = codes;
  const message = more.message ?? 'The service says so.';
  const answer = { code, message, details: inner.map((each) => ({ code: each, message })) };
  const details = more.place === 'body' ? { body: { error: answer } } : more.place === 'bare' ? answer : { error: answer };
  return Object.assign(new Error('x'), {
    name: 'RestError',
    statusCode: status,
    code,
    details,
    response: { headers: new Map(Object.entries(more.headers ?? {})) },
  });
}

/** Every error of the facts, section 2.4. */
const ANSWERS: readonly (readonly [number, readonly string[], string, string])[] = [
  [404, ['NotFound', 'ArmResourceDoesNotExist'], 'not-found', 'never'],
  [404, ['ResourceNotFound'], 'not-found', 'never'],
  [400, ['BadRequest', 'InvalidFailoverDirection'], 'not-ready', 'never'],
  [400, ['BadRequest', 'InvalidChannelIntegrityKeyToken'], 'azure-rejected', 'never'],
  [401, ['InvalidAuthenticationToken'], 'signed-out', 'now'],
  [401, ['ExpiredAuthenticationToken'], 'signed-out', 'now'],
  [403, ['AuthorizationFailed'], 'forbidden', 'never'],
  [403, ['RequestDisallowedByPolicy'], 'azure-rejected', 'never'],
  [403, ['ReadOnlyDisabledSubscription'], 'forbidden', 'never'],
  [409, ['ScopeLocked'], 'conflict', 'never'],
  [409, ['Whatever'], 'conflict', 'later'],
  [412, ['PreconditionFailed'], 'conflict', 'later'],
  [429, ['SubscriptionRequestsThrottled'], 'throttled', 'later'],
  [429, ['SomethingElse'], 'throttled', 'later'],
  [500, ['InternalServerError'], 'azure-rejected', 'later'],
  [502, [''], 'azure-rejected', 'later'],
  [503, ['ServiceUnavailable'], 'azure-rejected', 'later'],
  [504, ['GatewayTimeout'], 'azure-rejected', 'later'],
  [400, ['MissingApiVersionParameter'], 'internal', 'never'],
  [400, ['InvalidApiVersionParameter'], 'internal', 'never'],
  [400, ['NeverSeenBefore', 'NorThis'], 'azure-rejected', 'never'],
  [404, [''], 'not-found', 'never'],
  [418, [''], 'azure-rejected', 'never'],
];

describe('answers', () => {
  test.each(ANSWERS)('%i %j is %s, to be tried %s', (status, codes, code, retry) => {
    for (const place of ['error', 'body', 'bare'] as const) {
      const { failure, isCertainlyNotSent } = classifyAzureError(thrown(status, codes, { place }));
      expect([failure.code, failure.retry, isCertainlyNotSent]).toEqual([code, retry, false]);
      expect(failure.detail).toMatch(/^[A-Z].{20,}\.$/s);
    }
  });

  test('words decide nothing: any message gives the same', () => {
    for (const message of ['', 'AuthorizationFailed', 'throttled', 'was not found'])
      expect(classifyAzureError(thrown(409, ['ScopeLocked'], { message })).failure.code).toBe('conflict');
  });

  test('the wait and the correlation id are kept', () => {
    const { failure } = classifyAzureError(
      thrown(429, ['SubscriptionRequestsThrottled'], { headers: { 'retry-after': '17', 'x-ms-correlation-request-id': 'c-1' } }),
    );
    expect([failure.retryAfterSeconds, failure.azureCorrelationId]).toEqual([17, 'c-1']);
  });

  test('signed addresses and tokens do not come through', () => {
    const words = withoutSecrets('See https://management.azure.com/a/b?api-version=1&c=SECRET&s=SECRET and eyJhbGciOi.eyJzdWIi.SECRET now');
    expect(words).toBe('See https://management.azure.com/a/b and [removed] now');
    expect(withoutSecrets('x'.repeat(2000)).length).toBeLessThan(700);
  });
});

describe('no answer', () => {
  test.each(Object.entries(NETWORK_ERRORS))('%s', (code, { isSent }) => {
    const { failure, isCertainlyNotSent } = classifyAzureError(Object.assign(new Error('x'), { name: 'RestError', code }));
    expect([failure.code, failure.retry, isCertainlyNotSent]).toEqual(['offline', 'later', !isSent]);
  });

  test.each(Object.keys(CERTIFICATE_ERRORS))('%s: nothing was sent', (code) => {
    const cause = Object.assign(new Error('x'), { code });
    const { failure, isCertainlyNotSent } = classifyAzureError(
      Object.assign(new Error('x', { cause }), { name: 'RestError', code: 'REQUEST_SEND_ERROR' }),
    );
    expect([failure.code, isCertainlyNotSent]).toEqual(['offline', true]);
  });

  test('an unknown failure of the network may have been sent', () => {
    expect(classifyAzureError(Object.assign(new Error('x'), { name: 'RestError', code: 'NEVER_SEEN' })).isCertainlyNotSent).toBe(false);
    expect(classifyAzureError(Object.assign(new Error('x'), { name: 'RestError' })).isCertainlyNotSent).toBe(false);
  });

  test('a request that could not be put together was not sent', () => {
    const { failure, isCertainlyNotSent } = classifyAzureError(new Error('input.properties cannot be null or undefined.'));
    expect([failure.code, isCertainlyNotSent]).toEqual(['invalid-input', true]);
  });

  test('a call that was stopped', () => {
    expect(classifyAzureError(Object.assign(new Error('x'), { name: 'AbortError' })).failure.code).toBe('cancelled');
  });
});

/** Every code of the facts, section 7.2. */
const JOB_CODES: readonly (readonly [string, string])[] = [
  ['532', 'conflict'],
  ['25037', 'not-ready'],
  ['25038', 'not-ready'],
  ['28031', 'azure-rejected'],
  ['539', 'azure-rejected'],
  ['559', 'conflict'],
  ['95222', 'conflict'],
  ['15035', 'conflict'],
  ['499', 'azure-rejected'],
  ['506', 'azure-rejected'],
  ['150261', 'azure-rejected'],
  ['28092', 'azure-rejected'],
  ['70038', 'azure-rejected'],
  ['170010', 'azure-rejected'],
  ['28061', 'azure-rejected'],
  ['310024', 'azure-rejected'],
  ['45031', 'conflict'],
];

describe('errors of a job', () => {
  const error = (code: string, providerCode = 0): ReturnType<typeof readJobError> =>
    readJobError({
      serviceErrorDetails: {
        code,
        message: 'It did not work.',
        possibleCauses: 'A cause.',
        recommendedAction: 'An action.',
        activityId: 'a-1',
      },
      providerErrorDetails: { errorCode: providerCode },
    });

  test.each(JOB_CODES)('%s is %s, with advice of our own', (code, wanted) => {
    const failure = classifyJobErrors([error(code)], 'Failover');
    expect(failure).toMatchObject({ code: wanted, azureCorrelationId: 'a-1' });
    expect(failure.detail).toMatch(new RegExp(`^Failover failed \\(${code}\\): It did not work\\. A cause\\. An action\\. .{20,}\\.$`));
  });

  test('the cause decides, not what goes with it', () => {
    expect(classifyJobErrors([error('539'), error('28031')], 'Failover').detail).toContain('quota');
    expect(classifyJobErrors([error('99999', 95222)], 'Add physical machine').code).toBe('conflict');
    expect(classifyJobErrors([error('99999')], 'Failover')).toMatchObject({ code: 'azure-rejected', retry: 'never' });
    expect(classifyJobErrors([], 'Failover').detail).toMatch(/gives no reason/);
  });
});
