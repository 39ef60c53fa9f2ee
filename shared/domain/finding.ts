import type { Instant, RuleId } from './ids.ts';

/** A named person takes the responsibility for one blocker of one machine, for the values that were seen then. */
export interface FindingOverride {
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  /** Canonical JSON of the values seen. Other values are not covered. */
  readonly seen: string;
  /** Version of the rules that raised it; absent where the entry is older than the question. */
  readonly ruleSetVersion?: string;
}

/** Overrides of one machine, by rule. */
export type MachineOverrides = ReadonlyMap<RuleId, FindingOverride>;

/** What a rule set said about the engagement at one moment: numbers only, small enough to keep in the journal. */
export interface RuleSetRecord {
  readonly version: string;
  readonly date: string;
  readonly at: Instant;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly byRule: readonly { readonly ruleId: RuleId; readonly raised: number; readonly unknown: number }[];
}

/**
 * Records around the last change of the rule set: the last one before it, the first one after it, and the newest. Between
 * the first two no data change, so their difference is what the new rules change.
 */
export interface RuleSetHistory {
  readonly before: RuleSetRecord | null;
  readonly after: RuleSetRecord | null;
  readonly newest: RuleSetRecord | null;
}

export const NO_RULE_SET_HISTORY: RuleSetHistory = { before: null, after: null, newest: null };
