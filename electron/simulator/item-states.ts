import type { ItemPhase, ProviderName, SimItem } from './estate.ts';

interface State {
  readonly state: string;
  readonly words: string;
  readonly active: 'Primary' | 'Recovery';
}

/** The service's words for each phase. Names that end in StatesBegin are the settled state. SOURCE: facts, section 6.2. */
export function stateOf(item: Pick<SimItem, 'phase' | 'failoverKind'>): State {
  const isPlanned = item.failoverKind === 'planned';
  const states: Readonly<Record<ItemPhase, State>> = {
    enabling: { state: 'UnprotectedStatesBegin', words: 'Enabling protection', active: 'Primary' },
    'initial-replication': { state: 'InitialReplicationInProgress', words: 'Initial replication is in progress', active: 'Primary' },
    'first-point': { state: 'InitialReplicationRecoveryCompletionPending', words: 'Waiting for first recovery point', active: 'Primary' },
    protected: { state: 'Protected', words: 'Protected', active: 'Primary' },
    'failed-over': isPlanned
      ? { state: 'PlannedFailoverCommitRequired', words: 'Planned failover finished', active: 'Recovery' }
      : { state: 'UnplannedFailoverCommitPendingStatesBegin', words: 'Failover completed', active: 'Recovery' },
    committed: isPlanned
      ? { state: 'PlannedFailoverStatesBegin', words: 'Planned failover committed', active: 'Recovery' }
      : { state: 'UnplannedFailoverStatesBegin', words: 'Failover committed', active: 'Recovery' },
    'failover-failed': { state: 'UnplannedFailoverCompletionFailed', words: "Failover couldn't be completed", active: 'Primary' },
  };
  return states[item.phase];
}

type Offers = Partial<Record<ItemPhase, readonly string[]>>;

const BEFORE: Offers = {
  'initial-replication': ['DisableProtection'],
  'first-point': ['DisableProtection'],
  'failover-failed': ['RepairReplication', 'UnplannedFailover', 'DisableProtection'],
};

const OFFERS: Readonly<Record<ProviderName, Offers>> = {
  InMageRcm: {
    ...BEFORE,
    protected: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    'failed-over': ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit', 'SwitchProtection'],
    committed: ['CompleteMigration', 'DisableProtection', 'SwitchProtection'],
  },
  InMageRcmFailback: {
    ...BEFORE,
    protected: ['PlannedFailover', 'DisableProtection'],
    'failed-over': ['CompleteMigration', 'Commit', 'DisableProtection', 'SwitchProtection', 'CancelFailover'],
    committed: ['DisableProtection', 'SwitchProtection'],
  },
  InMageAzureV2: {
    ...BEFORE,
    protected: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    'failed-over': ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit'],
    committed: ['CompleteMigration', 'DisableProtection', 'SwitchProtection'],
  },
  HyperVReplicaAzure: {
    ...BEFORE,
    protected: ['PlannedFailover', 'UnplannedFailover', 'DisableProtection', 'TestFailover'],
    'failed-over': ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit'],
    committed: ['CompleteMigration', 'ReverseReplicate', 'DisableProtection'],
  },
  A2A: {
    ...BEFORE,
    protected: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    'failed-over': ['Commit', 'DisableProtection', 'ChangePit'],
    committed: ['DisableProtection', 'SwitchProtection'],
  },
  HyperVReplica2012R2: {
    ...BEFORE,
    protected: ['PlannedFailover', 'UnplannedFailover', 'DisableProtection', 'TestFailover'],
    'failed-over': ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit', 'ReverseReplicate'],
    committed: ['CompleteMigration', 'ReverseReplicate', 'DisableProtection'],
  },
  InMage: {
    ...BEFORE,
    protected: ['UnplannedFailover', 'DisableProtection'],
    'failed-over': ['Commit', 'DisableProtection'],
    committed: ['DisableProtection'],
  },
};

/** What the item offers. While anything runs it offers nothing; while a test stands, only its clean-up. */
export function allowedOperations(item: SimItem): readonly string[] {
  if (item.runningJob !== null) return [];
  if (item.testFailover === 'WaitingForCompletion') return ['TestFailoverCleanup'];
  return OFFERS[item.provider][item.phase] ?? [];
}

/** Words of `currentScenario` for each kind of job. */
export const SCENARIO_WORDS: Readonly<Record<string, string>> = {
  EnableDr: 'EnableProtection',
  DisableDr: 'DisableProtection',
  TestFailover: 'TestFailover',
  TestFailoverCleanup: 'TestFailoverCleanup',
  UnplannedFailover: 'UnplannedFailover',
  PlannedFailover: 'PlannedFailover',
  CommitFailover: 'CommitFailover',
  ChangePit: 'ChangePit',
  SwitchReplicationGroupProtection: 'SwitchProtection',
  UpdateVmProperties: 'UpdateVmProperties',
};
