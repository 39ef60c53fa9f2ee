import { existsSync } from 'node:fs';

import { fixture } from '../fixtures.ts';
import { readRecordings, type Exchange } from './read-recordings.ts';

/** Recorded sessions with the real service: those beside the checkout, or those of a folder of one's own. */
export const recordingsFolder = process.env['LANDFALL_RECORDINGS'] ?? fixture('site-recovery', 'recordings');
export const isOwnFolder = process.env['LANDFALL_RECORDINGS'] !== undefined;
export const hasRecordings = existsSync(recordingsFolder) && existsSync(fixture('site-recovery', 'openapi'));

if (!hasRecordings) process.stderr.write(`Replays are skipped: there are no recordings in ${recordingsFolder}.\n`);

/** What hangs at a vault besides Site Recovery, and beside vaults: another service's. */
const OTHERS = /\/microsoft\.recoveryservices\/(locations|vaults\/[^/]+\/backup)/i;

/** Exchanges with the vault service, Site Recovery included; those with other services are left out. */
export function recordedExchanges(): Exchange[] {
  return readRecordings(recordingsFolder).filter(
    ({ url: { pathname } }) => /\/providers\/microsoft\.recoveryservices/i.test(pathname) && !OTHERS.test(pathname),
  );
}
