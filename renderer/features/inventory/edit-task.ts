/** What a person is doing with some machines in the details panel. */
export type EditTask =
  | { readonly kind: 'values'; readonly machineIds: readonly string[] }
  | { readonly kind: 'scenario'; readonly machineIds: readonly string[] }
  | { readonly kind: 'scope'; readonly machineIds: readonly string[]; readonly isInScope: boolean }
  /** Several that are one machine in truth. */
  | { readonly kind: 'merge'; readonly machineIds: readonly string[]; readonly isFromDuplicates: boolean }
  /** Goes through the pairs that may be one machine. */
  | { readonly kind: 'duplicates'; readonly machineIds: readonly [] };
