/**
 * A pure function that keeps what it worked out last, and gives it again for the very same arguments. So a screen that is left and
 * opened again finds what it showed of ten thousand machines, which a hook forgets with the screen.
 */
export function rememberLast<Args extends readonly unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    const known = last;
    if (known !== null && known.args.length === args.length && args.every((arg, place) => Object.is(arg, known.args[place])))
      return known.result;
    const result = work(...args);
    last = { args, result };
    return result;
  };
}
