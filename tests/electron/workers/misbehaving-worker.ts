/** Run as a worker: does what the subject of the task asks, none of it good. */
process.on('message', (message) => {
  const { input } = message as { readonly input: { readonly behaviour: string } };
  switch (input.behaviour) {
    case 'loops': {
      process.send?.({ kind: 'progress', progress: { elapsedMs: 0, upper: null, lower: 1, by: 'looping' } });
      // oxlint-disable-next-line no-constant-condition, no-empty
      for (;;) {}
    }
    case 'dies':
      process.exit(3);
    // falls through is not possible: the process is gone.
    case 'eats': {
      const kept: unknown[] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
    }
    default:
      throw new Error('no such behaviour');
  }
});
