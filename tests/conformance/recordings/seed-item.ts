import {
  makeId,
  type Estate,
  type ItemPhase,
  type ProviderName,
  type SimItem,
  type SimMachine,
  type SimVault,
} from '../../../electron/simulator/estate.ts';
import { itemErrorShape } from '../../../electron/simulator/item-view.ts';
import { DURATIONS } from '../../../electron/simulator/providers/durations.data.ts';
import { bag, list, text, type Bag } from './knowledge.ts';

const PHASES: Readonly<Record<string, ItemPhase>> = {
  UnprotectedStatesBegin: 'enabling',
  InitialReplicationInProgress: 'initial-replication',
  InitialReplicationRecoveryCompletionPending: 'first-point',
  Protected: 'protected',
  UnplannedFailoverCommitPendingStatesBegin: 'failed-over',
  PlannedFailoverCommitRequired: 'failed-over',
  CommitPendingStatesBegin: 'failed-over',
  UnplannedFailoverStatesBegin: 'committed',
  PlannedFailoverStatesBegin: 'committed',
  UnplannedFailoverCompletionFailed: 'failover-failed',
};

/** An item in the simulator's words: its provider, its phase, what runs, and how many disks and adapters it has. */
export function seedItem(estate: Estate, vault: SimVault, facts: Omit<ItemFacts, 'id'>): void {
  vault.items.push(itemOf({ ...facts, id: makeId(estate, 4) }));
}

export interface ItemFacts {
  readonly id: string;
  readonly path: string;
  /** What is known of it; `null`: only that it is there. */
  readonly body: Bag | null;
  readonly now: number;
}

export function itemOf({ id, path, body, now }: ItemFacts): SimItem {
  const [, fabric = '', , container = '', , name = ''] = path.split('/');
  const properties = bag(body?.['properties']);
  const details = bag(properties['providerSpecificDetails']);
  const state = text(properties['protectionState']) ?? 'Protected';
  const scenario = bag(properties['currentScenario']);
  const isBusy = text(scenario['scenarioName']) !== null && scenario['scenarioName'] !== 'None';
  return {
    id,
    fabric,
    container,
    name,
    machine: machineOf(text(properties['friendlyName']) ?? name, properties, details),
    provider: (text(details['instanceType']) ?? 'InMageRcm') as ProviderName,
    phase: PHASES[state] ?? 'protected',
    phaseAt: now - sinceOf((text(details['instanceType']) ?? 'InMageRcm') as ProviderName, PHASES[state] ?? 'protected', details),
    failoverKind: state.startsWith('Planned') ? 'planned' : state.startsWith('Unplanned') ? 'unplanned' : null,
    testFailover: (text(properties['testFailoverState']) ?? 'None') as SimItem['testFailover'],
    lastTestFailoverAt: timeOf(properties['lastSuccessfulTestFailoverTime']),
    lastFailoverAt: timeOf(properties['lastSuccessfulFailoverTime']),
    runningJob: isBusy ? 'running' : null,
    runningScenario: isBusy ? text(scenario['scenarioName']) : null,
    runningSince: now - 60_000,
    policyId: text(properties['policyId']) ?? '',
    input: inputOf(details),
    settings: {},
    recoveryPointId: text(properties['failoverRecoveryPointId']),
    isReturning: list(details['protectedManagedDisks']).some((disk) => bag(disk)['recoveryOrignalTargetDiskId'] !== null),
    health: healthOf(properties),
  };
}

/** Errors besides the one that every fresh item has. */
function healthOf(properties: Bag): SimItem['health'] {
  const all = [...list(properties['healthErrors']), ...list(properties['replicationHealthErrors'])].map((error) =>
    text(bag(error)['errorCode']),
  );
  const codes = all.filter((code) => code !== null && code !== '161011');
  return codes.length === 0
    ? null
    : {
        replicationHealth: text(properties['replicationHealth']) ?? 'Critical',
        errors: codes.map((code) => itemErrorShape({ code: code ?? '', message: 'Something is wrong.', entityId: '', at: 0 })),
      };
}

function timeOf(value: unknown): number | null {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? null : time;
}

/** How long it has been so: replication tells no percentage while it waits for its turn. */
function sinceOf(provider: ProviderName, phase: ItemPhase, details: Bag): number {
  if (phase === 'first-point') return list(details['protectedDisks']).some((disk) => bag(disk)['irDetails'] != null) ? 10_000 : 60_000;
  // It is counted, and nothing is done yet.
  if (phase === 'initial-replication' && details['monitoringPercentageCompletion'] === 0)
    return DURATIONS[provider].initialReplication * 1000 * 0.055;
  if (phase === 'protected') return details['lastReplicatedTime'] === null ? 0 : 600_000;
  if (phase !== 'initial-replication') return 60_000;
  const isWaiting = ['initialReplicationProgressPercentage', 'monitoringJobType'].every(
    (key) => details[key] === null || details[key] === undefined,
  );
  return isWaiting ? 0 : 150_000;
}

/** Names of the settings in an answer, and in the request that chose them. */
const CHOSEN: readonly (readonly [string, string])[] = [
  ['recoveryAzureStorageAccount', 'targetStorageAccountId'],
  ['recoveryAzureStorageAccount', 'storageAccountId'],
  ['recoveryAzureLogStorageAccountId', 'logStorageAccountId'],
  ['recoveryAzureResourceGroupId', 'targetAzureV2ResourceGroupId'],
  ['selectedRecoveryAzureNetworkId', 'targetAzureNetworkId'],
];

/** What was chosen when it was enabled: an optional setting that shows up was given. */
function inputOf(details: Bag): Record<string, unknown> {
  const texts = Object.entries(details).filter(([, value]) => typeof value === 'string');
  const chosen = CHOSEN.flatMap(([shown, asked]) => (typeof details[shown] === 'string' ? [[asked, details[shown]] as const] : []));
  return Object.fromEntries([...texts, ...chosen]);
}

function machineOf(name: string, properties: Bag, details: Bag): SimMachine {
  const disks =
    ['protectedDisks', 'protectedManagedDisks', 'azureVmDiskDetails', 'azureVMDiskDetails', 'vMDiskDetails']
      .map((key) => list(details[key]))
      .find((each) => each.length > 0) ?? [];
  const nics = list(details['vmNics']);
  return {
    id: text(details['vmId']) ?? name,
    name,
    biosId: name,
    osType: /linux/i.test(text(details['osType']) ?? '') ? 'Linux' : 'Windows',
    osName: 'Microsoft Windows Server 2019 (64-bit)',
    cpuCount: 2,
    memoryMiB: 4096,
    firmware: 'BIOS',
    addresses: ['10.0.0.4'],
    macs: !Array.isArray(details['vmNics'])
      ? ['00:50:56:00:00:01']
      : nics.map((_, index) => `00:50:56:00:00:${String(index + 1).padStart(2, '0')}`),
    disks: (disks.length === 0 ? [null] : disks).map((_, index) => ({
      id: `disk-${index}`,
      name: `disk-${index}`,
      sizeGiB: 40,
      isOsDisk: index === 0,
    })),
    sourceId: text(properties['protectableItemId']) ?? `/subscriptions/s/machines/${name}`,
  };
}
