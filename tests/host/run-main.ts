import './register.ts';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'playwright-core';

import type { Control } from './stand-in/control.ts';
import type { RunOptions } from './stand-in/run-state.ts';

export interface MainOptions extends RunOptions {
  /** Folder that holds `out`, `resources` and package.json: the project, or what was taken out of a packed app. */
  readonly rootFolder: string;
  readonly userDataFolder: string;
  readonly documentsFolder: string;
  /** Arguments after the program's name, e.g. an engagement file that was double-clicked. */
  readonly args?: readonly string[];
}

export interface RunningMain {
  readonly page: Page;
  readonly control: Control;
}

let lastRun = 0;

/**
 * Runs the built main process, unchanged, in this process, and waits until its window is loaded. `null` = it ended without a
 * window, because another run has the same user data folder.
 */
export async function runMain({
  rootFolder,
  userDataFolder,
  documentsFolder,
  args = [],
  ...options
}: MainOptions): Promise<RunningMain | null> {
  lastRun += 1;
  const query = `?run=${lastRun}`;
  const address = (file: string): string => `${pathToFileURL(file).href}${query}`;
  const { control } = (await import(address(path.join(import.meta.dirname, 'stand-in/control.ts')))) as { readonly control: Control };
  control.setOptions(options);
  const loaded = new Promise<Page>((resolve) => void control.run.signals.once('loaded', resolve));
  const forget = rememberListeners();
  void control.run.ended.promise.then(forget);
  await withSurroundings({ LANDFALL_USER_DATA: userDataFolder, LANDFALL_DOCUMENTS: documentsFolder }, args, async () => {
    await import(address(path.join(rootFolder, 'out/main/main.js')));
  });
  const page = await Promise.race([loaded, control.run.ended.promise.then(() => null)]);
  if (control.run.errorBoxes.length > 0) throw new Error(control.run.errorBoxes.join('\n'));
  return page === null ? null : { page, control };
}

/** Main reads its arguments and where its folders are while it is loaded. */
async function withSurroundings(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { argv } = process;
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  process.argv = ['landfall', ...args];
  try {
    await load();
  } finally {
    process.argv = argv;
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Main listens for its own bugs on `process`; after it ended, bugs of the test must not end up there. */
function rememberListeners(): () => void {
  const names = ['uncaughtException', 'unhandledRejection'] as const;
  const before = new Set(names.flatMap((name) => process.listeners(name as 'exit')));
  return () => {
    for (const name of names)
      for (const listener of process.listeners(name as 'exit')) if (!before.has(listener)) process.off(name, listener);
  };
}
