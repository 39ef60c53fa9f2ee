// Tests only: starts the loopback host of the build under test.
// oxlint-disable-next-line security/detect-child-process
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { sharedBrowser } from '../host/shared-browser.ts';
import type { StartHost } from './harness.ts';
import { blockNetwork, watchPage } from './watch-page.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const START_TIME_LIMIT_MS = 20_000;

/** The loopback host in a process of its own, its address opened in a browser that reaches nothing else. */
export const loopbackHost: StartHost = async ({ userDataFolder, documentsFolder, viewport, faults, blocked }) => {
  const child = spawn(process.execPath, [path.join(PROJECT, 'out/main/main-loopback.js'), '--no-open'], {
    cwd: PROJECT,
    env: { ...process.env, LANDFALL_USER_DATA: userDataFolder, LANDFALL_DOCUMENTS: documentsFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressFrom(child);
  const context = await (await sharedBrowser()).newContext({ viewport, serviceWorkers: 'block', locale: 'en-GB' });
  await blockNetwork(context, `${new URL(address).origin}/`, blocked);
  const page = await context.newPage();
  await watchPage(page, faults);
  await page.goto(address, { waitUntil: 'load' });
  return {
    page,
    async close() {
      await context.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** The one-time address that the host prints. */
async function addressFrom(child: ChildProcess): Promise<string> {
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?ticket=\S+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    child.stderr?.on('data', (piece: Buffer) => (printed += piece.toString()));
    child.once('exit', () => reject(new Error(`The loopback host ended: ${printed}`)));
    setTimeout(() => reject(new Error(`The loopback host gave no address in time: ${printed}`)), START_TIME_LIMIT_MS).unref();
  });
  return await address;
}
