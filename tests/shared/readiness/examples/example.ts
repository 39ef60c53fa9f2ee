import type { MachineFacts } from '../../../../shared/domain/machine.ts';
import type { RuleContext, Severity } from '../../../../shared/readiness/rule.ts';

type Facts = Partial<MachineFacts>;
type Context = Partial<RuleContext>;

/**
 * One example of each outcome of a rule. `…At` is what the engagement knows in that example; without it nothing is known.
 * A rule that can never pass, or never lack its data, says why instead.
 */
export interface RuleExamples {
  readonly fails: Facts;
  readonly failsAt?: Context;
  readonly seen: Readonly<Record<string, unknown>>;
  /** Where the outcome is less grave than the rule. */
  readonly severity?: Severity;
  readonly passes: Facts | { readonly never: string };
  readonly passesAt?: Context;
  readonly open: Facts | { readonly never: string };
  readonly openAt?: Context;
  readonly missing?: readonly string[];
}

export type Examples = Readonly<Record<string, RuleExamples>>;

export const LINUX: Facts = { osFamily: 'linux' };
export const WINDOWS: Facts = { osFamily: 'windows' };
