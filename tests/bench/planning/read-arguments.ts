import { parseArgs } from 'node:util';

export interface BenchArguments {
  readonly place: string;
  readonly seconds: number;
  readonly set: string | null;
  readonly only: string | null;
  readonly sample: number | null;
  readonly processes: number;
  readonly clock: 'wall' | 'cpu';
  readonly isRepeatable: boolean;
  readonly json: string | null;
  readonly showsOpen: boolean;
}

export const USAGE = `npm run bench:planner -- FOLDER [options]
  FOLDER          published problems, or the word year: 10,000 machines in 1,500 groups over a year of weekly windows
  --seconds N     time limit for each instance (default 1)
  --set TEXT      only sets whose name holds TEXT
  --only TEXT     only instances whose name holds TEXT
  --sample N      at most N instances of each set, spread evenly
  --processes N   solve in N processes at once, each on one thread (default 1)
  --clock cpu     limit processor time instead of time on the wall, for a busy machine
  --repeatable    limit work instead of time, so that every run gives the same plans
  --json FILE     write every measurement
  --open          list what was not proven`;

/** Throws with one sentence when an option is not understood. */
export function readArguments(words: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '1' },
      set: { type: 'string' },
      only: { type: 'string' },
      sample: { type: 'string' },
      processes: { type: 'string', default: '1' },
      clock: { type: 'string', default: 'wall' },
      repeatable: { type: 'boolean', default: false },
      json: { type: 'string' },
      open: { type: 'boolean', default: false },
    },
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new Error('Name one folder (or file) with instances.');
  if (values.clock !== 'wall' && values.clock !== 'cpu') throw new Error('--clock is either wall or cpu.');
  return {
    place,
    seconds: positive('--seconds', values.seconds),
    set: values.set ?? null,
    only: values.only ?? null,
    sample: values.sample === undefined ? null : positive('--sample', values.sample),
    processes: positive('--processes', values.processes),
    clock: values.clock,
    isRepeatable: values.repeatable,
    json: values.json ?? null,
    showsOpen: values.open,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${name} needs a number above 0, not “${text}”.`);
  return value;
}
