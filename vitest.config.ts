import path from 'node:path';

import { defineConfig } from 'vitest/config';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error('Tests need the Node 24 that comes with `npm ci`; run them through `npm test`, which puts it first on PATH.');
}

const standIn = path.join(import.meta.dirname, 'tests/host/electron-stand-in.ts');
const electronIsTheStandIn = { alias: { electron: standIn } };

/** Fast projects first, then the browser, then what needs the packed app or a display, one file at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: electronIsTheStandIn,
        test: {
          name: 'unit',
          include: ['tests/{shared,electron,renderer,repository}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.slow.test.ts'],
          testTimeout: 60_000,
        },
      },
      // What takes many seconds by its nature: killing processes, flipping bytes, thousands of malformed calls.
      { test: { name: 'slow', include: ['tests/**/*.slow.test.ts'], testTimeout: 240_000 } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 } },
      { test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], testTimeout: 120_000 } },
      // Runs only where there is an Electron runtime and a display; says so where there is none.
      { test: { name: 'electron', include: ['tests/electron-runtime/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
      { test: { name: 'pack', include: ['tests/pack/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
      {
        test: {
          name: 'end-to-end',
          include: ['tests/end-to-end/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Most of a journey is waiting; two at a time keep two cores busy.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // A busy machine is slow, not wrong.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
