import { EventEmitter } from 'node:events';

import type { BrowserContext, Page } from 'playwright-core';

/** How a test wants the app to be run. */
export interface RunOptions {
  /** Called for every page before anything is loaded into it. */
  readonly onPage?: (page: Page) => Promise<void> | void;
  /** Size of the window's content in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';

/** What one run of the app did that is not to be seen in the page, and what the person will answer. Fresh for every run. */
export const run = {
  options: {} as RunOptions,
  context: null as BrowserContext | null,
  /** Resolves with the exit code. */
  ended: Promise.withResolvers<number>(),
  isSandboxEnabled: false,
  opened: [] as string[],
  dialogs: [] as { readonly kind: DialogKind; readonly options: unknown }[],
  answers: [] as { readonly kind: DialogKind; readonly answer: unknown }[],
  errorBoxes: [] as string[],
  notifications: [] as { readonly title: string; readonly body: string; readonly click: () => void }[],
  recentDocuments: [] as string[],
  crashReports: null as { readonly uploadToServer?: boolean } | null,
  powerBlockers: new Set<number>(),
  schemes: new Map<string, { readonly standard?: boolean; readonly secure?: boolean }>(),
  schemeHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  /** Requests that did not go to the app, and whether main itself stopped them. None ever reaches a network. */
  outsideRequests: [] as { readonly url: string; readonly wasCancelled: boolean }[],
  refusedDownloads: [] as string[],
  progress: [] as number[],
  /** Tells when a page has been loaded. */
  signals: new EventEmitter(),
};
