/** A machine under replication, in our words. `raw` is the service's answer, whole: nothing that it sends is lost. */
export interface ProtectedItem {
  readonly id: string;
  readonly name: string;
  /** Name of the machine as the service shows it. */
  readonly friendlyName: string;
  /** The provider's name in the API; an unknown one is kept as it is. */
  readonly instanceType: string | null;
  readonly protectionState: string | null;
  readonly protectionStateWords: string | null;
  readonly activeLocation: string | null;
  readonly testFailoverState: string | null;
  /** The only thing to decide by. Empty while anything runs. */
  readonly allowedOperations: readonly string[];
  /** What runs now, with its job; `null` when nothing does. */
  readonly running: { readonly scenario: string; readonly jobId: string; readonly startedAt: string | null } | null;
  readonly replicationHealth: string | null;
  readonly failoverHealth: string | null;
  readonly healthErrors: readonly HealthError[];
  readonly policyId: string | null;
  readonly recoveryContainerId: string | null;
  readonly protectableItemId: string | null;
  readonly lastTestFailoverAt: string | null;
  readonly lastFailoverAt: string | null;
  readonly progress: ReplicationProgress;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface HealthError {
  readonly code: string | null;
  readonly level: string | null;
  readonly category: string | null;
  readonly summary: string | null;
  readonly message: string | null;
  readonly possibleCauses: string | null;
  readonly recommendedAction: string | null;
  readonly at: string | null;
}

/** How far initial replication is, and how old the newest point is. `null` = the service does not say. */
export interface ReplicationProgress {
  readonly percent: number | null;
  readonly rpoSeconds: number | null;
  /** An RPO whose time is old is no RPO: the two belong together. */
  readonly rpoCalculatedAt: string | null;
}

/** Azure's record of one operation. */
export interface AzureJob {
  readonly id: string;
  readonly name: string;
  readonly activityId: string | null;
  readonly scenario: string | null;
  readonly title: string | null;
  /** NotStarted, InProgress, Succeeded, Failed, Cancelled, PartiallySucceeded, CompletedWithInformation, Suspended, or a word not known yet. */
  readonly state: string;
  readonly stateWords: string | null;
  readonly targetId: string | null;
  readonly targetName: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly allowedActions: readonly string[];
  readonly tasks: readonly AzureTask[];
  readonly errors: readonly AzureJobError[];
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface AzureTask {
  readonly id: string | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface AzureJobError {
  readonly code: string | null;
  readonly message: string | null;
  readonly possibleCauses: string | null;
  readonly recommendedAction: string | null;
  readonly providerCode: string | null;
  readonly providerMessage: string | null;
  readonly activityId: string | null;
}

const FINAL_STATES: ReadonlySet<string> = new Set(['Succeeded', 'Failed', 'Cancelled', 'PartiallySucceeded', 'CompletedWithInformation']);

/** Whether a job is over. A word that is not known counts as running: better to look again than to believe too early. */
export function isJobOver(job: Pick<AzureJob, 'state'>): boolean {
  return FINAL_STATES.has(job.state);
}

export function isJobSuccess(job: Pick<AzureJob, 'state'>): boolean {
  return job.state === 'Succeeded' || job.state === 'CompletedWithInformation';
}
