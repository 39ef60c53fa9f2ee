import type { BoundCertificate } from '../domain/bound-certificate.ts';
/**
 * The planner's problem and answer. Pure data, whole numbers only, so that plan, bound and checker agree to the last unit.
 * The solver and `check-plan` share these types and nothing else.
 */

export interface PlanResource {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /**
   * `per-window`: the sum of one window's groups must fit its capacity.
   * `stock`: the sum of everything moved up to and including a window must fit that window's level (quota, data over the line).
   */
  readonly kind: 'per-window' | 'stock';
}

export interface PlanWindow {
  readonly id: string;
  readonly title: string;
  readonly startsAt?: string;
  readonly isFrozen: boolean;
  /** Something must move in it, as in a pilot. Says nothing while the window is frozen. */
  readonly isRequired?: boolean;
  /** Capacity (or level, for a stock) per resource, in the order of `PlanInput.resources`; `null` = no limit. */
  readonly capacities: readonly (number | null)[];
}

export interface PlanGroup {
  readonly id: string;
  readonly title: string;
  /** Demand per resource, in the order of `PlanInput.resources`. Whole numbers, never negative. */
  readonly demands: readonly number[];
  readonly pinnedWindowId?: string;
  readonly earliestWindowId?: string;
  readonly latestWindowId?: string;
  /** Windows in which this group may not move though others may. */
  readonly forbiddenWindowIds?: readonly string[];
}

export interface PlanPrecedence {
  readonly before: string;
  readonly after: string;
  /** `strict`: an earlier window. `weak`: not later, the same window is allowed. */
  readonly kind: 'strict' | 'weak';
}

export interface PlanInput {
  readonly resources: readonly PlanResource[];
  readonly windows: readonly PlanWindow[];
  readonly groups: readonly PlanGroup[];
  readonly precedences: readonly PlanPrecedence[];
  readonly conflicts: readonly (readonly [string, string])[];
  readonly together: readonly (readonly [string, string])[];
  /** `fewest-waves`: windows used. `earliest-finish`: place of the last window used. */
  readonly objective: 'fewest-waves' | 'earliest-finish';
  /** Group -> window of the plan in force; ties are broken towards it. */
  readonly baseline?: Readonly<Record<string, string>>;
}

export type { BoundCertificate } from '../domain/bound-certificate.ts';

export interface PlanBound {
  readonly value: number;
  readonly certificate: BoundCertificate;
  /** One sentence a consultant can say aloud. */
  readonly reason: string;
}

export interface Contradiction {
  /** The smallest set of rules found that cannot hold together: without any one of them they could. */
  readonly rules: readonly {
    readonly id: string;
    readonly text: string;
    /** Words for giving the rule up, and how many waves the plan then has; `null` when other rules stand in the way too. */
    readonly relaxation?: {
      readonly text: string;
      readonly waves: number | null;
      /** The plan that giving it up allows. */
      readonly assignment?: Readonly<Record<string, string>>;
    };
  }[];
  /** What the groups concerned need, where that is part of the contradiction. */
  readonly groups?: readonly string[];
}

/**
 * How evenly a plan loads its waves, the pilot and waves that are done or locked left aside. Relative loads: 1 is a full
 * window. `balance/wave-loads.ts` says exactly what counts.
 */
export interface Balance {
  /** The largest relative load of a wave in a resource, and where that is. */
  readonly largest: number;
  readonly windowId: string;
  readonly resourceId: string;
  /** What the largest load would be if groups could be parted at will; no plan with these waves is below it. */
  readonly even: number;
  /** Sum of the squares of all relative loads, weighed by the sizes of the windows. */
  readonly spread: number;
}

export type PlanResult =
  | {
      readonly status: 'planned';
      readonly assignment: Readonly<Record<string, string>>;
      /** Value of the objective. */
      readonly value: number;
      readonly bound: PlanBound;
      /** The best bound that needs no search, for those who cannot wait until one is repeated. */
      readonly boundWithoutSearch: PlanBound;
      readonly isProvenOptimal: boolean;
      /** `null` where nothing counts for it: no limits, or no wave that could be changed. */
      readonly balance: Balance | null;
    }
  | { readonly status: 'contradiction'; readonly contradiction: Contradiction }
  /** Time ran out before a plan was found or a contradiction proven. */
  | { readonly status: 'undecided'; readonly bound: PlanBound };

export interface PlanProgress {
  readonly elapsedMs: number;
  readonly upper: number | null;
  readonly lower: number;
  readonly by: string;
  /** The plan of `upper` waves, told once. */
  readonly assignment?: Readonly<Record<string, string>>;
}

export interface SolveOptions {
  /** Wall clock handed in by the worker; `shared` knows no clock. */
  readonly nowMs: () => number;
  readonly timeLimitMs: number;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly seed?: number;
  /** Count work instead of time: the same input gives the same plan on every machine. `timeLimitMs` is an amount of work then. */
  readonly isRepeatable?: boolean;
  /** Spread the load once the first objective is reached. Default: yes. */
  readonly isBalanced?: boolean;
}

/** One broken rule, in words, with what it concerns. */
export interface PlanViolation {
  readonly rule:
    | 'capacity'
    | 'precedence'
    | 'conflict'
    | 'together'
    | 'pin'
    | 'date'
    | 'freeze'
    | 'pilot'
    | 'missing'
    | 'unknown-id'
    | 'bound'
    | 'input';
  readonly text: string;
  readonly groupIds: readonly string[];
  readonly windowId?: string;
  readonly resourceId?: string;
}

/** The checker's verdict; `value` is recomputed, never taken from the plan. */
export interface PlanVerdict {
  readonly isValid: boolean;
  readonly value: number;
  readonly violations: readonly PlanViolation[];
  readonly isBoundConfirmed: boolean;
}
