import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { readArguments, USAGE } from './read-arguments.ts';
import { startSimulator } from './start-simulator.ts';

/** Entry of `npm run simulator`. */
const wanted = readArguments(process.argv.slice(2));
if (!wanted.ok) {
  process.stderr.write(`${wanted.failure.detail}\n`);
  process.exitCode = 2;
} else if (wanted.value === 'help') {
  process.stdout.write(`${USAGE}\n`);
} else {
  // `npm run` changes to the project's folder and says where the person was.
  const folder = (process.env['npm_lifecycle_event'] === 'simulator' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
  const started = await startSimulator(
    { ...wanted.value, estate: path.resolve(folder, wanted.value.estate) },
    { now: () => new Date(), randomId: randomUUID },
  );
  if (!started.ok) {
    process.stderr.write(`${started.failure.detail}\n`);
    process.exitCode = 1;
  } else {
    const { origin, stateFile, rootFile, wasTakenUp, stop } = started.value;
    process.stdout.write(`The simulator answers at ${origin}\n${wasTakenUp ? 'Taken up from' : 'Kept in'} ${stateFile}\n`);
    if (rootFile !== null)
      process.stdout.write(`Its root certificate is in ${rootFile}; trust it in the client only, e.g. NODE_EXTRA_CA_CERTS=${rootFile}\n`);
    const end = (): void => void stop().then(() => process.exit(0));
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  }
}
