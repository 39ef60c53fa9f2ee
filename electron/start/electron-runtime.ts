// SECURITY: the runtime's own installer and executable, started without a shell.
// oxlint-disable-next-line security/detect-child-process
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Downloading some hundred megabytes may take a while; a network that lets nothing through must not take for ever. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
/** A runtime that ends so soon and not by itself could not start (no sandbox, missing libraries). */
const START_MS = 5000;

export type Runtime = { readonly kind: 'found'; readonly executable: string } | { readonly kind: 'missing'; readonly reason: string };

/**
 * The Electron executable: an unpacked runtime that the person names (`ELECTRON_OVERRIDE_DIST_PATH`), the one that is there,
 * or the one that its package downloads now. Never throws.
 */
export function findRuntime(rootFolder: string, environment: NodeJS.ProcessEnv, onDownload: () => void): Runtime {
  const packageFolder = path.join(rootFolder, 'node_modules/electron');
  const installer = path.join(packageFolder, 'install.js');
  const known = knownExecutable(packageFolder, environment);
  if (known !== null) return { kind: 'found', executable: known };
  if (!existsSync(installer)) return { kind: 'missing', reason: 'the package electron is not installed' };
  onDownload();
  const download = spawnSync(process.execPath, [installer], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  const downloaded = download.status === 0 ? knownExecutable(packageFolder, environment) : null;
  return downloaded === null ? { kind: 'missing', reason: downloadReason(download.stderr) } : { kind: 'found', executable: downloaded };
}

/** The executable that is there without a download, or `null`. */
export function knownExecutable(packageFolder: string, environment: NodeJS.ProcessEnv): string | null {
  const pathFile = path.join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : usualName();
  const executable = path.join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageFolder, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

function usualName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function downloadReason(errorOutput: string | null): string {
  const code = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|HTTPError|ERR_[A-Z_]+)\b/.exec(
    errorOutput ?? '',
  );
  return code?.[0] === undefined ? 'its download failed' : `its download failed: ${code[0]}`;
}

/** Runs the app in Electron to its end. `false`: the runtime could not start; nothing was shown. */
export function runInElectron(executable: string, rootFolder: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn(executable, [rootFolder, ...args], { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || performance.now() - startedAt > START_MS));
  });
}
