/**
 * Why fewer waves are impossible, in a form that the checker can verify without trusting the solver.
 * `none` claims only the trivial bound (one wave when there is at least one group).
 */
export type BoundCertificate =
  | { readonly kind: 'none' }
  /** The demand of all groups in one resource against the largest windows. */
  | { readonly kind: 'volume'; readonly resourceId: string }
  /** Groups of which no two can share a window (each pair conflicts or overflows or is strictly ordered). */
  | { readonly kind: 'pairwise-exclusive'; readonly groupIds: readonly string[] }
  /** A chain of strictly ordered groups. */
  | { readonly kind: 'chain'; readonly groupIds: readonly string[] }
  /** Further kinds (dual feasible functions, matching, search log) are added beside their checkers. */
  | { readonly kind: 'exhaustive-search'; readonly states: number };
