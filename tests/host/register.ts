import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * From here on `electron` means the stand-in, for every module of this process; also usable as `node --import`.
 * Modules of the app and of the stand-in are loaded afresh for every run: a run is named in the query of the address with which
 * it began, and what it imports gets the same query.
 */
const standIn = pathToFileURL(path.join(import.meta.dirname, 'electron-stand-in.ts')).href;
const partsOfStandIn = pathToFileURL(path.join(import.meta.dirname, 'stand-in')).href;

registerHooks({
  resolve(specifier, context, next) {
    const query = runOf(context.parentURL);
    if (specifier === 'electron') return { url: `${standIn}${query}`, shortCircuit: true, format: 'module-typescript' };
    const found = next(specifier, context);
    const isOfRun = found.url.startsWith(partsOfStandIn) || /\/out\/main\//.test(found.url);
    return isOfRun && query !== '' && !found.url.includes('?') ? { ...found, url: `${found.url}${query}` } : found;
  },
});

function runOf(parent: string | undefined): string {
  return /\?run=\d+$/.exec(parent ?? '')?.[0] ?? '';
}
