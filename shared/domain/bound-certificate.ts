/**
 * Why fewer waves are impossible, in a form that the checker can verify without trusting the solver. Groups that must move
 * together count as one; any of their ids stands for all of them.
 * `none` claims only the trivial bound (one wave when there is at least one group).
 */
export type BoundCertificate =
  | { readonly kind: 'none' }
  /**
   * The demand of all groups in one resource against the largest windows (against the first windows, for the earliest
   * finish). With `fromWindowId`: the demand of those that cannot stand before that window, against the windows from it on.
   */
  | { readonly kind: 'volume'; readonly resourceId: string; readonly fromWindowId?: string | undefined }
  /** Groups of which no two can share a window (each pair conflicts or overflows or is strictly ordered). */
  | { readonly kind: 'pairwise-exclusive'; readonly groupIds: readonly string[] }
  /** A chain of strictly ordered groups. */
  | { readonly kind: 'chain'; readonly groupIds: readonly string[] }
  /** For the earliest finish: a group that cannot stand before some window, by its dates and by what must come first. */
  | { readonly kind: 'dates'; readonly groupId: string }
  /** Whole weights of the groups (not named = 0) under which no wave can weigh more than `most`. */
  | { readonly kind: 'weights'; readonly weights: readonly GroupWeight[]; readonly most: number }
  /**
   * Groups that each take over a third of a window in one resource, so that at most two share one; the barrier shows how few
   * pairs can be made (Tutte and Berge): without it, too many odd components are left.
   */
  | { readonly kind: 'pairs'; readonly groupIds: readonly string[]; readonly barrier: readonly string[] }
  /** One wave less leaves some run of waves overfull, by how early and how late the groups can stand. */
  | LimitsCertificate
  /** Every smaller plan was searched. The checker has to search by itself to confirm it; what was known before shortens that. */
  | { readonly kind: 'exhaustive-search'; readonly states: number; readonly known?: KnownLimits | undefined };

export type GroupWeight = readonly [groupId: string, weight: number];

export interface KnownLimits {
  /** Limits of groups beyond what sums over their leaders and followers tell, in the order in which they follow. */
  readonly raised: readonly RaisedGroupLimit[];
  /** Weights that raised limits refer to. */
  readonly weighing?: { readonly weights: readonly GroupWeight[]; readonly most: number } | undefined;
}

export interface LimitsCertificate extends KnownLimits {
  readonly kind: 'limits';
  readonly end:
    | { readonly kind: 'no-wave'; readonly groupId: string }
    | { readonly kind: 'overfull'; readonly from: number; readonly to: number }
    | { readonly kind: 'pairs'; readonly from: number; readonly to: number; readonly barrier: readonly string[] };
}

/** `first`: the group stands in this wave at the earliest; `last`: so many waves are needed from its own on. */
export interface RaisedGroupLimit {
  readonly groupId: string;
  readonly side: 'first' | 'last';
  readonly waves: number;
  readonly because: { readonly kind: 'pairs'; readonly barrier: readonly string[] } | { readonly kind: 'weights' };
}
