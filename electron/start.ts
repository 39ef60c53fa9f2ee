// SECURITY: the project's own build, started without a shell.
// oxlint-disable-next-line security/detect-child-process
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { hasDisplay } from './open-browser.ts';
import { isBuildFresh } from './start/build-state.ts';
import { findRuntime, runInElectron } from './start/electron-runtime.ts';

/**
 * Starts Landfall from a copy of the project: builds it where it is not built yet, then opens the desktop app, or where that
 * cannot be, the same app in a browser. `--browser` asks for the browser, `--no-open` opens none, `--command-line` runs a command.
 */
const rootFolder = path.join(import.meta.dirname, '..');
const args = process.argv.slice(2);

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function build(): void {
  if (isBuildFresh(rootFolder)) return;
  tell('Building Landfall; this takes some seconds and is not needed again until its source changes.');
  const vite = path.join(rootFolder, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: rootFolder,
    // Standard output belongs to the command that is to be run.
    stdio: ['ignore', 2, 2],
  });
  if (built.status === 0) return;
  tell('Landfall could not be built. Run `npm ci` and try again; the lines above say what went wrong.');
  process.exit(1);
}

async function run(entry: 'main-loopback' | 'main-command-line', entryArgs: readonly string[]): Promise<void> {
  const file = path.join(rootFolder, 'out/main', `${entry}.js`);
  process.argv.splice(1, Infinity, file, ...entryArgs);
  await import(pathToFileURL(file).href);
}

/** Why the desktop app cannot be shown, or `null` when it was. */
async function openDesktopApp(): Promise<string | null> {
  const runtime = findRuntime(rootFolder, process.env, () => tell('Fetching the Electron runtime; this happens once.'));
  if (runtime.kind === 'missing') return `The Electron runtime cannot be had (${runtime.reason})`;
  if (!hasDisplay(process.platform, process.env)) return 'This computer has no display for the desktop app';
  const hasStarted = await runInElectron(runtime.executable, rootFolder, args);
  return hasStarted ? null : 'The Electron runtime does not start on this computer';
}

build();
const [first, ...others] = args;
if (first === '--command-line') await run('main-command-line', others);
else {
  const reason = args.includes('--browser') ? null : await openDesktopApp();
  if (reason !== null) tell(`${reason}, so Landfall is served to a browser of this computer instead.`);
  if (reason !== null || args.includes('--browser')) await run('main-loopback', args);
}
