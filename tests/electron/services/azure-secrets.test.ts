import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';

import { createFileLog } from '../../../electron/log.ts';
import { plantSecrets, POLLING, SECRET_MARKS, SIGNED, STORAGE_KEY } from '../../support/planted-secrets.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp } from '../../support/test-app.ts';
import { startAzureWorld, SUBSCRIPTION, VAULT_ID } from './azure-world.ts';

const newFolder = useTemporaryFolders();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

it('no token, signed address or key is in log, files, reports or anything that the window is told', async () => {
  const folder = await newFolder();
  const userData = path.join(folder, 'user data');
  const world = await startAzureWorld([{ id: 'm-1', name: 'alpha', biosId: '42133db8-d611-0a14-cee8-e4337ee0cc01' }]);
  closing.push(world.close);
  const test = startTestApp(folder, { azure: world.host, log: createFileLog(userData, () => new Date()) });
  const told: unknown[] = [];
  const ask: typeof test.ask = async (name, input) => {
    const value = await test.ask(name, input);
    told.push(value);
    return value;
  };
  await ask('engagement.create', { name: 'Move', customer: 'Example' });
  await ask('azure.sign-in', {});
  await vi.waitUntil(async () => (await test.ask('azure.status', {})).signIn.kind === 'signed-in', { timeout: 10_000 });
  await ask('azure.status', {});
  await ask('azure.choose-vault', { subscriptionId: SUBSCRIPTION, subscriptionName: 'Production', vaultId: VAULT_ID });
  world.simulator.estate.vaults[0]?.events.push({
    id: 'e1',
    name: 'e1',
    properties: { eventCode: 'X', description: `Log at ${SIGNED}`, severity: 'Warning' },
  });
  // Every answer carries secrets from now on.
  world.simulator.faults.add({ when: { method: 'GET' }, times: 1000, does: { kind: 'rewrite', change: plantSecrets } });
  await ask('azure.check', {});
  for (const name of [
    'azure.overview',
    'azure.items',
    'azure.jobs',
    'azure.events',
    'azure.matches',
    'azure.checks',
    'snapshot.get',
  ] as const)
    await ask(name, {});
  await ask('journal.list', { limit: 100 });
  // A refusal repeats the words of the service; they pass the same way.
  world.simulator.faults.clear();
  const message = `perform action 'x/read' ${POLLING} Bearer secret-access-token-x AccountKey=${STORAGE_KEY}`;
  const body = JSON.stringify({ error: { code: 'AuthorizationFailed', message } });
  world.simulator.faults.add({ when: { method: 'GET' }, times: 1000, does: { kind: 'answer', status: 403, body } });
  told.push(await test.app.dispatch('azure.sync', {}));
  await ask('report.export', { preset: 'assessment', formats: ['html'] });
  told.push(test.events);
  await test.app.close();

  const spoken = JSON.stringify(told);
  expect(SECRET_MARKS.filter((mark) => spoken.includes(mark))).toEqual([]);
  // The planted words did arrive: they were cleaned, not lost.
  expect(spoken).toContain('https://account.blob.core.windows.net/logs');
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(path.join(file.parentPath, file.name));
    for (const mark of SECRET_MARKS) if (bytes.includes(mark)) found.push(`${file.name}: ${mark}`);
    if (file.name.endsWith('.landfall')) found.push(...(await marksIn(path.join(file.parentPath, file.name))));
  }
  expect(found).toEqual([]);
});

const unpack = promisify(inflateRaw);

/** Attachments lie compressed in the file; they are looked at as they are read. */
async function marksIn(file: string): Promise<string[]> {
  const database = new Database(file, { readonly: true });
  try {
    const rows = database.prepare('SELECT sha256, bytes FROM attachments').all() as { readonly sha256: string; readonly bytes: Buffer }[];
    const texts = await Promise.all(rows.map(async (row) => (await unpack(row.bytes)).toString()));
    expect(texts.some((text) => text.includes('"vault1"'))).toBe(true);
    return SECRET_MARKS.filter((mark) => texts.some((text) => text.includes(mark)));
  } finally {
    database.close();
  }
}
