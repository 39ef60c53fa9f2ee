import type { ItemScope } from '../domain/engagement.ts';
import type { QuestionId, ScenarioId, StepId } from '../domain/ids.ts';
import type { MachineFacts } from '../domain/machine.ts';
import type { RuleSource } from '../readiness/rule.ts';
import type { AzureInput } from './azure-input.ts';
import type { Recipe } from './recipe.ts';
import type { ScenarioRules } from './scenario-rules.ts';

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
  /** `check`: which look at the engagement decides it; absent where the data help a person but cannot decide. */
  | { readonly kind: 'offline'; readonly from: string; readonly check?: OfflineCheckId; readonly evidence?: string }
  | { readonly kind: 'api'; readonly read: string; readonly isPartial: boolean; readonly evidence: string };

/** Looks at the engagement that can show that a step is done; `shared/checklist/offline-checks.ts` has one function for each. */
export type OfflineCheckId =
  | 'inventory-imported'
  | 'machine-assessed'
  | 'target-size-chosen'
  | 'plan-in-force'
  | 'vsphere-supported'
  | 'completion-reported';

/**
 * What a scenario is made of. Steps and questions ask for a trait and never for a scenario, so that a copied scenario works
 * without any change to them.
 */
export type ScenarioTrait =
  | 'agent'
  | 'vmware'
  | 'physical'
  | 'aws'
  | 'classic'
  | 'hyper-v'
  | 'hyper-v-site'
  | 'vmm'
  | 'azure-source'
  | 'planned-failover'
  | 'complete-migration'
  | 'owner-shuts-down';

/** How a sentence begins that holds for one trait only, where the engagement has machines without it. */
export const TRAIT_WORDS: Readonly<Record<ScenarioTrait, string>> = {
  agent: 'With a replication appliance',
  vmware: 'VMware',
  physical: 'Physical machines',
  aws: 'AWS',
  classic: 'Classic vault',
  'hyper-v': 'Hyper-V',
  'hyper-v-site': 'Hyper-V without VMM',
  vmm: 'Hyper-V with VMM',
  'azure-source': 'Between Azure regions',
  'planned-failover': 'Hyper-V',
  'complete-migration': 'To Azure from elsewhere',
  'owner-shuts-down': 'Physical machines and AWS',
};

/** Answers by question; a question that is not there is not answered yet. */
export type Answers = ReadonlyMap<QuestionId, readonly string[]>;

/** What a condition may look at of one machine. */
export interface ConditionMachine {
  readonly facts: MachineFacts;
  readonly traits: ReadonlySet<ScenarioTrait>;
}

/** When a step is needed. What a machine or an answer surely rules out makes no item; what is unknown stays on the list. */
export interface Condition {
  /** In which case, as a sentence. */
  readonly text: string;
  /** Why it is not needed where the condition does not hold; offered as the reason of "not applicable". */
  readonly otherwise: string;
  readonly concerns?: (machine: ConditionMachine, answers: Answers) => boolean | 'unknown';
  readonly holds?: (answers: Answers) => boolean | 'unknown';
  /** Questions whose answers decide it. */
  readonly asks?: readonly QuestionId[];
}

/** Sentences that are added to what is to be done where the trait is in the engagement or the answer was given. */
export interface ExtraWhat {
  readonly trait?: ScenarioTrait;
  readonly answer?: { readonly question: QuestionId; readonly values: readonly string[] };
  readonly what: readonly string[];
}

/** One step of the catalogue; scenarios list the steps they need by id. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly phase: PhaseId;
  /** Short clear sentences: what to do. */
  readonly what: readonly string[];
  readonly extra?: readonly ExtraWhat[];
  readonly who: readonly Role[];
  readonly per: ItemScope['kind'];
  /** Steps that must be done first; an id that the scenario does not have is ignored. */
  readonly after: readonly StepId[];
  /** Questions of the engagement that must be answered before the step can be done. */
  readonly decides?: readonly QuestionId[];
  readonly doneWhen: string;
  readonly verification: Verification;
  /** Typical time as documented, or `null` where nothing is documented. */
  readonly typicalTime: string | null;
  readonly badOutcome: string;
  readonly badOutcomeRemedy: string;
  readonly sources: readonly RuleSource[];
  /** Absent: always needed. */
  readonly condition?: Condition;
  /** An open critical step keeps its wave from being called ready. */
  readonly isCritical: boolean;
  /** Evidence must be attached before the step counts as done. */
  readonly needsEvidence: boolean;
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly description: string;
  /** What is special here and worth knowing before the first step. */
  readonly notes: readonly string[];
  readonly traits: readonly ScenarioTrait[];
  /** In working order. */
  readonly stepIds: readonly StepId[];
  readonly readiness: ScenarioRules;
  /** What is asked of Azure for a machine, in working order. */
  readonly recipe: Recipe;
  readonly azureInput: AzureInput;
}
