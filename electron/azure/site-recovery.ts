import type { ItemAddress, VaultAddress } from '../../shared/azure/arm-ids.ts';
import type { AzureJob, ProtectedItem } from '../../shared/azure/protected-item.ts';
import { readJob, readProtectedItem } from '../../shared/azure/read-answers.ts';
import { success, type Reply } from '../../shared/contract/failure.ts';
import { readAll, readOne, sendChange, type AskOptions, type ChangeOutcome } from './ask.ts';
import type { AzureConnection } from './azure-connection.ts';

type Properties = Readonly<Record<string, unknown>>;
/** An answer of the service as it came. */
export type Answer = Readonly<Record<string, unknown>>;

/** What may be asked for one machine. Bodies come from the scenario's `azure-input`. */
export type ItemChange =
  | { readonly kind: 'enable'; readonly properties: Properties }
  | { readonly kind: 'update'; readonly properties: Properties }
  | { readonly kind: 'test-failover'; readonly properties: Properties }
  | { readonly kind: 'clean-up-test'; readonly comments: string }
  | { readonly kind: 'planned-failover'; readonly properties: Properties }
  | { readonly kind: 'unplanned-failover'; readonly properties: Properties }
  | { readonly kind: 'change-recovery-point'; readonly properties: Properties }
  | { readonly kind: 'commit' }
  /** Ends replication: `completed` after an accepted failover (this is Complete Migration), else replication is given up. */
  | { readonly kind: 'remove'; readonly properties: Properties }
  | { readonly kind: 'switch-provider'; readonly properties: Properties };

/** What may be asked for a recovery plan. */
export type PlanChange =
  | { readonly kind: 'update'; readonly properties: Properties }
  | { readonly kind: 'test-failover'; readonly properties: Properties }
  | { readonly kind: 'clean-up-test'; readonly comments: string }
  | { readonly kind: 'planned-failover'; readonly properties: Properties }
  | { readonly kind: 'unplanned-failover'; readonly properties: Properties }
  | { readonly kind: 'commit' }
  | { readonly kind: 'delete' };

export type JobAction = 'cancel' | 'restart' | 'resume';

/** Everything of a vault that changes seldom, each list as it came. */
export interface Infrastructure {
  readonly fabrics: readonly Answer[];
  readonly containers: readonly Answer[];
  readonly mappings: readonly Answer[];
  readonly policies: readonly Answer[];
  readonly networks: readonly Answer[];
  readonly networkMappings: readonly Answer[];
  readonly providers: readonly Answer[];
  readonly recoveryPlans: readonly Answer[];
  /** Parts that the account may not read, each with the reason; what is missing here is unknown, not empty. */
  readonly unreadable: readonly { readonly part: string; readonly why: string }[];
}

/** The port: Site Recovery in our words. Reads may be repeated by the client; a change is sent once or not at all. */
export interface SiteRecovery {
  readonly readVaults: (signal?: AbortSignal) => Promise<Reply<readonly Answer[]>>;
  readonly readInfrastructure: (vault: VaultAddress, signal?: AbortSignal) => Promise<Reply<Infrastructure>>;
  /** All items of a vault by one list; entries are poorer than `readItem`. */
  readonly readItems: (vault: VaultAddress, signal?: AbortSignal) => Promise<Reply<readonly ProtectedItem[]>>;
  readonly readItem: (item: ItemAddress, signal?: AbortSignal) => Promise<Reply<ProtectedItem>>;
  readonly readProtectableItems: (
    vault: VaultAddress,
    place: { readonly fabric: string; readonly container: string },
    signal?: AbortSignal,
  ) => Promise<Reply<readonly Answer[]>>;
  readonly readRecoveryPoints: (item: ItemAddress, signal?: AbortSignal) => Promise<Reply<readonly Answer[]>>;
  readonly readTargetSizes: (item: ItemAddress, signal?: AbortSignal) => Promise<Reply<readonly Answer[]>>;
  /** Jobs since an instant, newest first; at most the 200 that the service gives. Entries hold no tasks. */
  readonly readJobs: (vault: VaultAddress, since: string | null, signal?: AbortSignal) => Promise<Reply<readonly AzureJob[]>>;
  readonly readJob: (vault: VaultAddress, jobName: string, signal?: AbortSignal) => Promise<Reply<AzureJob>>;
  readonly readEvents: (vault: VaultAddress, filter: string | null, signal?: AbortSignal) => Promise<Reply<readonly Answer[]>>;
  readonly readRecoveryPlan: (vault: VaultAddress, name: string, signal?: AbortSignal) => Promise<Reply<Answer>>;
  readonly readHealth: (vault: VaultAddress, signal?: AbortSignal) => Promise<Reply<Answer>>;
  /** INVARIANT: the caller has written down that it will ask, before it calls this. */
  readonly change: (item: ItemAddress, change: ItemChange, clientRequestId: string) => Promise<ChangeOutcome>;
  readonly actOnJob: (vault: VaultAddress, jobName: string, action: JobAction, clientRequestId: string) => Promise<ChangeOutcome>;
  readonly createPolicy: (vault: VaultAddress, name: string, properties: Properties, clientRequestId: string) => Promise<ChangeOutcome>;
  readonly createRecoveryPlan: (
    vault: VaultAddress,
    name: string,
    properties: Properties,
    clientRequestId: string,
  ) => Promise<ChangeOutcome>;
  /** INVARIANT: as for `change`. A plan knows no completing: that is done item by item. */
  readonly changeRecoveryPlan: (vault: VaultAddress, name: string, change: PlanChange, clientRequestId: string) => Promise<ChangeOutcome>;
}

export function createSiteRecovery({ reading, changing, vaults }: AzureConnection): SiteRecovery {
  const answers = async (list: Parameters<typeof readAll>[0], signal?: AbortSignal): Promise<Reply<readonly Answer[]>> =>
    (await readAll(list, signal)) as Reply<readonly Answer[]>;
  const answer = async (call: Parameters<typeof readOne>[0], signal?: AbortSignal): Promise<Reply<Answer>> =>
    (await readOne(call, signal)) as Reply<Answer>;

  return {
    readVaults: (signal) => answers((options) => vaults.vaults.listBySubscriptionId(options), signal),
    readInfrastructure: (vault, signal) => readParts(reading, vault, signal),
    async readItems(vault, signal) {
      const items = await readAll((options) => reading.replicationProtectedItems.list(vault.vault, vault.resourceGroup, options), signal);
      return items.ok ? success(items.value.map(readProtectedItem)) : items;
    },
    async readItem(item, signal) {
      const found = await readOne((options) => reading.replicationProtectedItems.get(...itemPath(item), options), signal);
      return found.ok ? success(readProtectedItem(found.value)) : found;
    },
    readProtectableItems: ({ vault, resourceGroup }, { fabric, container }, signal) =>
      answers(
        (options) =>
          reading.replicationProtectableItems.listByReplicationProtectionContainers(vault, resourceGroup, fabric, container, options),
        signal,
      ),
    readRecoveryPoints: (item, signal) =>
      answers((options) => reading.recoveryPoints.listByReplicationProtectedItems(...itemPath(item), options), signal),
    readTargetSizes: (item, signal) =>
      answers((options) => reading.targetComputeSizes.listByReplicationProtectedItems(...itemPath(item), options), signal),
    async readJobs({ vault, resourceGroup }, since, signal) {
      const filter = since === null ? {} : { filter: `StartTime eq '${since}' and EndTime eq '${FAR_FUTURE}'` };
      const jobs = await readAll((options) => reading.replicationJobs.list(vault, resourceGroup, { ...options, ...filter }), signal);
      return jobs.ok ? success(jobs.value.map(readJob)) : jobs;
    },
    async readJob({ vault, resourceGroup }, jobName, signal) {
      const job = await readOne((options) => reading.replicationJobs.get(vault, resourceGroup, jobName, options), signal);
      return job.ok ? success(readJob(job.value)) : job;
    },
    readEvents: ({ vault, resourceGroup }, filter, signal) =>
      answers(
        (options) => reading.replicationEvents.list(vault, resourceGroup, { ...options, ...(filter === null ? {} : { filter }) }),
        signal,
      ),
    readRecoveryPlan: ({ vault, resourceGroup }, name, signal) =>
      answer((options) => reading.replicationRecoveryPlans.get(vault, resourceGroup, name, options), signal),
    readHealth: ({ vault, resourceGroup }, signal) =>
      answer((options) => reading.replicationVaultHealth.get(vault, resourceGroup, options), signal),
    change: async (item, change, clientRequestId) =>
      await sendChange((options) => startChange(changing, item, { change, options }), clientRequestId),
    actOnJob: async ({ vault, resourceGroup }, jobName, action, clientRequestId) =>
      await sendChange((options) => {
        const { replicationJobs: jobs } = changing;
        if (action === 'cancel') return jobs.beginCancel(vault, resourceGroup, jobName, options);
        if (action === 'restart') return jobs.beginRestart(vault, resourceGroup, jobName, options);
        return jobs.beginResume(vault, resourceGroup, jobName, { properties: { comments: 'Continued from Landfall' } }, options);
      }, clientRequestId),
    createPolicy: async ({ vault, resourceGroup }, name, properties, clientRequestId) =>
      await sendChange(
        (options) => changing.replicationPolicies.beginCreate(vault, resourceGroup, name, { properties }, options),
        clientRequestId,
      ),
    createRecoveryPlan: async ({ vault, resourceGroup }, name, properties, clientRequestId) =>
      await sendChange(
        (options) => changing.replicationRecoveryPlans.beginCreate(vault, resourceGroup, name, { properties } as never, options),
        clientRequestId,
      ),
    changeRecoveryPlan: async (vault, name, change, clientRequestId) =>
      await sendChange((options) => startPlanChange(changing, { vault, name }, { change, options }), clientRequestId),
  };
}

const FAR_FUTURE = '2999-12-31T00:00:00.0000000Z';

/** The client takes the vault before the resource group; both are texts, so the order is kept in one place. */
function itemPath({ vault, resourceGroup, fabric, container, item }: ItemAddress): [string, string, string, string, string] {
  return [vault, resourceGroup, fabric, container, item];
}

function startChange(
  client: AzureConnection['changing'],
  address: ItemAddress,
  { change, options }: { readonly change: ItemChange; readonly options: AskOptions },
): Promise<unknown> {
  const path = itemPath(address);
  const items = client.replicationProtectedItems;
  switch (change.kind) {
    case 'enable':
      return items.beginCreate(...path, { properties: change.properties }, options);
    case 'update':
      return items.beginUpdate(...path, { properties: change.properties }, options);
    case 'test-failover':
      return items.beginTestFailover(...path, { properties: change.properties }, options);
    case 'clean-up-test':
      return items.beginTestFailoverCleanup(...path, { properties: { comments: change.comments } }, options);
    case 'planned-failover':
      return items.beginPlannedFailover(...path, { properties: change.properties }, options);
    case 'unplanned-failover':
      return items.beginUnplannedFailover(...path, { properties: change.properties }, options);
    case 'change-recovery-point':
      return items.beginApplyRecoveryPoint(...path, { properties: change.properties } as never, options);
    case 'commit':
      return items.beginFailoverCommit(...path, options);
    case 'remove':
      return items.beginDelete(...path, { properties: change.properties }, options);
    case 'switch-provider':
      return items.beginSwitchProvider(...path, { properties: change.properties }, options);
    default:
      return change satisfies never;
  }
}

function startPlanChange(
  client: AzureConnection['changing'],
  { vault: { vault, resourceGroup }, name }: { readonly vault: VaultAddress; readonly name: string },
  { change, options }: { readonly change: PlanChange; readonly options: AskOptions },
): Promise<unknown> {
  const plans = client.replicationRecoveryPlans;
  switch (change.kind) {
    case 'update':
      return plans.beginUpdate(vault, resourceGroup, name, { properties: change.properties }, options);
    case 'test-failover':
      return plans.beginTestFailover(vault, resourceGroup, name, { properties: change.properties } as never, options);
    case 'clean-up-test':
      return plans.beginTestFailoverCleanup(vault, resourceGroup, name, { properties: { comments: change.comments } }, options);
    case 'planned-failover':
      return plans.beginPlannedFailover(vault, resourceGroup, name, { properties: change.properties } as never, options);
    case 'unplanned-failover':
      return plans.beginUnplannedFailover(vault, resourceGroup, name, { properties: change.properties } as never, options);
    case 'commit':
      return plans.beginFailoverCommit(vault, resourceGroup, name, options);
    case 'delete':
      return plans.beginDelete(vault, resourceGroup, name, options);
    default:
      return change satisfies never;
  }
}

/** Reads the parts one after another; a part that may not be read is named, and the others are still of use. */
async function readParts(
  client: AzureConnection['reading'],
  { vault, resourceGroup }: VaultAddress,
  signal?: AbortSignal,
): Promise<Reply<Infrastructure>> {
  const unreadable: { part: string; why: string }[] = [];
  const read = async (part: string, list: Parameters<typeof readAll>[0]): Promise<readonly Answer[]> => {
    const reply = await readAll(list, signal);
    if (reply.ok) return reply.value as readonly Answer[];
    unreadable.push({ part, why: reply.failure.detail });
    return [];
  };
  const fabrics = await readAll((options) => client.replicationFabrics.list(vault, resourceGroup, options), signal);
  // Without the fabrics nothing else is of use: no vault, no sign-in or no network.
  if (!fabrics.ok) return fabrics;
  return success({
    fabrics: fabrics.value as readonly Answer[],
    containers: await read('containers', (options) => client.replicationProtectionContainers.list(vault, resourceGroup, options)),
    mappings: await read('mappings', (options) => client.replicationProtectionContainerMappings.list(vault, resourceGroup, options)),
    policies: await read('policies', (options) => client.replicationPolicies.list(vault, resourceGroup, options)),
    networks: await read('networks', (options) => client.replicationNetworks.list(vault, resourceGroup, options)),
    networkMappings: await read('network mappings', (options) => client.replicationNetworkMappings.list(vault, resourceGroup, options)),
    providers: await read('providers', (options) => client.replicationRecoveryServicesProviders.list(vault, resourceGroup, options)),
    recoveryPlans: await read('recovery plans', (options) => client.replicationRecoveryPlans.list(vault, resourceGroup, options)),
    unreadable,
  });
}
