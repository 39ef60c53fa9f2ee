import path from 'node:path';

import { assemble } from './assemble.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { nodeAppParts } from './node-app-parts.ts';

/** Entry without a screen: the methods of the contract from a terminal. */
const rootFolder = path.join(import.meta.dirname, '../..');
const parts = nodeAppParts('command-line', rootFolder);
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());
process.once('SIGTERM', () => stopped.abort());
// Whoever reads only the first lines (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  startApp: () => assemble(parts),
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  terminalColumns: () => (process.stderr.isTTY ? process.stderr.columns : null),
  // `npm run` changes to the project's folder and says where the person was.
  currentFolder: (process.env['npm_lifecycle_event'] === 'landfall' ? process.env['INIT_CWD'] : undefined) ?? process.cwd(),
  environment: process.env,
  version: parts.appVersion,
  signal: stopped.signal,
});
