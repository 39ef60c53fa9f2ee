import type { ItemScope } from '../domain/engagement.ts';
import type { ScenarioId, StepId } from '../domain/ids.ts';
import type { MachineFacts } from '../domain/machine.ts';
import type { RuleSource } from '../readiness/rule.ts';

export type PhaseId =
  | 'assess'
  | 'prepare-azure'
  | 'prepare-source'
  | 'infrastructure'
  | 'enable'
  | 'monitor'
  | 'test'
  | 'cutover'
  | 'after';

export const PHASES: readonly { readonly id: PhaseId; readonly title: string }[] = [
  { id: 'assess', title: 'Assess and plan' },
  { id: 'prepare-azure', title: 'Prepare Azure' },
  { id: 'prepare-source', title: 'Prepare the source' },
  { id: 'infrastructure', title: 'Set up replication' },
  { id: 'enable', title: 'Enable replication' },
  { id: 'monitor', title: 'Initial replication' },
  { id: 'test', title: 'Test migration' },
  { id: 'cutover', title: 'Cutover' },
  { id: 'after', title: 'After the migration' },
];

/** Who does a step. */
export type Role =
  | 'migration-consultant'
  | 'azure-administrator'
  | 'entra-administrator'
  | 'network'
  | 'server-owner'
  | 'virtualization-administrator'
  | 'aws-administrator'
  | 'licence-manager'
  | 'security';

/** How it is known that a step is done. */
export type Verification =
  | { readonly kind: 'by-hand'; readonly evidence: string }
  | { readonly kind: 'offline'; readonly from: string }
  | { readonly kind: 'api'; readonly read: string; readonly isPartial: boolean; readonly evidence: string };

/** One step of the catalogue; scenarios list the steps they need by id. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly phase: PhaseId;
  /** Short clear sentences: what to do. */
  readonly what: readonly string[];
  readonly who: readonly Role[];
  readonly per: ItemScope['kind'];
  /** Steps that must be done first; an id that the scenario does not have is ignored. */
  readonly after: readonly StepId[];
  readonly doneWhen: string;
  readonly verification: Verification;
  /** Typical time as documented, or `null` where nothing is documented. */
  readonly typicalTime: string | null;
  readonly badOutcome: string;
  readonly badOutcomeRemedy: string;
  readonly sources: readonly RuleSource[];
  /** Absent: always needed. Else in which case; machines it surely does not concern have no such item. */
  readonly condition?: { readonly text: string; readonly concerns?: (facts: MachineFacts) => boolean | 'unknown' };
  /** An open critical step keeps its wave from being called ready. */
  readonly isCritical: boolean;
  /** Evidence must be attached before the step counts as done. */
  readonly needsEvidence: boolean;
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly description: string;
  readonly stepIds: readonly StepId[];
}
