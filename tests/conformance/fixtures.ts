import { existsSync } from 'node:fs';
import path from 'node:path';

/** Public sample data beside the checkout; not part of the repository. */
export const fixturesFolder = path.resolve(import.meta.dirname, '../../../shared/fixtures');
export const hasFixtures = existsSync(path.join(fixturesFolder, 'inventories'));

if (!hasFixtures) {
  // Said once per file, so that a run without the data cannot pass for one with it.
  process.stderr.write(`Conformance tests are skipped: the public sample data (${path.join('..', 'shared', 'fixtures')}) is not here.\n`);
}

export function fixture(...parts: readonly string[]): string {
  return path.join(fixturesFolder, ...parts);
}
