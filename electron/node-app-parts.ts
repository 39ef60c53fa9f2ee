import { readFileSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import path from 'node:path';

import { appFolders } from './app-folders.ts';
import type { AppParts } from './app-parts.ts';
import type { HostKind } from './host/handlers.ts';
import { createFileLog } from './log.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { createNodeFork } from './workers/fork-node-worker.ts';

/** What the entries without Electron hand to `assemble`. `rootFolder` holds package.json, resources and out. */
export function nodeAppParts(hostKind: HostKind, rootFolder: string): AppParts {
  const folders = appFolders({ platform: process.platform, homeFolder: homedir(), environment: process.env });
  const log = createFileLog(folders.userDataFolder, () => new Date());
  const onComplaint = (text: string): void => log.warn('a worker complained', { text });
  return {
    ...folders,
    hostKind,
    appVersion: versionIn(rootFolder),
    resourcesFolder: path.join(rootFolder, 'resources'),
    machineName: hostname(),
    personName: personName(),
    fork: createNodeFork(path.join(rootFolder, 'out/main/worker.js'), { onComplaint }),
    dialogs: null,
    log,
    azure: {
      fetch: (address, init) => fetch(address, init),
      // Node has no encryption of the system: sign-ins live in memory, and the screen says so.
      secretBox: null,
      openBrowser: (address) => {
        if (hasDisplay(process.platform, process.env)) openBrowser(process.platform, address);
        return Promise.resolve();
      },
    },
  };
}

function versionIn(rootFolder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(rootFolder, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** The name under which entries are written until the person says another. Some containers know no user. */
function personName(): string {
  try {
    return userInfo().username || 'Somebody';
  } catch {
    return 'Somebody';
  }
}
