import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';

import { sendChange, type ChangeOutcome } from '../../../electron/azure/ask.ts';

const JOB = '66a0354e-0000-4000-8000-000000000001';
const VAULT = '/Subscriptions/s/resourceGroups/r/providers/Microsoft.RecoveryServices/vaults/v';
const LOCATION = `https://management.azure.com${VAULT}/replicationFabrics/f/operationresults/${JOB}?api-version=2023-06-01&t=1&c=seal`;
const OPERATION = `https://management.azure.com${VAULT}/replicationOperationStatus/${JOB}?api-version=2023-06-01`;

/** What becomes of a 202 with these headers. */
async function accepted(headers: Readonly<Record<string, string>>): Promise<ChangeOutcome> {
  return await sendChange(({ onResponse }) => {
    onResponse?.({ status: 202, headers: createHttpHeaders(headers), request: {} as never }, {});
    return Promise.resolve();
  }, 'request-1');
}

describe('the job of a change that was accepted', () => {
  test.each([
    ['first of the request ids', { 'x-ms-request-id': `${VAULT}/replicationJobs/${JOB},other 5/15/2017 1:53:24 PM`, location: LOCATION }],
    ['after another request id', { 'x-ms-request-id': `other 5/15/2017 1:53:24 PM, ${VAULT}/replicationJobs/${JOB}` }],
    [
      'in the place of the result, beside a request id that is no job',
      { 'x-ms-request-id': 'other 5/13/2017 7:24:07 PM', location: LOCATION },
    ],
    ['in the polling address alone', { 'azure-asyncoperation': OPERATION }],
  ])('%s', async (_, headers) => {
    expect(await accepted(headers)).toMatchObject({ kind: 'accepted', jobName: JOB });
  });

  test('named nowhere: in doubt, and not to be sent again', async () => {
    expect(await accepted({ 'x-ms-request-id': 'other' })).toMatchObject({ kind: 'in-doubt', reply: { failure: { retry: 'never' } } });
  });
});
