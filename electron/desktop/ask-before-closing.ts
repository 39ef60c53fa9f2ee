import type { RunningWork } from './running-work.ts';

/** What is needed of Electron's `BrowserWindow`. */
interface ClosableWindow {
  readonly on: (event: 'close', listener: (event: { readonly preventDefault: () => void }) => void) => unknown;
  readonly close: () => void;
}

/** Keeps the window open while something is running, until the person says that it may be stopped. `ask` gets what is running. */
export function askBeforeClosing(window: ClosableWindow, work: RunningWork, ask: (what: string) => Promise<boolean>): void {
  let mayClose = false;
  let isAsking = false;

  async function askAndClose(what: string): Promise<void> {
    isAsking = true;
    mayClose = await ask(what);
    isAsking = false;
    if (mayClose) window.close();
  }

  window.on('close', (event) => {
    const what = work.describe();
    if (mayClose || what === '') return;
    event.preventDefault();
    if (!isAsking) void askAndClose(what);
  });
}
