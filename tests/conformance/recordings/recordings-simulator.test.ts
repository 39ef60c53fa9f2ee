import { describe, expect, test } from 'vitest';

import { readDescription } from './description.ts';
import { knowledgeOf } from './knowledge.ts';
import { hasRecordings, isOwnFolder, recordedExchanges } from './recordings-folder.ts';
import { createReplayer, type Verdict } from './replay.ts';

/** Recordings that were not known when this was written may hold something new. */
const LEAST_COVERED_ELSEWHERE = 0.9;

function groupOf({ operation, exchange }: Verdict): string {
  if (operation !== null) return operation.group;
  return /replicationOperationStatus/i.test(exchange.url.pathname) ? '(polling)' : '(no operation)';
}

function report(verdicts: readonly Verdict[]): string {
  const groups = [...Map.groupBy(verdicts, groupOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = groups.map(([group, all]) => {
    const covered = all.filter(({ problems }) => problems.length === 0).length;
    return `  ${group}: ${covered} of ${all.length} (${Math.floor((100 * covered) / all.length)} %)`;
  });
  const open = verdicts.filter(({ problems }) => problems.length > 0);
  const rest = open.map(
    ({ exchange, operation, problems }) =>
      `  ${exchange.file} ${exchange.index} ${operation?.id ?? ''}: ${problems.slice(0, 3).join('; ')}`,
  );
  return [
    `Recorded exchanges that the simulator answers alike: ${verdicts.length - open.length} of ${verdicts.length}`,
    ...lines,
    'Not alike:',
    ...rest,
    '',
  ].join('\n');
}

describe.skipIf(!hasRecordings)('recorded requests to the simulator', () => {
  test('status, headers and shape are those of the service', async () => {
    const exchanges = recordedExchanges();
    const replayer = await createReplayer(readDescription());
    const verdicts: Verdict[] = [];
    for (const [, session] of Map.groupBy(exchanges, ({ file }) => file)) {
      const knowledge = knowledgeOf(session);
      // eslint-disable-next-line no-await-in-loop -- the simulator is set anew before each request
      for (const exchange of session) verdicts.push(await replayer.replay(exchange, knowledge));
    }
    await replayer.close();
    process.stderr.write(report(verdicts));

    const open = verdicts.filter(({ problems }) => problems.length > 0);
    expect(verdicts.length).toBeGreaterThanOrEqual(isOwnFolder ? 1 : 1723);
    const allowed = isOwnFolder ? Math.floor(verdicts.length * (1 - LEAST_COVERED_ELSEWHERE)) : 0;
    const told = open.map(({ exchange, problems }) => `${exchange.file} ${exchange.index}: ${problems.join('; ')}`);
    expect(told.slice(allowed)).toEqual([]);
  });
});
