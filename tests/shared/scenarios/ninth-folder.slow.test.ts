import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../../..');
const PHYSICAL = 'shared/scenarios/on-premises/physical';
const NINTH = 'shared/scenarios/on-premises/ninth';

let copy = '';
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'landfall-ninth-'));
  const parts = ['shared', 'tests/shared', 'package.json', 'vitest.config.ts'];
  for (const part of parts)
    await cp(path.join(ROOT, part), path.join(copy, part), { recursive: true, filter: (file) => !file.endsWith('tsconfig.json') });
  await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
});
afterAll(() => rm(copy, { recursive: true, force: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const place = path.join(copy, file);
  const before = await readFile(place, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} is not as this test expects it`);
  await writeFile(place, after);
}

it('a ninth scenario is a copied folder and one line: no test of the catalogue has to change for it', async () => {
  await cp(path.join(copy, PHYSICAL), path.join(copy, NINTH), { recursive: true });
  await edit(`${NINTH}/index.ts`, (text) =>
    text.replace('export const physical', 'export const ninth').replace("id: 'physical'", "id: 'ninth'"),
  );
  await edit('shared/scenarios/index.ts', (text) =>
    text
      .replace('import { physical }', "import { ninth } from './on-premises/ninth/index.ts';\nimport { physical }")
      .replace('crossRegion];', 'crossRegion, ninth];'),
  );
  const args = ['run', '--project', 'unit', 'tests/shared/scenarios', 'tests/shared/readiness', 'tests/shared/pinned'];
  const { stdout } = await run(process.execPath, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: copy,
    env: { ...process.env, NO_COLOR: '1' },
  });
  // The ninth was among those that were tested.
  expect(stdout).toMatch(/Tests\s+\d+ passed/);
  expect(stdout).not.toMatch(/failed/);
});
