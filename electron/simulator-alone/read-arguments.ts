import { parseArgs } from 'node:util';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

export interface SimulatorArguments {
  readonly estate: string;
  readonly port: number;
  readonly isHttps: boolean;
  /** Where the root certificate is written; `null`: beside the estate. */
  readonly rootFile: string | null;
  /** Simulated seconds per second. */
  readonly speed: number;
  readonly retryAfterSeconds: number;
  readonly signsAddresses: boolean;
}

export const USAGE = `Stands in for Azure Site Recovery on this computer.

    npm run simulator -- --port N --estate FILE [options]

FILE is an engagement (NAME.landfall), whose inventory fills the vaults, or a JSON file:

    { "vaults": [{ "subscriptionId": "...", "resourceGroup": "...", "name": "...", "location": "westeurope",
      "provider": "InMageRcm | InMageAzureV2 | HyperVReplicaAzure | A2A",
      "machines": [{ "id": "m1", "name": "srv-1" }] }] }

  --port N          port on 127.0.0.1; 0 takes a free one
  --https           https with a certificate of its own; its root is written beside the estate
  --root FILE       where the root certificate is written
  --speed N         simulated seconds per second (60); 0 stands still until the clock is moved
  --retry-after N   seconds that a client is asked to wait between two polls (1; the service says 30)
  --signed          polling addresses carry a signature, as those of the service do

What is changed is kept in NAME.simulator.json beside FILE and taken up again at the next start; delete it to begin anew.
Tokens are the names of the roles: contributor, operator, reader, nobody.
The clock is moved with POST /simulator/clock {"seconds": N}; GET /simulator/requests lists what was asked.`;

/** What a person wrote after \`npm run simulator --\`; a sentence when it cannot be used. */
export function readArguments(args: readonly string[]): Reply<SimulatorArguments | 'help'> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values } = parsed.value;
  if (values.help === true) return success('help');
  if (values.estate === undefined || values.estate === '')
    return failed('invalid-input', 'No estate was named. Give one with --estate FILE: an engagement or a JSON file.');
  const port = numberOf(values.port ?? '0', 'port', 65_535);
  const speed = numberOf(values.speed ?? '60', 'speed', 100_000);
  const retryAfter = numberOf(values['retry-after'] ?? '1', 'retry-after', 3600);
  if (!port.ok) return port;
  if (!Number.isInteger(port.value)) return failed('invalid-input', `--port takes a whole number, not ${values.port ?? ''}.`);
  if (!speed.ok) return speed;
  if (!retryAfter.ok) return retryAfter;
  return success({
    estate: values.estate,
    port: port.value,
    isHttps: values.https === true,
    rootFile: values.root ?? null,
    speed: speed.value,
    retryAfterSeconds: retryAfter.value,
    signsAddresses: values.signed === true,
  });
}

const OPTIONS = {
  port: { type: 'string' },
  estate: { type: 'string' },
  https: { type: 'boolean' },
  root: { type: 'string' },
  speed: { type: 'string' },
  'retry-after': { type: 'string' },
  signed: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[]): Reply<ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>> {
  try {
    return success(parseArgs({ args: [...args], options: OPTIONS }));
  } catch (error) {
    const [words = 'The options cannot be read'] = error instanceof Error ? error.message.split('. ') : [];
    return failed('invalid-input', `${words}. See --help.`);
  }
}

function numberOf(text: string, name: string, most: number): Reply<number> {
  const value = Number(text);
  const isUsable = text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= most;
  return isUsable ? success(value) : failed('invalid-input', `--${name} takes a number from 0 to ${most}, not ${text}.`);
}
