import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { createClock } from '../simulator/clock.ts';
import { fillEstate } from '../simulator/fill-estate.ts';
import type { Principal, Role } from '../simulator/roles.ts';
import { serveSimulator } from '../simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { makeThrowawayCertificate } from '../simulator/throwaway-certificate.ts';
import { readEstateText, STATE_FORMAT, type KeptState } from './estate-file.ts';
import { estateOfEngagement } from './estate-of-engagement.ts';
import type { SimulatorArguments } from './read-arguments.ts';

export interface StartedSimulator {
  readonly origin: string;
  readonly simulator: Simulator;
  readonly stateFile: string;
  readonly rootFile: string | null;
  readonly wasTakenUp: boolean;
  /** Keeps the estate and stops. */
  readonly stop: () => Promise<void>;
}

interface Parts {
  readonly now: () => Date;
  readonly randomId: () => string;
}

const ROLES: readonly Role[] = ['contributor', 'operator', 'reader', 'nobody'];

/** The simulator on a port, filled from a file or taken up where it was left; a sentence when it cannot be. */
export async function startSimulator(wanted: SimulatorArguments, { now, randomId }: Parts): Promise<Reply<StartedSimulator>> {
  const stateFile = stateFileOf(wanted.estate);
  const wasTakenUp = existsSync(stateFile);
  const state = await readState(wasTakenUp ? stateFile : wanted.estate, now);
  if (!state.ok) return state;
  const clock = createClock({ speed: wanted.speed, realNow: () => now().getTime(), startsAheadMs: state.value.aheadMs });
  const keep = (): void => writeState(stateFile, { aheadMs: clock.aheadMs(), estate: simulator.estate });
  const simulator = createSimulator({
    clock,
    estate: state.value.estate,
    principals: new Map<string, Principal>(ROLES.map((role) => [role, { name: role, role }])),
    retryAfterSeconds: wanted.retryAfterSeconds,
    signsAddresses: wanted.signsAddresses,
    onChange: () => keep(),
  });
  const certificate = wanted.isHttps ? await makeThrowawayCertificate(now()) : null;
  const rootFile = certificate === null ? null : (wanted.rootFile ?? besides(wanted.estate, '.simulator-root.pem'));
  try {
    if (certificate !== null && rootFile !== null) writeFileSync(rootFile, certificate.root);
    const served = await serveSimulator(simulator, {
      port: wanted.port,
      randomId,
      hasControl: true,
      ...(certificate === null ? {} : { certificate }),
    });
    keep();
    return success({
      origin: served.origin,
      simulator,
      stateFile,
      rootFile,
      wasTakenUp,
      async stop() {
        keep();
        await served.close();
      },
    });
  } catch (error) {
    const { code = 'error', path: filePath } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return failed('conflict', `Port ${wanted.port} is in use. Choose another with --port, or 0 for a free one.`);
    if (code === 'EACCES' && filePath === undefined)
      return failed('forbidden', `Port ${wanted.port} may not be used. Choose one above 1023.`);
    return failed(
      'forbidden',
      `${filePath ?? rootFile ?? stateFile} cannot be written (${code}). Choose an estate in a folder that you may write to.`,
    );
  }
}

/** The state stands beside the estate; a state that was named itself is carried on in place. */
function stateFileOf(estate: string): string {
  return estate.endsWith('.simulator.json') ? estate : besides(estate, '.simulator.json');
}

function besides(estate: string, ending: string): string {
  return path.join(path.dirname(estate), path.basename(estate).replace(/(\.simulator)?\.(landfall|json)$/, '') + ending);
}

async function readState(filePath: string, now: () => Date): Promise<Reply<KeptState>> {
  if (!existsSync(filePath)) return failed('invalid-input', `There is no file ${filePath}. Check the name given with --estate.`);
  if (filePath.endsWith('.landfall') && statSync(filePath).isFile()) {
    const vaults = await estateOfEngagement(filePath, now);
    return vaults.ok ? success({ aheadMs: 0, estate: fillEstate(vaults.value) }) : vaults;
  }
  let text: string;
  try {
    text = await readFile(filePath, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    const why = code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    return failed('invalid-input', `${filePath} ${why}. Name an engagement (NAME.landfall) or a JSON file with --estate.`);
  }
  const source = readEstateText(text, filePath);
  if (!source.ok) return source;
  return success(source.value.kind === 'state' ? source.value.state : { aheadMs: 0, estate: fillEstate(source.value.vaults) });
}

/** Whole or not at all: a crash while writing leaves what was there. */
function writeState(filePath: string, { aheadMs, estate }: KeptState): void {
  writeFileSync(`${filePath}.new`, JSON.stringify({ format: STATE_FORMAT, aheadMs, estate }));
  renameSync(`${filePath}.new`, filePath);
}
