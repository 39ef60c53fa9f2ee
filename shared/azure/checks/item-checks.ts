import { sameId } from '../arm-ids.ts';
import type { ItemRow } from '../azure-state.ts';
import {
  done,
  everyMachine,
  lackOf,
  notDone,
  reading,
  sameRegion,
  unknown,
  withItem,
  type Check,
  type CheckContext,
  type CheckMachine,
  type Look,
  type MachineLook,
} from './check.ts';

/** Steps about machines under replication: enable, settings, initial replication, health. */
export function wordsOf(item: ItemRow): string {
  return item.stateWords ?? item.state ?? 'in an unknown state';
}

/** States of an item that was failed over; names that end in StatesBegin are settled. SOURCE: site recovery facts, 6.2. */
const FAILED_OVER = /^(CommitPendingStatesBegin|(Unp|P)lannedFailover(CommitPendingStatesBegin|CommitRequired|StatesBegin))$/;

export function isFailedOver(item: ItemRow): boolean {
  return FAILED_OVER.test(item.state ?? '');
}

/** In full, at this very reading: what only the item itself says may be older than the list. */
export function isFreshlyRead(item: ItemRow, { state }: CheckContext): boolean {
  return item.detailsAt !== null && Date.parse(state.readAt) - Date.parse(item.detailsAt) <= DETAILS_MINUTES * 60_000;
}

const DETAILS_MINUTES = 15;

const enabled = withItem((item) => {
  if (item.state === null) return unknown('The service does not say how far it is.');
  if (item.state === 'UnprotectedStatesBegin') return notDone('Replication is being enabled.');
  return done(`It is in the vault with the policy ${item.policyName ?? 'of its container'}.`);
});

/** Planned beside what the item has: only what is planned is compared. */
function differences(item: ItemRow, { machine }: CheckMachine): readonly string[] {
  const { targetVmName, targetVmSize, targetResourceGroup, targetNetwork, testNetwork, targetAddresses } = machine.facts;
  const last = (id: string | null): string | null => id?.split('/').at(-1) ?? null;
  const pairs: readonly (readonly [string, string | null, string | undefined])[] = [
    ['name', item.targetName, targetVmName],
    ['size', item.targetSize?.replace(/^standard_/i, '') ?? null, targetVmSize?.replace(/^standard_/i, '')],
    ['resource group', last(item.targetGroupId), last(targetResourceGroup ?? null) ?? undefined],
    ['network', last(item.targetNetworkId), last(targetNetwork ?? null) ?? undefined],
    ['test network', last(item.testNetworkId), last(testNetwork ?? null) ?? undefined],
  ];
  const odd = pairs.flatMap(([words, has, wants]) =>
    has !== null && wants !== undefined && has.toLowerCase() !== wants.toLowerCase() ? [`${words} ${has}, planned ${wants}`] : [],
  );
  const lost = (targetAddresses ?? []).filter((address) => !item.targetAddresses.includes(address));
  return [...odd, ...lost.map((address) => `no adapter has the planned address ${address}`)];
}

const targetSettings = withItem((item, machine) => {
  const odd = differences(item, machine);
  if (odd.length > 0) return notDone(`Other than planned: ${odd.join('; ')}.`);
  if (item.targetNetworkId === null)
    return item.detailsAt === null ? unknown('The item itself could not be read.') : notDone('No target network is set.');
  const { targetVmName, targetVmSize } = machine.machine.facts;
  if (targetVmName === undefined || targetVmSize === undefined)
    return unknown('Name or size of the target is not planned yet, so there is nothing to compare with.');
  return item.targetName === null || item.targetSize === null
    ? unknown('The item does not say its name or size yet.')
    : done('Everything that is planned is set.');
});

const BEFORE_REPLICATION = 'UnprotectedStatesBegin';

const initialReplication = withItem((item) => {
  if (item.state === BEFORE_REPLICATION) return notDone('Replication is being enabled.');
  if (item.state === 'InitialReplicationInProgress') return notDone('Initial replication is in progress.');
  const waiting = item.disks?.filter((disk) => disk.isReplicated === false) ?? [];
  if (waiting.length > 0 && !isFailedOver(item)) return notDone(`${waiting.length} disks are not copied yet.`);
  if (item.state === 'InitialReplicationRecoveryCompletionPending')
    return done('Every disk is copied; the first recovery point is awaited.');
  return item.state === 'Protected' || isFailedOver(item) ? done('Every disk is copied.') : unknown(`Its state is “${wordsOf(item)}”.`);
});

/** A point, or an age of the newest point with the time at which it was worked out; or what is only offered from a point. */
const firstPoint = withItem((item) => {
  if (item.state === null) return unknown('The service does not say how far it is.');
  if (/^(Unprotected|InitialReplication)/.test(item.state)) return notDone(`${wordsOf(item)}.`);
  if (item.lastPointAt !== null || (item.rpoAt !== null && item.rpoSeconds !== null)) return done('It has a recovery point.');
  return isFailedOver(item) ? done('It was failed over, so it had a recovery point.') : unknown('The service names no recovery point.');
});

const RPO_LIMIT_SECONDS = 3600;
const RPO_AGE_MINUTES = 60;

const healthy = withItem(
  (item, _machine, { state }) => troubleOf(item, state.readAt) ?? done('Health is normal and recovery points are fresh.'),
);

/** Why replication is not healthy; `null` when it is. An RPO whose time is old is no RPO. */
export function troubleOf(item: ItemRow, readAt: string): Look | null {
  // After the failover nothing replicates any more: its health was a matter of before.
  if (isFailedOver(item)) return { ...unknown(`${wordsOf(item)}; it replicates no more.`), isPast: true };
  if (item.replicationHealth === null || item.replicationHealth === 'None') return unknown('The service says nothing of its health.');
  if (item.replicationHealth !== 'Normal') {
    const [first] = item.health;
    return notDone(`Replication health is ${item.replicationHealth}${first?.code == null ? '' : ` (${first.code})`}.`);
  }
  if (item.failoverHealth === 'Critical') return notDone('Failover health is Critical.');
  if (item.resyncRequired === true) return notDone('A disk has to be synchronised again.');
  if ((item.unprotectedDiskCount ?? 0) > 0) return notDone(`${item.unprotectedDiskCount} disks are not replicated.`);
  if (item.state !== 'Protected') return notDone(`${wordsOf(item)}.`);
  if (item.rpoAt === null || item.rpoSeconds === null) return unknown('The age of its recovery points is not known.');
  if (Date.parse(readAt) - Date.parse(item.rpoAt) > RPO_AGE_MINUTES * 60_000)
    return notDone('The age of its recovery points was not calculated for over an hour.');
  return item.rpoSeconds > RPO_LIMIT_SECONDS ? notDone('Its newest recovery point is older than an hour.') : null;
}

/** Agents of the machine, or of its hosts; none may run out before the machine is through its window. */
const versions = withItem((item, machine, context) =>
  isFailedOver(item) ? { ...unknown(`${wordsOf(item)}; it replicates no more.`), isPast: true } : versionLook(item, machine, context),
);

export function versionLook(item: ItemRow, { cutoverAt }: CheckMachine, context: CheckContext): Look {
  const until = cutoverAt !== null && cutoverAt > context.state.readAt ? cutoverAt : context.state.readAt;
  const when = until === context.state.readAt ? 'has run out' : 'runs out before its window ends';
  if (item.provider === 'HyperVReplicaAzure') {
    const lack = lackOf(context, 'providers');
    if (lack !== null) return lack;
    const { providers } = context.state;
    const old = providers.find((provider) => provider.expiresAt !== null && provider.expiresAt <= until);
    if (old !== undefined) return notDone(`The provider ${old.name} ${when}.`);
    return providers.length === 0 || providers.some((provider) => provider.version === null)
      ? unknown('The version of its provider is not known.')
      : done('The providers of its hosts are current.');
  }
  if (item.agentExpiresAt !== null && item.agentExpiresAt <= until) return notDone(`Its agent ${when}.`);
  if (item.agentUpdate === true) return notDone(`Its agent (${item.agentVersion ?? 'unknown version'}) has an update.`);
  if (item.agentVersion === null) return unknown('The version of its agent is not known.');
  return item.agentUpdate === null && item.agentExpiresAt === null
    ? unknown('Whether its agent is current, the service does not say.')
    : done('Its agent is current.');
}

const planOfWave = reading(['replicationRecoveryPlans groups'], (context) => {
  const lack = lackOf(context, 'recovery plans');
  if (lack !== null) return lack;
  const { state, machines } = context;
  const present = machines.filter((machine) => machine.item !== null || machine.target === null);
  const items = present.flatMap(({ item }) => item?.id ?? []);
  if (present.length === 0 && machines.length > 0) return { ...unknown('No machine of the wave is in the vault any more.'), isPast: true };
  if (items.length === 0) return notDone('No machine of the wave is in the vault.');
  if (items.length < present.length) return notDone(`${present.length - items.length} machines of the wave are not in the vault yet.`);
  const plan = state.plans.find((each) => items.every((id) => each.itemIds.some((own) => sameId(own, id))));
  return plan === undefined
    ? notDone('No recovery plan holds every machine of the wave.')
    : done(`The recovery plan ${plan.name} holds them all.`);
});

/** It replicates to a second region, from where it stands now. */
const secondRegion: MachineLook = ({ item, target, targetRegion }) => {
  const own = item?.provider === 'A2A' && target !== null && item.sourceIds.includes(target.vm.id.toLowerCase()) ? item : null;
  if (own === null || (target !== null && targetRegion !== null && !sameRegion(target.vm.location, targetRegion)))
    return unknown('This vault does not show it protected to a second region; the new vault may be another.');
  if (own.replicationHealth === null || own.replicationHealth === 'None') return unknown('The service says nothing of its health.');
  return own.replicationHealth === 'Normal'
    ? done('It is protected to a second region.')
    : notDone(`It is protected to a second region, and its health is ${own.replicationHealth}.`);
};

const item = (read: string, look: MachineLook): Check => everyMachine([`replicationProtectedItems ${read}`], look);

export const itemChecks = {
  'enable-replication': item('protectionState', enabled),
  'set-target-settings': item('targetVmName, targetVmSize, targetResourceGroupId, targetNetworkId, testNetworkId, vmNics', targetSettings),
  'create-recovery-plan': planOfWave,
  'watch-initial-replication': item('protectionState, protectedDisks', initialReplication),
  'confirm-first-recovery-point': item('lastRecoveryPointReceived, lastRpoCalculatedTime', firstPoint),
  'confirm-replication-healthy': item('replicationHealth, failoverHealth, healthErrors, rpo, resyncRequired, unprotectedDisks', healthy),
  'check-component-versions': everyMachine(
    ['replicationProtectedItems mobilityAgentDetails, agentExpiryDate', 'replicationRecoveryServicesProviders providerVersionExpiryDate'],
    versions,
  ),
  'enable-dr-after-migration': item('replicationHealth, fabricObjectId', secondRegion),
} as const satisfies Readonly<Record<string, Check>>;
