import {
  makeId,
  type Body,
  type Estate,
  type ItemAct,
  type ProviderName,
  type SimItem,
  type SimJob,
  type SimMachine,
  type SimVault,
} from './estate.ts';
import { allowedOperations } from './item-states.ts';
import { inputList, inputText, inputValue } from './providers/common.ts';
import { DURATIONS, type Durations } from './providers/durations.data.ts';
import { jobError, startJob, type JobFault } from './start-job.ts';
import { itemPath, vaultId } from './vault-id.ts';

export interface ChangeCall {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly now: number;
  readonly body: Body;
  readonly clientRequestId: string;
  readonly fault: JobFault | null;
  readonly method: string;
  readonly path: string;
}

/** A refusal that the service gives at once, before any job. */
export interface HttpRefusal {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string;
  readonly message: string;
}

export type ChangeAnswer = { readonly job: SimJob } | { readonly refusal: HttpRefusal };

interface Act {
  readonly jobKind: string;
  readonly act: ItemAct;
  /** Word that `allowedOperations` must hold; `null`: always allowed. */
  readonly needs: string | null;
  readonly seconds: keyof Durations;
  /** Code of the job's error when it is not allowed. */
  readonly wrongState: string;
}

const ACTS: Readonly<Record<string, Act>> = {
  update: { jobKind: 'UpdateVmProperties', act: 'updated', needs: null, seconds: 'other', wrongState: '506' },
  testfailover: { jobKind: 'TestFailover', act: 'tested', needs: 'TestFailover', seconds: 'testFailover', wrongState: '25038' },
  testfailovercleanup: {
    jobKind: 'TestFailoverCleanup',
    act: 'cleaned-up',
    needs: 'TestFailoverCleanup',
    seconds: 'cleanUp',
    wrongState: '25038',
  },
  unplannedfailover: {
    jobKind: 'UnplannedFailover',
    act: 'failed-over',
    needs: 'UnplannedFailover',
    seconds: 'failover',
    wrongState: '25038',
  },
  plannedfailover: { jobKind: 'PlannedFailover', act: 'failed-over', needs: 'PlannedFailover', seconds: 'failover', wrongState: '25038' },
  failovercommit: { jobKind: 'CommitFailover', act: 'committed', needs: 'Commit', seconds: 'commit', wrongState: '25037' },
  failovercancel: { jobKind: 'CancelFailover', act: 'cancelled-failover', needs: 'CancelFailover', seconds: 'other', wrongState: '25038' },
  applyrecoverypoint: { jobKind: 'ChangePit', act: 'point-changed', needs: 'ChangePit', seconds: 'failover', wrongState: '25038' },
  reprotect: {
    jobKind: 'SwitchReplicationGroupProtection',
    act: 'reprotected',
    needs: 'SwitchProtection',
    seconds: 'reprotect',
    wrongState: '25038',
  },
  repairreplication: {
    jobKind: 'RepairVMReplication',
    act: 'repaired',
    needs: 'RepairReplication',
    seconds: 'other',
    wrongState: '25038',
  },
  remove: { jobKind: 'DisableDr', act: 'removed', needs: 'DisableProtection', seconds: 'remove', wrongState: '25038' },
  updatemobilityservice: { jobKind: 'Other', act: 'agent-updated', needs: null, seconds: 'other', wrongState: '25038' },
  switchprovider: { jobKind: 'Other', act: 'switched', needs: null, seconds: 'reprotect', wrongState: '25038' },
};

const MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  '25037': (name) => `The virtual machine '${name}' isn't ready for committing failback.`,
  '25038': (name) => `The virtual machine '${name}' isn't ready for reenabling protection.`,
};

/** Hyper-V is protected again by another operation, under another name. */
function actOf({ provider }: SimItem, verb: string): Act | undefined {
  const act = ACTS[verb];
  const isHyperV = provider === 'HyperVReplicaAzure' || provider === 'HyperVReplica2012R2';
  return act?.act === 'reprotected' && isHyperV ? { ...act, jobKind: 'ReverseReplication', needs: 'ReverseReplicate' } : act;
}

/** A change of an item that is there. Wrong states are accepted and their job fails, as with the real service. */
export function changeItem(item: SimItem, verb: string, call: ChangeCall): ChangeAnswer {
  const act = actOf(item, verb.toLowerCase());
  if (act === undefined)
    return { refusal: { status: 404, code: 'NotFound', innerCode: 'OperationNotFound', message: `The operation '${verb}' is not known.` } };
  if (act.act === 'reprotected' && item.phase === 'protected') {
    return {
      refusal: {
        status: 400,
        code: 'BadRequest',
        innerCode: 'InvalidFailoverDirection',
        message: 'Invalid failover direction was specified. Verify input and try operation again.',
      },
    };
  }
  const fault = refusalInJob(item, act) ?? call.fault;
  const isGoing = fault?.atTask !== -1;
  if (isGoing) takeInput(item, act, call.body);
  const job = startJob(call.estate, call.vault, {
    now: call.now,
    job: {
      jobKind: item.provider === 'InMageRcmFailback' && act.jobKind === 'CommitFailover' ? 'FinalizeFailback' : act.jobKind,
      seconds: isGoing ? DURATIONS[item.provider][act.seconds] : 2,
      effect: { kind: 'item', itemId: item.id, act: act.act },
      target: { id: item.id, name: item.machine.name },
      resourcePath: itemPath(item),
      clientRequestId: call.clientRequestId,
      item,
      input: call.body,
      fault,
      restarts: { method: call.method, path: call.path, body: call.body },
    },
  });
  return { job };
}

/** 532 while something runs; the code of the act when the state does not offer it. */
function refusalInJob(item: SimItem, act: Act): JobFault | null {
  if (item.runningJob !== null) {
    return {
      end: 'Failed',
      atTask: -1,
      errors: [
        jobError('532', "The operation couldn't be completed.", {
          causes: `An operation ${item.machine.name} (${item.runningScenario ?? 'another operation'}) is in progress.`,
          action: 'Wait for the operation to end, or cancel it.',
        }),
      ],
    };
  }
  if (act.needs === null || allowedOperations(item).includes(act.needs)) return null;
  const message = MESSAGES[act.wrongState]?.(item.machine.name) ?? 'The operation is not allowed in this state.';
  return {
    end: 'Failed',
    atTask: -1,
    errors: [
      jobError(act.wrongState, message, { causes: 'See the provider error for more.', action: 'Resolve the issue, then try again.' }),
    ],
  };
}

function takeInput(item: SimItem, act: Act, body: Body): void {
  const details = (inputValue(body, 'providerSpecificDetails') ?? {}) as Body;
  if (act.act === 'updated') Object.assign(item.settings, body, details);
  if (act.act === 'failed-over') {
    item.failoverKind = act.jobKind === 'PlannedFailover' ? 'planned' : 'unplanned';
    item.recoveryPointId = inputText(details, 'recoveryPointId');
  }
  if (act.act === 'reprotected') item.input = { ...item.input, ...body, ...details };
  if (act.act === 'point-changed') item.recoveryPointId = inputText(body, 'recoveryPointId') ?? item.recoveryPointId;
}

/** PUT of an item: the machine begins to be protected. The item is there at once, with nothing to offer. */
export function enableItem(
  address: { readonly fabric: string; readonly container: string; readonly name: string },
  call: ChangeCall,
): ChangeAnswer {
  const { estate, vault, body } = call;
  const details = (inputValue(body, 'providerSpecificDetails') ?? {}) as Body;
  const provider = (inputText(details, 'instanceType') ?? 'InMageRcm') as ProviderName;
  const twin = vault.items.find((item) => item.name.toLowerCase() === address.name.toLowerCase());
  const machine = twin?.machine ?? machineOf(vault, details, body);
  if (twin !== undefined) {
    const job = startJob(estate, vault, {
      now: call.now,
      job: {
        jobKind: 'EnableDr',
        seconds: 2,
        effect: { kind: 'none' },
        target: { id: twin.id, name: twin.machine.name },
        resourcePath: itemPath(twin),
        clientRequestId: call.clientRequestId,
        fault: { warning: { code: '45031', message: 'Protection is already enabled for the virtual machine.' } },
      },
    });
    return { job };
  }
  const item: SimItem = {
    id: makeId(estate, 4),
    ...address,
    machine,
    provider: provider in DURATIONS ? provider : 'InMageRcm',
    phase: 'enabling',
    phaseAt: call.now,
    failoverKind: null,
    testFailover: 'None',
    lastTestFailoverAt: null,
    lastFailoverAt: null,
    runningJob: null,
    runningScenario: null,
    runningSince: call.now,
    policyId: inputText(body, 'policyId') ?? '',
    input: { ...body, ...details },
    settings: {},
    recoveryPointId: null,
    health: null,
  };
  vault.items.push(item);
  const job = startJob(estate, vault, {
    now: call.now,
    job: {
      jobKind: 'EnableDr',
      seconds: DURATIONS[item.provider].enable,
      effect: { kind: 'item', itemId: item.id, act: 'enabled' },
      target: { id: item.id, name: machine.name },
      resourcePath: itemPath(item),
      clientRequestId: call.clientRequestId,
      item,
      fault: call.fault,
      restarts: { method: call.method, path: call.path, body },
    },
  });
  return { job };
}

/** The machine that an input names: one of the estate, or one made up from the name it was given. */
function machineOf(vault: SimVault, details: Body, body: Body): SimMachine {
  const sourceId =
    inputText(details, 'fabricDiscoveryMachineId') ?? inputText(details, 'fabricObjectId') ?? inputText(body, 'protectableItemId') ?? '';
  const known = vault.machines[sourceId.toLowerCase()];
  if (known !== undefined) return known;
  const name = sourceId.split('/').findLast((part) => part !== '') ?? 'machine';
  const disks = [...inputList(details, 'disksToInclude'), ...inputList(details, 'vmManagedDisks')].map((disk, index) => ({
    id: inputText(disk, 'diskId') ?? `disk-${index}`,
    name: `disk-${index}`,
    sizeGiB: 40,
    isOsDisk: index === 0,
  }));
  return {
    id: name,
    name,
    biosId: name,
    osType: 'Windows',
    osName: 'Microsoft Windows Server 2019 (64-bit)',
    cpuCount: 2,
    memoryMiB: 4096,
    firmware: 'BIOS',
    addresses: ['10.0.0.4'],
    macs: ['00:50:56:00:00:01'],
    disks: disks.length > 0 ? disks : [{ id: 'disk-0', name: 'disk-0', sizeGiB: 40, isOsDisk: true }],
    sourceId,
  };
}

export function purgeItem(item: SimItem, call: ChangeCall): ChangeAnswer {
  const job = startJob(call.estate, call.vault, {
    now: call.now,
    job: {
      jobKind: 'PurgeVm',
      seconds: 30,
      effect: { kind: 'item', itemId: item.id, act: 'removed' },
      target: { id: item.id, name: item.machine.name },
      resourcePath: itemPath(item),
      clientRequestId: call.clientRequestId,
      item,
      fault: call.fault,
    },
  });
  return { job };
}

export function itemIdOf(vault: SimVault, item: SimItem): string {
  return `${vaultId(vault)}/${itemPath(item)}`;
}
