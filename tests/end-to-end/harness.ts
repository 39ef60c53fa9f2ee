import type { Page } from 'playwright-core';

import { checkAccessibility } from './check-accessibility.ts';
import { desktopHost } from './harness-desktop.ts';
import { loopbackHost } from './harness-loopback.ts';
import { makeFolders } from './temporary-folders.ts';
import type { PageFaults } from './watch-page.ts';

export const HOSTS = ['desktop', 'loopback'] as const;
export type HostName = (typeof HOSTS)[number];

/** How a host starts the app once; the folders stay the same when it is started again. */
export type StartHost = (start: StartOptions) => Promise<RunningHost>;

export interface StartOptions {
  readonly userDataFolder: string;
  readonly documentsFolder: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly faults: PageFaults;
  /** Addresses that the page asked for and that are not the app's. */
  readonly blocked: string[];
  readonly args: readonly string[];
}

export interface RunningHost {
  readonly page: Page;
  /** Ends the app as a person would, and waits until it is gone. */
  readonly close: () => Promise<void>;
}

export interface RunningApp extends PageFaults {
  /** The window's page; another one after `restart`. */
  readonly page: Page;
  readonly documentsFolder: string;
  readonly blockedRequests: readonly string[];
  /** Ends the app and starts it again on the same files. */
  readonly restart: () => Promise<void>;
  /** Ends the app and removes its files. */
  readonly close: () => Promise<void>;
  readonly axe: (selector?: string) => Promise<readonly string[]>;
  /** Only what depends on the colours: for further looks of a page that was checked in one. */
  readonly axeColours: () => Promise<readonly string[]>;
}

interface Options {
  readonly viewport?: StartOptions['viewport'];
  readonly args?: readonly string[];
}

const HOST_STARTS: Readonly<Record<HostName, StartHost>> = { desktop: desktopHost, loopback: loopbackHost };

/** The built app on fresh folders, without a network, in real Chromium: as desktop app over the stand-in, or over loopback. */
export async function startApp(host: HostName, options: Options = {}): Promise<RunningApp> {
  const { remove, ...folders } = await makeFolders();
  const cspViolations: string[] = [];
  const consoleErrors: string[] = [];
  const blockedRequests: string[] = [];
  const start = (): Promise<RunningHost> =>
    HOST_STARTS[host]({
      ...folders,
      viewport: options.viewport ?? { width: 1280, height: 720 },
      faults: { cspViolations, consoleErrors },
      blocked: blockedRequests,
      args: options.args ?? [],
    });
  let running = await start();
  const check = async (scope: Parameters<typeof checkAccessibility>[1]): Promise<readonly string[]> => {
    const before = consoleErrors.length;
    const found = await checkAccessibility(running.page, scope);
    const during = consoleErrors.splice(before);
    consoleErrors.push(...during.filter((line) => !line.startsWith(AXE_IN_A_SANDBOX)));
    return found;
  };
  return {
    get page() {
      return running.page;
    },
    documentsFolder: folders.documentsFolder,
    cspViolations,
    consoleErrors,
    blockedRequests,
    async restart() {
      await running.close();
      running = await start();
    },
    async close() {
      await running.close();
      await remove();
    },
    axe: (selector) => check(selector === undefined ? {} : { selector }),
    axeColours: () => check({ only: 'colours' }),
  };
}

/** Axe puts itself into every frame; the preview of a report lets no script run, and the browser says so. */
const AXE_IN_A_SANDBOX = "Blocked script execution in 'about:srcdoc'";
