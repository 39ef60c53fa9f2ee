import type { EngagementFacts } from '../domain/engagement-facts.ts';
import type { FindingOverride } from '../domain/finding.ts';
import type { MachineId, RuleId, ScenarioId } from '../domain/ids.ts';
import type { MachineFacts } from '../domain/machine.ts';

/** `refused`: the service itself refuses (B! in the facts). A plain blocker may be overridden by a named person. */
export type Severity = 'refused' | 'blocker' | 'warning' | 'info';

export interface RuleSource {
  /** Short code of the article, e.g. VM-SM. */
  readonly code: string;
  readonly title: string;
  /** Date of the article, ISO. */
  readonly date: string;
  readonly url: string;
}

/** What a rule may look at besides the machine's own facts. */
export interface RuleContext {
  readonly scenario: ScenarioId;
  readonly targetRegion: string | null;
  readonly vaultRegion: string | null;
  readonly siteLinkMbps: number | null;
  readonly isRouteDecided: boolean;
  /** BIOS ids in use by more than one machine of the engagement, lower case. */
  readonly duplicateBiosIds: ReadonlySet<string>;
  /** Target names that more than one machine wants, lower case. */
  readonly duplicateTargetNames: ReadonlySet<string>;
  /** What was stated about target, site, appliance and plan; an absent field is unknown. */
  readonly shared: EngagementFacts;
  /** Sums over the machines in scope. */
  readonly totals: EngagementTotals;
  /** Fields that blocker rules lacked for this machine; filled in by the engine before the last rule is asked. */
  readonly requiredFieldsMissing: readonly string[];
}

export interface EngagementTotals {
  readonly machineCount: number;
  readonly diskCount: number;
  readonly cpuCount: number;
  /** Sum of the known peak change rates, MB/s. */
  readonly peakChurnMBps: number;
  readonly machinesWithoutChurn: number;
}

/** `null`: the rule has nothing to say. `unknown`: its field is missing, so nothing may be called ready. */
export type RuleOutcome =
  | null
  | { readonly outcome: 'raised'; readonly seen: Readonly<Record<string, unknown>>; readonly severity?: Severity; readonly detail?: string }
  | { readonly outcome: 'unknown'; readonly missing: readonly string[] };

export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly scenarios: readonly ScenarioId[];
  readonly fields: readonly string[];
  readonly why: string;
  readonly remedy: string;
  readonly source: RuleSource;
  /** Further articles that say the same, or say otherwise. */
  readonly otherSources: readonly RuleSource[];
  readonly check: (facts: MachineFacts, context: RuleContext) => RuleOutcome;
}

export interface Finding {
  readonly ruleId: RuleId;
  readonly severity: Severity;
  readonly outcome: 'raised' | 'unknown';
  readonly seen: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly detail: string | null;
  /** Set where a person overrides the blocker; `isStale` when the values have changed since, so that it counts again. */
  readonly override?: FindingOverride & { readonly isStale: boolean };
}

export interface RuleSet {
  readonly version: string;
  readonly date: string;
  readonly rules: readonly Rule[];
}

/** `undecided`: no blocker is raised, but at least one blocker rule lacks its data. Never green. */
export type Verdict = 'ready' | 'ready-with-warnings' | 'blocked' | 'undecided';

export interface MachineAssessment {
  readonly machineId: MachineId;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}
