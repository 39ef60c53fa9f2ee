import { describe, expect, test } from 'vitest';

import type { SiteRecovery } from '../../../electron/azure/site-recovery.ts';
import type { VaultAddress } from '../../../shared/azure/arm-ids.ts';
import type { AzureJob, ProtectedItem } from '../../../shared/azure/protected-item.ts';
import { readJob, readProtectedItem } from '../../../shared/azure/read-answers.ts';
import { readDescription, type Operation } from './description.ts';
import { bag, list } from './knowledge.ts';
import { isEqual, lostInItem, lostInJob } from './port-fields.ts';
import type { Exchange } from './read-recordings.ts';
import { hasRecordings, isOwnFolder, recordedExchanges } from './recordings-folder.ts';
import { connectedTo, invoke } from './served-answer.ts';

/** What became of one recorded answer on its way through the port; empty when nothing was lost. */
async function lost(exchange: Exchange, operation: Operation): Promise<string[]> {
  const [, ...names] = operation.pattern.exec(exchange.url.pathname)?.map(decodeURIComponent) ?? [];
  const [subscription = ''] = names;
  let isFirst = true;
  const { connection, port } = connectedTo(subscription, () => {
    const answer = isFirst ? exchange : null;
    isFirst = false;
    // What comes after this page is another exchange.
    return answer === null ? null : { ...answer, body: withoutNext(answer.body) };
  });
  const invoked = await invoke(connection, operation, { names, body: exchange.requestBody });
  if (exchange.status >= 400)
    return invoked.kind === 'change' ? lostRefusal(exchange, invoked.outcome.kind) : lostFailure(exchange, invoked.reply);
  if (invoked.kind === 'change') return lostChange(exchange, invoked.outcome);
  if (!invoked.reply.ok) return [`refused: ${invoked.reply.failure.detail}`];
  const wanted = invoked.kind === 'list' ? list(bag(exchange.body)['value']) : exchange.body;
  const whole = isEqual(wanted, invoked.reply.value) || isEqual(withoutNext(wanted), invoked.reply.value) ? [] : ['the answer itself'];
  return [
    ...whole,
    ...lostInWords(operation, list(invoked.kind === 'list' ? invoked.reply.value : [invoked.reply.value])),
    ...(await lostThroughPort(port, { exchange, operation, names })),
  ];
}

function withoutNext(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'nextLink' in body ? { ...body, nextLink: null } : body;
}

function lostInWords({ id }: Operation, answers: readonly unknown[]): string[] {
  if (id.startsWith('ReplicationProtectedItems_')) return answers.flatMap((answer) => lostInItem(answer, readProtectedItem(answer)));
  return id.startsWith('ReplicationJobs_') ? answers.flatMap((answer) => lostInJob(answer, readJob(answer))) : [];
}

/** What a refusal of a read is told as; of others it is enough that a sentence is there. */
const TOLD_AS: Readonly<Record<number, string>> = { 401: 'signed-out', 404: 'not-found', 429: 'throttled' };

function lostFailure(
  { status }: Exchange,
  reply: { readonly ok: boolean; readonly failure?: { readonly code: string; readonly detail: string } },
): string[] {
  if (reply.ok) return ['an error came through as a success'];
  const { code = '', detail = '' } = reply.failure ?? {};
  return code === (TOLD_AS[status] ?? code) && detail.length > 20 ? [] : [`told as ${code}: ${detail}`];
}

/** Whether a change was received is open after an error of the service itself. */
function lostRefusal({ status }: Exchange, kind: string): string[] {
  return kind === (status >= 500 || status === 408 ? 'in-doubt' : 'refused') ? [] : [`a refusal with ${status} was told as ${kind}`];
}

function lostChange({ status, headers }: Exchange, outcome: Awaited<ReturnType<SiteRecovery['change']>>): string[] {
  if (status !== 202) return outcome.kind === 'done' ? [] : [`${status} was told as ${outcome.kind}`];
  const jobName = URL.parse(headers['location'] ?? headers['azure-asyncoperation'] ?? '')
    ?.pathname.split('/')
    .at(-1);
  return outcome.kind === 'accepted' && outcome.jobName === jobName ? [] : [`the job ${jobName ?? ''} of a 202`];
}

interface Through {
  readonly exchange: Exchange;
  readonly operation: Operation;
  readonly names: readonly string[];
}

/** The same answer once more, asked for by the port's own function where it has one. */
async function lostThroughPort(_: SiteRecovery, { exchange, operation, names }: Through): Promise<string[]> {
  const [subscriptionId = '', resourceGroup = '', vaultName = '', first = '', second = '', third = ''] = names;
  const vault: VaultAddress = { subscriptionId, resourceGroup, vault: vaultName };
  const asked = exchange.url.pathname.toLowerCase();
  const { port } = connectedTo(subscriptionId, (address) =>
    address.pathname.toLowerCase() === asked ? { ...exchange, body: withoutNext(exchange.body) } : null,
  );
  const values = list(bag(exchange.body)['value']);
  const item = { ...vault, fabric: first, container: second, item: third };
  const raws = (all: readonly (ProtectedItem | AzureJob)[]): unknown[] => all.map(({ raw }) => raw);
  const same = (reply: { readonly ok: true; readonly value: unknown } | { readonly ok: false }, wanted: unknown): string[] =>
    reply.ok && isEqual(reply.value, wanted) ? [] : ['the port’s own answer'];
  switch (operation.id) {
    case 'ReplicationProtectedItems_Get': {
      const reply = await port.readItem(item);
      return reply.ok ? lostInItem(exchange.body, reply.value) : ['the port’s own answer'];
    }
    case 'ReplicationProtectedItems_List': {
      const reply = await port.readItems(vault);
      return reply.ok ? same({ ok: true, value: raws(reply.value) }, values) : ['the port’s own answer'];
    }
    case 'ReplicationJobs_Get': {
      const reply = await port.readJob(vault, first);
      return reply.ok ? lostInJob(exchange.body, reply.value) : ['the port’s own answer'];
    }
    case 'ReplicationJobs_List': {
      const reply = await port.readJobs(vault, null);
      return reply.ok ? same({ ok: true, value: raws(reply.value) }, values) : ['the port’s own answer'];
    }
    case 'ReplicationEvents_List':
      return same(await port.readEvents(vault, null), values);
    case 'ReplicationProtectableItems_ListByReplicationProtectionContainers':
      return same(await port.readProtectableItems(vault, { fabric: first, container: second }), values);
    case 'RecoveryPoints_ListByReplicationProtectedItems':
      return same(await port.readRecoveryPoints(item), values);
    case 'ReplicationRecoveryPlans_Get':
      return same(await port.readRecoveryPlan(vault, first), exchange.body);
    case 'ReplicationVaultHealth_Get':
      return same(await port.readHealth(vault), exchange.body);
    case 'ReplicationFabrics_List': {
      const reply = await port.readInfrastructure(vault);
      return same(reply.ok ? { ok: true, value: reply.value.fabrics } : reply, values);
    }
    default:
      return [];
  }
}

describe.skipIf(!hasRecordings)('recorded answers through the port', () => {
  test('nothing that the port or the screens use is lost', async () => {
    const description = readDescription();
    const losses: string[] = [];
    let count = 0;
    for (const exchange of recordedExchanges()) {
      const operation = description.operationOf(exchange.method, exchange.url.pathname);
      // Polling addresses are not asked by the port: the job itself is.
      if (operation === null || operation.group === 'GetOperationStatus') continue;
      count += 1;
      // eslint-disable-next-line no-await-in-loop -- one after another, so that a loss names its exchange
      const found = await lost(exchange, operation);
      losses.push(...found.map((words) => `${exchange.file} ${exchange.index} ${operation.id}: ${words}`));
    }
    process.stderr.write(`Recorded answers through the port: ${count}, with a loss: ${losses.length}\n`);
    expect(losses).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(isOwnFolder ? 1 : 1415);
  });
});
