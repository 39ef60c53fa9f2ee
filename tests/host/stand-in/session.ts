import { EventEmitter } from 'node:events';

import type { Download } from 'playwright-core';

import { toAppAddress } from './addresses.ts';
import { isLetThrough } from './app.ts';
import { onlyProvided } from './not-provided.ts';
import { run } from './run-state.ts';

type RequestHandler = (contents: null, permission: string, answer: (isGiven: boolean) => void, details: object) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (
  details: { readonly url: string; readonly webContentsId?: number },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;

let requestHandler: RequestHandler | null = null;
let checkHandler: CheckHandler | null = null;
let beforeRequestListener: BeforeRequest | null = null;

const defaultSession = onlyProvided(
  'session.defaultSession',
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: RequestHandler) => void (requestHandler = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => void (checkHandler = handler),
    webRequest: onlyProvided('webRequest', {
      onBeforeRequest: (_filter: object, listener: BeforeRequest) => void (beforeRequestListener = listener),
    }),
  }),
);

export const session = onlyProvided('session', { defaultSession });

/** What main answers when a page asks for a permission. Without a handler Electron gives everything. */
export function askPermission(permission: string): { readonly onRequest: boolean; readonly onCheck: boolean } {
  let onRequest = requestHandler === null;
  requestHandler?.(null, permission, (isGiven) => (onRequest = isGiven), {});
  return { onRequest, onCheck: checkHandler?.(null, permission, 'app://landfall', {}) ?? true };
}

/** Whether main stops a request; `ofPage` says that a page made it and not main itself. */
export function beforeRequest(url: string, ofPage = true): boolean {
  let isCancelled = false;
  beforeRequestListener?.({ url, ...(ofPage ? { webContentsId: 1 } : {}) }, ({ cancel }) => (isCancelled = cancel === true));
  return isCancelled;
}

/** A download that main does not stop goes on in Chromium, where the test waits for it. */
export async function beginDownload(download: Download): Promise<void> {
  const url = toAppAddress(download.url());
  if (isLetThrough(defaultSession, 'will-download', { getURL: () => url, getFilename: () => download.suggestedFilename() })) return;
  run.refusedDownloads.push(url);
  await download.cancel();
}
