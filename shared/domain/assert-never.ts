/** Ends a switch over a union: a member that was forgotten is a compile error here, and a bug at run time. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
