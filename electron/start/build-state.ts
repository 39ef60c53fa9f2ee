import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Everything a build is made from. */
const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'vite.config.ts'];
/** Written by the build as its last act: an interrupted build counts as none. */
const STAMP = 'out/built-from';

/** One hash over path, size and time of every source file: any change, removal or switch of branches gives another. */
export function sourceState(rootFolder: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, rootFolder, source);
  return hash.digest('hex');
}

function addTo(hash: { readonly update: (text: string) => unknown }, rootFolder: string, relative: string): void {
  const absolute = path.join(rootFolder, relative);
  const status = statSync(absolute);
  if (!status.isDirectory()) {
    hash.update(`${relative} ${status.size} ${status.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(absolute).toSorted()) addTo(hash, rootFolder, `${relative}/${name}`);
}

export function markAsBuilt(rootFolder: string, builtFrom: string): void {
  writeFileSync(path.join(rootFolder, STAMP), builtFrom);
}

export function isBuildFresh(rootFolder: string): boolean {
  const stamp = path.join(rootFolder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceState(rootFolder);
}
