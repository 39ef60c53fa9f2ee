import { onlyProvided } from './not-provided.ts';

type Handler = (event: object, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = onlyProvided('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
});

export interface Sender {
  readonly sender: object;
  readonly senderFrame: { readonly url: string; readonly origin: string; readonly parent: object | null } | null;
}

/** What `ipcRenderer.invoke` comes to in main. The reply is copied as Electron copies it: functions and classes do not pass. */
export async function invoke(event: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler(event, ...args));
}
