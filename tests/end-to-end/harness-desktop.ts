import { createRequire } from 'node:module';
import path from 'node:path';

import type { MainOptions, RunningMain } from '../host/run-main.ts';
import type { RunningHost, StartHost, StartOptions } from './harness.ts';
import { watchPage } from './watch-page.ts';

type RunMain = (options: MainOptions) => Promise<RunningMain | null>;

// Loaded by Node itself, past the test runner: the built app and the stand-in must be the very files on disk.
const { runMain } = createRequire(import.meta.url)('../host/run-main.ts') as {
  readonly runMain: RunMain;
};

export interface RunningDesktop extends RunningHost {
  readonly control: RunningMain['control'];
}

const PROJECT = path.join(import.meta.dirname, '../..');

/** The desktop app over the stand-in for Electron. `rootFolder` is the project, or what was taken out of a packed app. */
export async function startDesktop(options: StartOptions, rootFolder = PROJECT): Promise<RunningDesktop> {
  const running = await runMain({ ...options, rootFolder, onPage: (page) => watchPage(page, options.faults) });
  if (running === null) throw new Error('The app ended without a window.');
  const { page, control } = running;
  return {
    page,
    control,
    async close() {
      control.app.quit();
      await control.run.ended.promise;
      options.blocked.push(...control.run.outsideRequests.map((request) => request.url));
    },
  };
}

export const desktopHost: StartHost = (options) => startDesktop(options);
