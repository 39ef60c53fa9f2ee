/** Runs work that could be interrupted at one go, for small amounts of it, and returns what it comes to. */
export function runToEnd<T>(work: Iterator<void, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
