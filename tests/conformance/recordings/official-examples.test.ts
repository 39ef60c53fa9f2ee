import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { readJob, readProtectedItem } from '../../../shared/azure/read-answers.ts';
import { fixture } from '../fixtures.ts';
import { readDescription, type Operation } from './description.ts';
import { bag, list, text } from './knowledge.ts';
import { isEqual, lostInItem, lostInJob } from './port-fields.ts';
import { connectedTo, invoke, type KeptAnswer } from './served-answer.ts';

const FOLDERS = ['rest-examples', 'rest-examples-vault'];
const hasExamples = existsSync(fixture('site-recovery', 'rest-examples'));
const JOB = '8e3a3a3a-0000-4000-8000-000000000001';

interface Example {
  readonly name: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }>>;
}

function readExamples(): Example[] {
  const { operations } = readDescription();
  return FOLDERS.flatMap((folder) =>
    readdirSync(fixture('site-recovery', folder)).flatMap((name) => {
      const operation = operations.find(
        (each) => each.isOfVaults === (folder === 'rest-examples-vault') && (each.examples.includes(name) || `${each.id}.json` === name),
      );
      const source = readFileSync(path.join(fixture('site-recovery', folder), name), 'utf8').replace(/^\uFEFF/, '');
      if (operation === undefined) throw new Error(`no operation for ${name}`);
      return [{ name, operation, ...(JSON.parse(source) as Pick<Example, 'parameters' | 'responses'>) }];
    }),
  );
}

/** The answers of an example, the 202 with the addresses that many of them leave out. */
function answersOf({ responses }: Example): KeptAnswer[] {
  return Object.entries(responses).map(([status, { body }]) => ({
    status: Number(status),
    headers: status === '202' ? { location: `https://management.azure.com/x/operationresults/${JOB}?api-version=2023-06-01` } : {},
    body,
  }));
}

async function lost(example: Example, answer: KeptAnswer): Promise<string[]> {
  const { operation, parameters } = example;
  const names = operation.names.map((name) => text(parameters[name]) ?? 'name');
  const bodyOf = Object.entries(parameters).find(
    ([key, value]) => typeof value === 'object' && value !== null && !operation.names.includes(key),
  )?.[1];
  let isFirst = true;
  const { connection } = connectedTo(text(parameters['subscriptionId']) ?? 's', () => {
    const kept = isFirst ? answer : null;
    isFirst = false;
    return kept === null ? null : { ...kept, body: operation.isList ? { ...bag(kept.body), nextLink: null } : kept.body };
  });
  const invoked = await invoke(connection, operation, { names, body: bodyOf });
  if (invoked.kind === 'change') {
    const wanted = answer.status === 202 ? 'accepted' : 'done';
    const isJob = invoked.outcome.kind !== 'accepted' || invoked.outcome.jobName === JOB;
    return invoked.outcome.kind === wanted && isJob ? [] : [`${answer.status} was told as ${invoked.outcome.kind}`];
  }
  if (!invoked.reply.ok) return [`refused: ${invoked.reply.failure.detail}`];
  // An answer without a body says nothing that could be lost.
  if (answer.body === undefined) return [];
  const values = invoked.kind === 'list' ? list(bag(answer.body)['value']) : [answer.body];
  const got = invoked.kind === 'list' ? list(invoked.reply.value) : [invoked.reply.value];
  return [...(isEqual(values, got) ? [] : ['the answer itself']), ...lostInWords(operation, got)];
}

function lostInWords({ id }: Operation, answers: readonly unknown[]): string[] {
  if (/^ReplicationProtectedItems_(Get|List)/.test(id)) return answers.flatMap((answer) => lostInItem(answer, readProtectedItem(answer)));
  return /^ReplicationJobs_(Get|List)/.test(id) ? answers.flatMap((answer) => lostInJob(answer, readJob(answer))) : [];
}

describe.skipIf(!hasExamples)('the official examples', () => {
  test('all 168 decode through Microsoft’s client and the port', async () => {
    const examples = readExamples();
    const losses: string[] = [];
    let answers = 0;
    for (const example of examples) {
      for (const answer of answersOf(example)) {
        answers += 1;
        // eslint-disable-next-line no-await-in-loop -- one after another, so that a loss names its example
        const found = await lost(example, answer);
        losses.push(...found.map((words) => `${example.name} ${answer.status}: ${words}`));
      }
    }
    process.stderr.write(`Official examples: ${examples.length} with ${answers} answers, with a loss: ${losses.length}\n`);
    expect(losses).toEqual([]);
    expect(examples).toHaveLength(168);
  });
});
