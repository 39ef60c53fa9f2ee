import type { EngagementAzure } from './azure.ts';
import type { MachineTasks } from './backlog.ts';
import type { DependencyRules } from './dependency-rules.ts';
import type { EngagementFacts } from './engagement-facts.ts';
import type { MachineOverrides, RuleSetHistory } from './finding.ts';
import type { GroupId, ImportId, Instant, MachineId, QuestionId, ScenarioId, Sha256, StepId } from './ids.ts';
import type { ImportedInventory, Machine } from './machine.ts';
import type { WaveLimits, WavePlan } from './wave.ts';

/** Answer to a question that shapes the checklist. Who and when come from the journal entry. */
export interface Answer {
  readonly values: readonly string[];
  readonly reason?: string;
  readonly by?: string;
  readonly at?: Instant;
}

/** What is asked once per engagement and shapes everything else. `null` = not decided yet. */
export interface EngagementSettings {
  readonly name: string;
  readonly customer: string;
  readonly scenarios: readonly ScenarioId[];
  /** Recorded answer to "Site Recovery or Azure Migrate?" (rule R-LI-03). */
  readonly routeDecision: { readonly route: 'site-recovery' | 'azure-migrate' | 'resource-mover'; readonly reason: string } | null;
  readonly targetRegion: string | null;
  readonly vaultRegion: string | null;
  readonly siteLinkMbps: number | null;
  readonly timeZone: string;
  /** Fictional data: shown everywhere so that nobody takes it for a customer's. */
  readonly isSample: boolean;
  /** Absent in files of versions that did not ask. */
  readonly answers?: Readonly<Record<QuestionId, Answer>>;
}

export interface ImportRecord {
  readonly id: ImportId;
  /** The journal entry that holds it, for undoing it. */
  readonly entryId: string;
  readonly fileName: string;
  readonly fileSha256: Sha256;
  readonly fileSizeBytes: number;
  readonly importedAt: Instant;
  readonly importedBy: string;
  readonly newMachineCount: number;
  readonly inventorySha256: Sha256;
  readonly inventory: ImportedInventory;
}

/** What a checklist item is about. An engagement-wide item has the id `engagement`. */
export interface ItemScope {
  readonly kind: 'engagement' | 'vault' | 'site' | 'wave' | 'machine';
  readonly id: string;
}

export interface Evidence {
  readonly kind: 'note' | 'link' | 'file';
  /** The note, or what the link or file shows. */
  readonly text: string;
  readonly url?: string;
  readonly fileName?: string;
  readonly sha256?: Sha256;
  readonly mediaType?: string;
  readonly by: string;
  readonly at: Instant;
}

export interface ChecklistMark {
  readonly stepId: StepId;
  readonly scope: ItemScope;
  readonly state: 'open' | 'done' | 'not-applicable';
  readonly reason?: string;
  readonly by: string;
  readonly at: Instant;
  readonly evidence: readonly Evidence[];
}

/** The whole state, folded from the journal. Never edited in place, never stored. */
export interface Engagement {
  readonly id: string;
  readonly createdAt: Instant;
  readonly settings: EngagementSettings;
  /** What was answered about target, site, appliance and plan for the whole engagement. */
  readonly facts: EngagementFacts;
  readonly factsChangedAt: Instant | null;
  readonly imports: readonly ImportRecord[];
  readonly machines: ReadonlyMap<MachineId, Machine>;
  /** Machine that was merged -> machine that took it over. */
  readonly mergedInto: ReadonlyMap<MachineId, MachineId>;
  /** Pairs that a person said are two machines, as `pairKey` writes them. */
  readonly keptApart: ReadonlySet<string>;
  /** Groups that a person made or changed; all others are derived from application and dependencies. */
  readonly groupEdits: readonly { readonly groupId: GroupId; readonly title: string; readonly machineIds: readonly MachineId[] }[];
  /** What people decided about ties between machines. */
  readonly dependencyRules: DependencyRules;
  readonly waveLimits: WaveLimits;
  readonly plan: WavePlan | null;
  readonly marks: ReadonlyMap<string, ChecklistMark>;
  readonly azure: EngagementAzure;
  readonly overrides: ReadonlyMap<MachineId, MachineOverrides>;
  readonly tasks: ReadonlyMap<MachineId, MachineTasks>;
  readonly ruleSets: RuleSetHistory;
  readonly notes: readonly { readonly text: string; readonly about: string | null; readonly by: string; readonly at: Instant }[];
  readonly reports: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly preset: string;
    readonly files: readonly { readonly name: string; readonly format: string; readonly sha256: Sha256; readonly sizeBytes: number }[];
  }[];
}

/** Key of a mark: one step about one thing. */
export function markKey(stepId: StepId, scope: ItemScope): string {
  return `${stepId}|${scope.kind}|${scope.id}`;
}
