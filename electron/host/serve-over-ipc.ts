import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts';
import { failed, type Reply } from '../../shared/contract/failure.ts';
import type { Log } from '../app-parts.ts';
import type { Dispatch, EventHub } from './handlers.ts';

/** What this host needs of Electron's `WebContents`. */
export interface Page {
  readonly id: number;
  readonly getURL: () => string;
  readonly isDestroyed: () => boolean;
  readonly send: (channel: string, message: unknown) => void;
  once(event: 'destroyed', listener: () => void): unknown;
  once(event: 'render-process-gone', listener: () => void): unknown;
}

/** What this host needs of Electron's `IpcMainInvokeEvent`. */
export interface CallEvent {
  readonly sender: Page;
  readonly senderFrame: { readonly origin: string; readonly parent: object | null } | null;
}

interface Options {
  readonly ipcMain: {
    readonly handle: (channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>) => void;
    readonly removeHandler: (channel: string) => void;
  };
  readonly dispatch: Dispatch;
  readonly hub: EventHub;
  /** The only origin that is answered, e.g. `app://landfall`. */
  readonly origin: string;
  /** Pages that hear events, if they show our origin. */
  readonly pages: () => readonly Page[];
  readonly log: Log;
}

/**
 * The contract over Electron's IPC: one channel for calls, one for events. Returns what ends both.
 * SECURITY: a call counts only when it comes from the top frame of a page of our own origin; everything else is for `dispatch` to check.
 */
export function serveOverIpc({ ipcMain, dispatch, hub, origin, pages, log }: Options): () => void {
  const signalOf = createCallerSignals();

  async function answer(event: CallEvent, method: unknown, input: unknown): Promise<Reply<unknown>> {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || frame.origin !== origin) {
      log.warn('a call from a foreign frame was refused', { origin: frame?.origin ?? 'a frame that is gone' });
      return failed('forbidden', 'Only the window of Landfall itself may call.');
    }
    return await dispatch(method, input, signalOf(event.sender));
  }

  ipcMain.handle(CALL_CHANNEL, (event, method, input) => answer(event, method, input));
  const endEvents = hub.subscribe((event) => {
    for (const page of pages()) {
      // SECURITY: events hold customer data; a page that shows anything else hears nothing.
      if (!page.isDestroyed() && page.getURL().startsWith(`${origin}/`)) page.send(EVENT_CHANNEL, event);
    }
  });
  return () => {
    ipcMain.removeHandler(CALL_CHANNEL);
    endEvents();
  };
}

/** One signal per page, aborted when the page is gone; a page that was loaded again after a crash gets a new one. */
function createCallerSignals(): (page: Page) => AbortSignal {
  const controllers = new WeakMap<Page, AbortController>();
  return (page) => {
    const known = controllers.get(page);
    if (known !== undefined && !known.signal.aborted) return known.signal;
    const controller = new AbortController();
    controllers.set(page, controller);
    page.once('destroyed', () => controller.abort());
    page.once('render-process-gone', () => controller.abort());
    return controller.signal;
  };
}
