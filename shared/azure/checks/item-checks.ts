import { sameId } from '../arm-ids.ts';
import type { ItemRow } from '../azure-state.ts';
import {
  done,
  everyMachine,
  notDone,
  reading,
  rows,
  unknown,
  unread,
  withItem,
  type Check,
  type CheckContext,
  type CheckResult,
} from './check.ts';

/** Steps about machines under replication: enable, initial replication, test, cutover, afterwards. */
type Look = Omit<CheckResult, 'read'>;

const SETTLED = /^(Protected|.*CommitPending.*|.*CommitRequired|UnplannedFailoverStatesBegin|PlannedFailoverStatesBegin)$/;
const FAILED_OVER = /CommitPending|CommitRequired|FailoverStatesBegin/;

function wordsOf(item: ItemRow): string {
  return item.stateWords ?? item.state ?? 'in an unknown state';
}

const enabled = withItem((item) =>
  item.state === 'UnprotectedStatesBegin'
    ? notDone('Replication is being enabled.')
    : done(`It is in the vault with the policy ${item.policyName ?? 'of its container'}.`),
);

const targetSettings = withItem((item, { machine }) => {
  const { targetVmName, targetVmSize } = machine.facts;
  const odd = [
    ...(targetVmName !== undefined && item.targetName !== null && item.targetName.toLowerCase() !== targetVmName.toLowerCase()
      ? [`name ${item.targetName}, planned ${targetVmName}`]
      : []),
    ...(targetVmSize !== undefined && item.targetSize !== null && item.targetSize.toLowerCase() !== targetVmSize.toLowerCase()
      ? [`size ${item.targetSize}, planned ${targetVmSize}`]
      : []),
  ];
  if (odd.length > 0) return notDone(`Other than planned: ${odd.join('; ')}.`);
  if (item.targetNetworkId === null) return notDone('No target network is set.');
  if (targetVmName === undefined || targetVmSize === undefined)
    return unknown('Name or size of the target is not planned yet, so there is nothing to compare with.');
  return item.targetName === null || item.targetSize === null
    ? unknown('The item does not say its name or size yet.')
    : done('Name, size and network are as planned.');
});

const initialReplication = withItem((item) => {
  if (item.state === 'UnprotectedStatesBegin') return notDone('Replication is being enabled.');
  if (item.state === 'InitialReplicationInProgress') return notDone('Initial replication is in progress.');
  const waiting = item.disks?.filter((disk) => disk.isReplicated === false) ?? [];
  if (waiting.length > 0) return notDone(`${waiting.length} disks are not copied yet.`);
  if (item.state === 'InitialReplicationRecoveryCompletionPending')
    return done('Every disk is copied; the first recovery point is awaited.');
  return SETTLED.test(item.state ?? '') ? done('Every disk is copied.') : unknown(`Its state is “${wordsOf(item)}”.`);
});

const firstPoint = withItem((item) => {
  if (/^(Unprotected|InitialReplication)/.test(item.state ?? '')) return notDone(`${wordsOf(item)}.`);
  if (item.lastPointAt !== null || item.rpoAt !== null) return done('It has a recovery point.');
  return item.allowedOperations.some((operation) => /failover/i.test(operation))
    ? done('A failover is offered, so it has a recovery point.')
    : unknown('The service names no recovery point.');
});

const RPO_LIMIT_SECONDS = 3600;
const RPO_AGE_MINUTES = 60;

const healthy = withItem(
  (item, _machine, { state }) => trouble(item, state.readAt) ?? done('Health is normal and recovery points are fresh.'),
);

/** Why replication is not healthy; `null` when it is. An RPO whose time is old is no RPO. */
function trouble(item: ItemRow, readAt: string): Look | null {
  if (item.replicationHealth === null || item.replicationHealth === 'None') return unknown('The service says nothing of its health.');
  if (item.replicationHealth !== 'Normal') {
    const [first] = item.health;
    return notDone(`Replication health is ${item.replicationHealth}${first?.code == null ? '' : ` (${first.code})`}.`);
  }
  if (item.resyncRequired === true) return notDone('A disk has to be synchronised again.');
  if (!/^Protected$/.test(item.state ?? '')) return notDone(`${wordsOf(item)}.`);
  if (item.rpoAt === null || item.rpoSeconds === null) return unknown('The age of its recovery points is not known.');
  if (Date.parse(readAt) - Date.parse(item.rpoAt) > RPO_AGE_MINUTES * 60_000)
    return notDone('The age of its recovery points was not calculated for over an hour.');
  return item.rpoSeconds > RPO_LIMIT_SECONDS ? notDone('Its newest recovery point is older than an hour.') : null;
}

const versions = withItem((item, _machine, { state }) => {
  if (item.agentExpiresAt !== null && item.agentExpiresAt <= state.readAt) return notDone('Its agent has run out.');
  if (item.agentUpdate === true) return notDone(`Its agent (${item.agentVersion ?? 'unknown version'}) has an update.`);
  if (item.agentVersion === null)
    return item.provider === 'HyperVReplicaAzure' ? done('Its hosts carry the agent.') : unknown('The version of its agent is not known.');
  return done('Its agent is current.');
});

const testRan = withItem((item) => {
  if (item.testFailoverState === 'WaitingForCompletion') return done('The test machine stands.');
  return item.lastTestFailoverAt === null ? notDone('No test failover has succeeded yet.') : done('A test failover succeeded.');
});

const testCleaned = withItem((item) => {
  if (item.allowedOperations.includes('TestFailoverCleanup') || item.testFailoverState === 'WaitingForCompletion')
    return notDone('The test machine still stands.');
  return item.lastTestFailoverAt === null ? notDone('No test failover has succeeded yet.') : done('The test is cleaned up.');
});

const cutoverReady = withItem((item, _machine, { state }) => {
  const bad = trouble(item, state.readAt);
  if (bad !== null) return bad;
  if (!item.allowedOperations.some((operation) => operation === 'UnplannedFailover' || operation === 'PlannedFailover'))
    return notDone('No failover is offered now.');
  if (item.failoverHealth === 'Critical') return notDone('Failover health is Critical.');
  return item.lastTestFailoverAt === null ? notDone('It was never tested.') : done('Healthy, tested, and a failover is offered.');
});

const PENDING_LIMIT_MB = 10;

const drained = withItem((item) => {
  const pending = item.disks?.flatMap((disk) => disk.pendingMb ?? []) ?? [];
  if (pending.length === 0) return unknown('The service does not say how much data is pending.');
  return pending.reduce((sum, each) => sum + each, 0) <= PENDING_LIMIT_MB
    ? done('Almost no data is pending.')
    : notDone('Data are still pending.');
});

/** Items are gone once the migration is completed: the machine in Azure then speaks for itself. */
const failedOver: Parameters<typeof everyMachine>[1] = ({ item, vm }) => {
  if (item !== null) return FAILED_OVER.test(item.state ?? '') ? done(`${wordsOf(item)}.`) : notDone(`${wordsOf(item)}.`);
  return vm === null ? notDone('It is neither in the vault nor in Azure.') : done('The machine is in Azure.');
};

const running: Parameters<typeof everyMachine>[1] = ({ vm, vmState }, context) => {
  if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
  if (vm === null) return notDone('The machine is not in Azure.');
  const power = vmState?.facts['power'];
  if (power === undefined) return unknown('Whether it runs is not in the answer.');
  return power === 'PowerState/running'
    ? done('The machine runs in Azure.')
    : notDone(`The machine is ${power.replace('PowerState/', '')}.`);
};

const agentReady: Parameters<typeof everyMachine>[1] = ({ vm, vmState }, context) => {
  if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
  if (vm === null) return notDone('The machine is not in Azure.');
  const agent = vmState?.facts['agent'];
  if (agent === undefined) return unknown('The state of its agent is not in the answer.');
  return agent === 'ProvisioningState/succeeded' ? done('Its agent is ready.') : notDone('Its agent is not ready.');
};

/** The item is gone and the machine stays: a mere disabling before a failover leaves none. */
const completed: Parameters<typeof everyMachine>[1] = ({ item, vm }, context) => {
  if (item !== null) return notDone(`It is still in the vault: ${wordsOf(item)}.`);
  if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
  return vm === null ? notDone('It is neither in the vault nor in Azure.') : done('The item is gone and the machine is in Azure.');
};

const committed = withItem((item) => {
  if (!FAILED_OVER.test(item.state ?? '')) return notDone(`${wordsOf(item)}.`);
  return item.allowedOperations.some((operation) => operation === 'Commit' || operation === 'ChangePit')
    ? notDone('It waits for the commit.')
    : done('The failover is committed.');
});

const pointChanged = withItem((item) =>
  FAILED_OVER.test(item.state ?? '')
    ? unknown('Which point it was built from, the job says; a person confirms it.')
    : notDone('It is not failed over.'),
);

const planOfWave = reading(['replicationRecoveryPlans groups'], ({ state, machines }) => {
  const items = machines.flatMap(({ item }) => item?.id ?? []);
  if (items.length === 0) return notDone('No machine of the wave is in the vault.');
  const holds = (plan: (typeof state.plans)[number]): boolean => items.every((id) => plan.itemIds.some((each) => sameId(each, id)));
  const plan = state.plans.find(holds);
  return plan === undefined
    ? notDone('No recovery plan holds every machine of the wave.')
    : done(`The recovery plan ${plan.name} holds them all.`);
});

function vmFact(fact: string, decide: (value: string | undefined) => Look): Parameters<typeof everyMachine>[1] {
  return ({ vm }, context) => {
    if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
    return vm === null ? notDone('The machine is not in Azure.') : decide(vm.facts[fact]);
  };
}

const backedUp: Parameters<typeof everyMachine>[1] = ({ vm, name }, context) => {
  const backups = rows(context, 'backupItems');
  if (backups === null) return unread('Backups of this vault', context, 'backupItems');
  const wanted = (vm?.name ?? name).toLowerCase();
  const own = backups.find((row) => row.facts['machine']?.toLowerCase() === wanted);
  if (own === undefined) return unknown('It has no backup in this vault; another vault may have one.');
  return own.facts['status'] === 'Completed'
    ? done('Its last backup succeeded.')
    : notDone(`Its last backup: ${own.facts['status'] ?? 'none'}.`);
};

const addresses: Parameters<typeof everyMachine>[1] = ({ vm }, context) => {
  const adapters = rows(context, 'networkAdapters');
  if (adapters === null) return unread('Network adapters', context, 'networkAdapters');
  if (vm === null) return notDone('The machine is not in Azure.');
  const own = adapters.filter((row) => sameId(row.facts['machineId'], vm.id));
  if (own.length === 0) return notDone('No network adapter is attached to it.');
  return own.every((row) => row.facts['groupId'] !== undefined)
    ? done('Its adapters have a security group.')
    : unknown('An adapter has no security group of its own; its subnet may have one.');
};

const leftovers = reading(['Microsoft.Compute/disks'], (context) => {
  const disks = rows(context, 'disks');
  if (disks === null) return unread('Disks', context, 'disks');
  const left = disks.filter((row) => /^asrseeddisk|-asr/i.test(row.name));
  if (left.length > 0) return notDone(`${left.length} replica disks are left, such as ${left[0]?.name ?? ''}.`);
  const open = context.machines.filter(({ item }) => item !== null);
  return open.length > 0
    ? notDone(`${open.length} machines of the wave are still in the vault.`)
    : done('No replica disk and no item of the wave is left.');
});

const retired = reading(['replicationProtectedItems', 'replicationFabrics'], ({ state }: CheckContext) => {
  if (state.items.length > 0) return notDone(`${state.items.length} machines are still protected.`);
  return state.fabrics.length > 0
    ? notDone(
        `Still registered: ${state.fabrics
          .map((fabric) => fabric.name)
          .slice(0, 3)
          .join(', ')}.`,
      )
    : done('Nothing is protected and nothing is registered.');
});

const item = (read: string, look: Parameters<typeof everyMachine>[1]): Check => everyMachine([`replicationProtectedItems ${read}`], look);
const machine = (read: string, look: Parameters<typeof everyMachine>[1]): Check => everyMachine([`virtualMachines ${read}`], look);

export const itemChecks = {
  'enable-replication': item('protectionState', enabled),
  'set-target-settings': item('targetVmName, targetVmSize, targetNetworkId', targetSettings),
  'create-recovery-plan': planOfWave,
  'watch-initial-replication': item('protectionState, protectedDisks', initialReplication),
  'confirm-first-recovery-point': item('lastRecoveryPointReceived, allowedOperations', firstPoint),
  'confirm-replication-healthy': item('replicationHealth, healthErrors, rpo, resyncRequired', healthy),
  'check-component-versions': item('mobilityAgentDetails', versions),
  'run-test-failover': item('testFailoverState, lastSuccessfulTestFailoverTime', testRan),
  'validate-test-vm': item('testFailoverState', testRan),
  'cleanup-test-failover': item('allowedOperations, lastSuccessfulTestFailoverTime', testCleaned),
  'sign-off-test': item('lastSuccessfulTestFailoverTime', testCleaned),
  'check-cutover-readiness': item('health, allowedOperations, lastSuccessfulTestFailoverTime', cutoverReady),
  'stop-source-workload': item('dataPending…InMB', drained),
  'run-failover': item('protectionState, activeLocation', failedOver),
  'validate-migrated-vm': machine('instanceView power state', running),
  'change-recovery-point': item('protectionState', pointChanged),
  'complete-migration': item('gone, and virtualMachines there', completed),
  'commit-move': item('allowedOperations', committed),
  'disable-replication-after-move': item('gone, and virtualMachines there', completed),
  'restore-connectivity': everyMachine(['networkInterfaces networkSecurityGroup'], addresses),
  'verify-vm-agent': machine('instanceView.vmAgent', agentReady),
  'apply-hybrid-benefit': machine(
    'properties.licenseType',
    vmFact('licence', (licence) =>
      licence === undefined || licence === 'None' ? notDone('No licence type is set.') : done(`Licence type ${licence}.`),
    ),
  ),
  'reinstall-extensions': machine(
    'extensions',
    vmFact('extensions', (count) =>
      count === undefined ? unknown('The answer names no extensions.') : done(`${count} extensions are installed.`),
    ),
  ),
  'enable-backup': everyMachine(['backupProtectedItems lastBackupStatus'], backedUp),
  'enable-dr-after-migration': item('replicationHealth', ({ item: own }) =>
    own?.provider === 'A2A' && own.replicationHealth === 'Normal'
      ? done('It is protected to a second region.')
      : unknown('This vault does not show it protected to a second region; the new vault may be another.'),
  ),
  'remove-replication-leftovers': leftovers,
  'remove-replication-infrastructure': retired,
} as const satisfies Readonly<Record<string, Check>>;
