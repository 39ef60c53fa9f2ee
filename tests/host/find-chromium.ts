import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the systems keep a browser of the Chromium family. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/** The browser for tests: the one named by CHROMIUM_PATH, else an installed one, else the one that came with `npm ci` (Linux). */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  }
  return INSTALLED[process.platform]?.find((file) => existsSync(file)) ?? (await unpackChromium());
}

/** Unpacked once per version, beside and then renamed, so that two test runs at the same time never start half a browser. */
async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux') throw new Error('No browser of the Chromium family was found. Set CHROMIUM_PATH.');
  const target = path.join(tmpdir(), `landfall-test-chromium-${packagedVersion()}`);
  const executable = path.join(target, 'chromium');
  if (existsSync(executable)) return executable;
  const { default: chromium } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  const folder = await mkdtemp(`${target}-`);
  process.env['TMPDIR'] = folder;
  try {
    // The package unpacks into the temporary folder of the moment.
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  // Somebody else may have been faster; theirs is as good.
  await rename(folder, target).catch(() => rm(folder, { recursive: true, force: true }));
  return executable;
}

function packagedVersion(): string {
  const file = path.join(import.meta.dirname, '../../package.json');
  const { devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
  return devDependencies['@sparticuz/chromium'] ?? 'unknown';
}
