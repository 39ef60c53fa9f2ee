import { expect, test } from 'vitest';

import { isJobOver, isJobSuccess } from '../../../shared/azure/protected-item.ts';
import { instantOf, readJob, readProtectedItem } from '../../../shared/azure/read-answers.ts';

test('times that stand for none, times without a zone, and what is no time', () => {
  expect(instantOf('0001-01-01T00:00:00')).toBeNull();
  expect(instantOf('1753-01-01T01:01:01Z')).toBeNull();
  expect(instantOf('2023-08-26T02:56:04.6969832Z')).toBe('2023-08-26T02:56:04.696Z');
  expect(instantOf('2023-08-26T02:56:04')).toBe('2023-08-26T02:56:04.000Z');
  expect(instantOf('2017-09-12T14:07:05.7686291+05:30')).toBe('2017-09-12T08:37:05.768Z');
  expect([instantOf(''), instantOf(null), instantOf('soon'), instantOf(7)]).toEqual([null, null, null, null]);
});

test('an item of which nothing is known is read as nothing known', () => {
  for (const answer of [
    null,
    undefined,
    'x',
    7,
    [],
    {},
    { properties: null },
    { properties: { providerSpecificDetails: null, healthErrors: null, allowedOperations: null, currentScenario: null } },
  ])
    expect(readProtectedItem(answer)).toMatchObject({
      id: '',
      instanceType: null,
      protectionState: null,
      allowedOperations: [],
      running: null,
      healthErrors: [],
      progress: { percent: null, rpoSeconds: null },
    });
});

test('an unknown provider and an unknown state survive as they are', () => {
  const answer = {
    id: '/i',
    name: 'i',
    properties: { protectionState: 'Pondering', providerSpecificDetails: { instanceType: 'SomethingNew', inner: { a: [1] } }, newField: 1 },
  };
  const item = readProtectedItem(answer);
  expect([item.instanceType, item.protectionState, item.raw]).toEqual(['SomethingNew', 'Pondering', answer]);
});

const withDetails = (details: Readonly<Record<string, unknown>>): unknown => ({ properties: { providerSpecificDetails: details } });

test.each([
  [
    'modernized',
    { initialReplicationProgressPercentage: 64, lastRpoInSeconds: 541, lastRpoCalculatedTime: '2023-08-26T04:15:46.72Z' },
    [64, 541, '2023-08-26T04:15:46.720Z'],
  ],
  ['Hyper-V, as a text', { initialReplicationDetails: { initialReplicationProgressPercentage: '23' }, rpoInSeconds: 3 }, [23, 3, null]],
  ['Azure', { monitoringPercentageCompletion: 0, rpoInSeconds: null }, [0, null, null]],
  ['classic', { resyncProgressPercentage: 12, rpoInSeconds: 646 }, [12, 646, null]],
  ['nothing said', { initialReplicationProgressPercentage: null }, [null, null, null]],
])('progress and age: %s', (_, details, [percent, rpoSeconds, rpoCalculatedAt]) => {
  expect(readProtectedItem(withDetails(details)).progress).toEqual({ percent, rpoSeconds, rpoCalculatedAt });
});

test('what runs, and what only looks so', () => {
  const running = (currentScenario: unknown): unknown => readProtectedItem({ properties: { currentScenario } }).running;
  expect(running({ scenarioName: 'None', jobId: '/v/replicationJobs/None', startTime: '1753-01-01T01:01:01Z' })).toBeNull();
  expect(running({ scenarioName: 'TestFailover', jobId: '/v/replicationJobs/j', startTime: '2023-08-26T02:56:04Z' })).toEqual({
    scenario: 'TestFailover',
    jobId: '/v/replicationJobs/j',
    startedAt: '2023-08-26T02:56:04.000Z',
  });
});

test('a job right after it was accepted, a skipped task, and words not known yet', () => {
  const fresh = readJob({ name: 'j', properties: { scenarioName: null, state: null, tasks: null, errors: null } });
  expect([fresh.state, fresh.tasks, fresh.errors, isJobOver(fresh)]).toEqual(['NotStarted', [], [], false]);
  const skipped = readJob({
    properties: {
      state: 'Failed',
      tasks: [{ taskId: 't', state: 'Other', stateDescription: 'Skipped', startTime: '0001-01-01T00:00:00' }],
    },
  });
  expect(skipped.tasks).toMatchObject([{ state: 'Skipped', startedAt: null }]);
  expect(isJobOver({ state: 'Pondering' })).toBe(false);
  expect(
    ['Succeeded', 'CompletedWithInformation', 'PartiallySucceeded', 'Cancelled'].map((state) => [
      isJobOver({ state }),
      isJobSuccess({ state }),
    ]),
  ).toEqual([
    [true, true],
    [true, true],
    [true, false],
    [true, false],
  ]);
});
