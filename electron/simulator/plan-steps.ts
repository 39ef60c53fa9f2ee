import type { Body, PlanStep, SimResource } from './estate.ts';
import { inputText } from './providers/common.ts';

/** What a plan's operation does: the scenario of its job, the value that an action names it by, and the steps around its groups. */
export interface PlanVerb {
  readonly jobKind: string;
  readonly failoverType: string;
  /** Words of a group's step. */
  readonly groupWords: string;
  readonly groupType: string;
  /** Machines go over all together; the groups only say in which order they start. */
  readonly isFailover: boolean;
  readonly before: readonly TaskWords[];
  readonly after: readonly TaskWords[];
}

type TaskWords = readonly [name: string, title: string];

const CHECK: TaskWords = ['RpSrsPrerequisitesCheck', 'Prerequisites check for the recovery plan'];
const ENVIRONMENT: TaskWords = ['RpEnvironmentCreationTask', 'Create the environment'];
const END: TaskWords = ['EndRecoveryPlanTask', 'Finalizing the recovery plan'];

const groupsOnly = (jobKind: string, failoverType: string, [groupWords, groupType]: TaskWords): PlanVerb => ({
  jobKind,
  failoverType,
  groupWords,
  groupType,
  isFailover: false,
  before: [],
  after: [],
});
const failover = (jobKind: string, environment: TaskWords): PlanVerb => ({
  jobKind,
  failoverType: jobKind,
  groupWords: 'Start',
  groupType: 'BootGroup',
  isFailover: true,
  before: [CHECK, environment],
  after: [END],
});

/**
 * Operations of a plan. SOURCE: recorded jobs of plans, Azure/azure-sdk-for-net session records of 2017; those of cancelling and of
 * plans with actions are inferred.
 */
export const PLAN_VERBS: Readonly<Record<string, PlanVerb>> = {
  testfailover: failover('TestFailover', ['RpTfoNetworkCreation', 'Create the test environment']),
  plannedfailover: failover('PlannedFailover', ENVIRONMENT),
  unplannedfailover: failover('UnplannedFailover', ENVIRONMENT),
  testfailovercleanup: {
    ...groupsOnly('TestFailoverCleanup', 'TestFailoverCleanup', ['Test failover cleanup', 'TestFailoverCleanupGroup']),
    before: [CHECK],
    after: [['RpTfoDeleteTestNetwork', 'Clean up the test environment'], END],
  },
  failovercommit: groupsOnly('CommitFailover', 'Commit', ['Commit', 'CommitGroup']),
  failovercancel: groupsOnly('CancelFailover', 'CancelFailover', ['Cancel failover', 'CancelFailoverGroup']),
  reprotect: groupsOnly('ReverseReplication', 'ReverseReplicate', ['Reverse replicate', 'ReverseReplicateGroup']),
};

interface Group {
  readonly id: string;
  readonly members: readonly string[];
  readonly before: readonly PlanStep[];
  readonly after: readonly PlanStep[];
}

type GroupStep = Extract<PlanStep, { kind: 'group' }>;

/** The steps of a plan's operation, in order, with the manual steps that are meant for it. */
export function planSteps({ properties }: SimResource, verb: PlanVerb, input: Body): PlanStep[] {
  const given = (Array.isArray(properties['groups']) ? properties['groups'] : []) as Body[];
  const ofType = (type: string): Body[] => given.filter((group) => group['groupType'] === type);
  const groups = ofType('Boot').map((group, index) => readGroup(group, verb, `Group${index + 1}`));
  const own = groups.flatMap((group, index) => [
    ...group.before,
    groupStep({
      ...group,
      title: `Group ${index + 1}: ${verb.groupWords} (${group.members.length})`,
      groupType: verb.groupType,
      acts: !verb.isFailover,
    }),
    ...group.after,
  ]);
  const around = (type: string, steps: readonly PlanStep[]): PlanStep[] => {
    const [group] = ofType(type).map((each) => readGroup(each, verb, type));
    return [...(group?.before ?? []), ...steps, ...(group?.after ?? [])];
  };
  // Only where the source is shut down at the same time.
  const shutsDown = verb.jobKind === 'PlannedFailover' || inputText(input, 'sourceSiteOperations') === 'Required';
  return [
    ...verb.before.map(taskStep),
    ...(verb.isFailover && shutsDown ? around('Shutdown', [shutdownStep(groups)]) : []),
    ...(verb.isFailover ? around('Failover', [failoverStep(groups)]) : []),
    ...own,
    ...verb.after.map(taskStep),
  ];
}

const BEGINNING = { startedAt: null, endedAt: null } as const;

function taskStep([name, title]: TaskWords): PlanStep {
  return { kind: 'task', name, title, ...BEGINNING };
}

function groupStep({ id, title, groupType, members, acts }: Pick<GroupStep, 'id' | 'title' | 'groupType' | 'acts'> & Group): GroupStep {
  return {
    kind: 'group',
    id,
    title,
    groupType,
    acts,
    members: members.map((member) => ({ id: member, job: null, end: null })),
    ...BEGINNING,
  };
}

function failoverStep(groups: readonly Group[]): GroupStep {
  const members = groups.flatMap((group) => group.members);
  const id = 'FailoverAllActionGroup';
  return groupStep({ id, members, before: [], after: [], title: 'Recovery plan failover', groupType: 'RpFailoverTask', acts: true });
}

/** The groups are shut down in the reverse of the order in which they start. */
function shutdownStep(groups: readonly Group[]): GroupStep {
  const parts = groups
    .map((group, index) =>
      groupStep({ ...group, title: `Shutdown: Group ${index + 1} (${group.members.length})`, groupType: 'Shutdown', acts: false }),
    )
    .toReversed();
  const id = 'ShutdownAllActionGroup';
  const title = `All groups shutdown (${groups.length})`;
  return { ...groupStep({ id, title, members: [], before: [], after: [], groupType: 'Shutdown', acts: false }), parts };
}

function readGroup(group: Body, { failoverType }: PlanVerb, id: string): Group {
  const members = (Array.isArray(group['replicationProtectedItems']) ? group['replicationProtectedItems'] : []) as Body[];
  return {
    id,
    members: members.map((member) => String(member['id'])),
    before: manualSteps(group['startGroupActions'], failoverType),
    after: manualSteps(group['endGroupActions'], failoverType),
  };
}

function manualSteps(actions: unknown, failoverType: string): PlanStep[] {
  const all = (Array.isArray(actions) ? actions : []) as Body[];
  return all.flatMap((action): PlanStep[] => {
    const details = (action['customDetails'] ?? {}) as Body;
    const types = Array.isArray(action['failoverTypes']) ? (action['failoverTypes'] as unknown[]) : [];
    if (details['instanceType'] !== 'ManualActionDetails' || !types.includes(failoverType)) return [];
    const instructions = inputText(details, 'description') ?? '';
    return [{ kind: 'manual', name: String(action['actionName']), instructions, observation: '', ...BEGINNING }];
  });
}
