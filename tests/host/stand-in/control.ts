import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { invoke, type Sender } from './ipc-main.ts';
import { clickMenu, findMenuItem } from './menu.ts';
import { run, type DialogKind, type RunOptions } from './run-state.ts';
import { askPermission, beforeRequest } from './session.ts';

/** What a test may see and do of one run besides its page. */
export const control = {
  run,
  app,
  clickMenu,
  findMenuItem,
  askPermission,
  /** Whether main would stop this request of the page or, with `false`, of itself. */
  wouldCancelRequest: beforeRequest,
  setOptions: (options: RunOptions) => void (run.options = options),
  /** Prepares what the person will answer to the next dialog of that kind. */
  prepareAnswer: (kind: DialogKind, answer: unknown) => void run.answers.push({ kind, answer }),
  window(): BrowserWindow {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('The app has no window.');
    return window;
  },
  /** Calls as some other frame would. */
  invokeAs: (sender: Sender['senderFrame'], channel: string, ...args: readonly unknown[]) =>
    invoke({ sender: control.window().webContents, senderFrame: sender }, channel, args),
};
export type Control = typeof control;
