/** What a person is doing with some machines in the details panel. */
export type EditTask =
  | { readonly kind: 'values'; readonly machineIds: readonly string[] }
  | { readonly kind: 'scope'; readonly machineIds: readonly string[]; readonly isInScope: boolean };
