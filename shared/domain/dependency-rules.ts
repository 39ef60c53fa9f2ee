import { DEFAULT_SHARED_SERVICES, type SharedService } from './shared-services.data.ts';

/** What people decided about ties between machines. */
export interface DependencyRules {
  readonly sharedServices: readonly SharedService[];
  /** Machines taken as shared services whatever their ports, and machines that are none though they look like it. */
  readonly sharedMachineIds: readonly string[];
  readonly ownMachineIds: readonly string[];
  /** Ties that are known and accepted to be cut. */
  readonly cuts: readonly { readonly a: string; readonly b: string; readonly reason: string }[];
  readonly together: readonly { readonly a: string; readonly b: string; readonly reason: string }[];
  /** A group above this size gets its cheapest cuts shown. */
  readonly largestGroup: number;
  /** A call of a database or queue welds caller and called, also when nothing calls back. */
  readonly weldsLatencySensitive: boolean;
}

export const DEFAULT_DEPENDENCY_RULES: DependencyRules = {
  sharedServices: DEFAULT_SHARED_SERVICES,
  sharedMachineIds: [],
  ownMachineIds: [],
  cuts: [],
  together: [],
  largestGroup: 25,
  weldsLatencySensitive: true,
};
