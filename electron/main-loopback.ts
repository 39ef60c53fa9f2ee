import path from 'node:path';

import { assemble } from './assemble.ts';
import { serveOverLoopback } from './host/serve-over-loopback.ts';
import { nodeAppParts } from './node-app-parts.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { useSystemTrust } from './use-system-trust.ts';

/** Entry without Electron: the same app in a browser of this computer. Runs until it is stopped. */
const rootFolder = path.join(import.meta.dirname, '../..');
const parts = nodeAppParts('loopback', rootFolder);
useSystemTrust((text) => parts.log.warn(text));
const app = assemble(parts);
const server = await serveOverLoopback({ dispatch: app.dispatch, hub: app.hub, rendererFolder: path.join(rootFolder, 'out/renderer') });
const mayOpen = !process.argv.includes('--no-open') && hasDisplay(process.platform, process.env);

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function offerAddress(): void {
  const address = server.newAddress();
  tell(`Landfall is served to this computer only. The address works once:\n\n  ${address}\n`);
  if (mayOpen) openBrowser(process.platform, address);
}

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  await app.close();
  process.exit(0);
}

process.on('uncaughtException', (error) => {
  parts.log.error('the loopback host stopped', { stack: error.stack });
  process.stderr.write(`Landfall made a mistake and stopped: ${error.message}\nWhat the journal says still holds; start it again.\n`);
  process.exit(1);
});
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
offerAddress();
if (process.stdin.isTTY) {
  tell('Press Enter for a new address, Ctrl+C to stop.');
  process.stdin.on('data', offerAddress);
}
