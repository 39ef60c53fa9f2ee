/** The simulated vaults and what is in them. Plain data: it survives a restart of the simulator as JSON. */
export interface Estate {
  readonly vaults: SimVault[];
  /** Counts up; ids are made from it, so that the same acts give the same ids. */
  nextId: number;
}

export interface SimVault {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly isClassic: boolean;
  /** `RS0` for vaults made in the portal. */
  readonly sku?: { readonly name: string; readonly tier?: string };
  /** Everything that is only stored and given back: path below the vault in lower case -> resource. */
  readonly resources: Record<string, SimResource>;
  /** Machines that can be protected, by the id that enabling names them by, in lower case. */
  readonly machines: Record<string, SimMachine>;
  readonly items: SimItem[];
  /** Ids of machines of Azure whose items are gone since the migration was completed. */
  moved?: string[];
  readonly jobs: SimJob[];
  readonly events: Body[];
  /** What the vault's health reports of the vault as a whole. */
  readonly errors?: readonly Body[];
}

export type Body = Record<string, unknown>;

export interface SimResource {
  /** Path below the vault as it was written, e.g. `replicationFabrics/f1`. */
  readonly path: string;
  readonly type: string;
  properties: Body;
}

/** The last two are older ways between two sites of one's own; items of them may stand in a vault. */
export type ProviderName =
  | 'InMageRcm'
  | 'InMageRcmFailback'
  | 'InMageAzureV2'
  | 'HyperVReplicaAzure'
  | 'A2A'
  | 'HyperVReplica2012R2'
  | 'InMage';

export type ItemPhase = 'enabling' | 'initial-replication' | 'first-point' | 'protected' | 'failed-over' | 'committed' | 'failover-failed';

export interface SimItem {
  readonly id: string;
  fabric: string;
  container: string;
  readonly name: string;
  readonly machine: SimMachine;
  provider: ProviderName;
  phase: ItemPhase;
  /** When the present phase began. */
  phaseAt: number;
  /** Which failover it was: the words of the states differ. */
  failoverKind: 'planned' | 'unplanned' | null;
  testFailover: 'None' | 'WaitingForCompletion' | 'MarkedForDeletion';
  lastTestFailoverAt: number | null;
  lastFailoverAt: number | null;
  /** Name of the job that runs; the item offers nothing meanwhile. */
  runningJob: string | null;
  runningScenario: string | null;
  runningSince: number;
  policyId: string;
  /** What was sent with enable, and with updates since; the details are drawn from it. */
  input: Body;
  settings: Body;
  recoveryPointId: string | null;
  /** Protected again after a failover, towards the side it came from. */
  isReturning?: boolean;
  /** Injected health; `null` = as it would be. */
  health: { readonly replicationHealth: string; readonly errors: readonly Body[] } | null;
}

export interface SimMachine {
  readonly id: string;
  readonly name: string;
  readonly biosId: string;
  readonly osType: 'Windows' | 'Linux';
  readonly osName: string;
  readonly cpuCount: number;
  readonly memoryMiB: number;
  readonly firmware: 'BIOS' | 'UEFI';
  readonly addresses: readonly string[];
  readonly macs: readonly string[];
  readonly disks: readonly { readonly id: string; readonly name: string; readonly sizeGiB: number; readonly isOsDisk: boolean }[];
  /** Discovered where: fabric and container, and the id by which enabling names it. */
  readonly sourceId: string;
}

export type JobEnd = 'Succeeded' | 'Failed' | 'Cancelled' | 'PartiallySucceeded' | 'CompletedWithInformation';

export interface SimJob {
  readonly name: string;
  readonly activityId: string;
  readonly clientRequestId: string;
  readonly jobKind: string;
  readonly startedAt: number;
  endsAt: number;
  /** How it will end, and at which task when it fails; decided when it starts, visible when its time has come. */
  end: JobEnd;
  failsAtTask: number | null;
  errors: Body[];
  warning: { readonly code: string; readonly message: string } | null;
  /** What changes in the vault when it ends well; see effects.ts. */
  readonly effect: Effect;
  isSettled: boolean;
  target: { readonly id: string; readonly name: string; readonly type: string };
  /** The job of a recovery plan: what it does step by step. */
  plan?: PlanRun;
  readonly customDetails: Body;
  /** Where the operation hangs, for the polling address. */
  resourcePath: string;
  readonly restarts: { readonly method: string; readonly path: string; readonly body: Body | null } | null;
}

export interface PlanRun {
  readonly verb: string;
  readonly body: Body;
  readonly steps: PlanStep[];
  /** How many steps were begun. */
  done: number;
  /** Since when it waits for a person. */
  waitsSince: number | null;
}

/** Part of what a plan's job does, one after another; times are `null` until it is begun. */
export type PlanStep = PlanStepTimes &
  (
    | { readonly kind: 'task'; readonly name: string; readonly title: string }
    | {
        readonly kind: 'group';
        readonly id: string;
        readonly title: string;
        readonly groupType: string;
        /** Whether the machines' own jobs are started here, or were before. */
        readonly acts: boolean;
        readonly members: { readonly id: string; job: string | null; end: JobEnd | null }[];
        /** Groups within, in a shutdown. */
        readonly parts?: readonly Extract<PlanStep, { kind: 'group' }>[];
      }
    | { readonly kind: 'manual'; readonly name: string; readonly instructions: string; observation: string }
  );

export interface PlanStepTimes {
  startedAt: number | null;
  endedAt: number | null;
}

export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'put-resource'; readonly path: string; readonly type: string; readonly properties: Body }
  | { readonly kind: 'remove-resource'; readonly path: string }
  | { readonly kind: 'item'; readonly itemId: string; readonly act: ItemAct };

export type ItemAct =
  | 'enabled'
  | 'updated'
  | 'tested'
  | 'cleaned-up'
  | 'failed-over'
  | 'committed'
  | 'point-changed'
  | 'cancelled-failover'
  | 'reprotected'
  | 'switched'
  | 'repaired'
  | 'removed'
  | 'agent-updated';

export function emptyEstate(): Estate {
  return { vaults: [], nextId: 1 };
}

/** Ids look like GUIDs and follow from a counter. */
export function makeId(estate: Estate, area = 0): string {
  const number = estate.nextId;
  estate.nextId += 1;
  const hex = number.toString(16).padStart(12, '0');
  return `${(0x5a000000 + area).toString(16)}-${((number * 40_503) & 0xffff).toString(16).padStart(4, '0')}-4000-8000-${hex}`;
}
