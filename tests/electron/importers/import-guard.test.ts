import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { guardFile } from '../../../electron/importers/import-guard.ts';
import { protectedWorkbook, workbookOf, zipBomb } from '../../support/make-bad-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

async function guard(name: string, bytes: string | Uint8Array) {
  const file = path.join(await newFolder(), name);
  await writeFile(file, bytes);
  const startedAt = performance.now();
  const reply = await guardFile(file, name);
  return { found: reply.ok ? reply.value : reply.failure.detail, milliseconds: performance.now() - startedAt };
}

test.each<readonly [string, () => Promise<Uint8Array> | Uint8Array | string]>([
  ['workbook', () => workbookOf({ vInfo: [['VM']] })],
  ['compound', () => protectedWorkbook('x')],
  ['archive', () => zipSync({ 'RVTools_tabvInfo.csv': strToU8('VM\n') })],
  ['text', () => 'VM,CPUs\n'],
  ['text', () => 'x'],
  ['empty', () => ''],
])('tells a %s by its first bytes, whatever its name', async (shape, make) => {
  expect((await guard('any.dat', await make())).found).toBe(shape);
});

test('refuses 300 MB without reading them', async () => {
  const file = path.join(await newFolder(), 'huge.csv');
  const handle = await open(file, 'w');
  await handle.truncate(300 * 1024 * 1024);
  await handle.close();
  const startedAt = performance.now();
  expect(await guardFile(file, 'huge.csv')).toMatchObject({
    failure: { code: 'invalid-input', detail: expect.stringMatching(/^huge\.csv is 300 MB; at most 200 MB are read\./) as string },
  });
  // Reading them takes longer even on a fast disk.
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('refuses what unpacks a thousandfold from its directory alone', async () => {
  const { found, milliseconds } = await guard('bomb.xlsx', await zipBomb());
  expect(found).toMatch(/^bomb\.xlsx would unpack to a suspicious size \(9 MB and more\)/);
  expect(milliseconds).toBeLessThan(3000);
});

test('refuses an archive of thousands of parts, and one whose directory is cut off', async () => {
  const many = zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.csv`, new Uint8Array(0)])));
  expect((await guard('many.zip', many)).found).toMatch(/^many\.zip holds 2001 parts/);
  expect((await guard('half.zip', many.subarray(0, many.length / 2))).found).toMatch(/^half\.zip is damaged or cut off/);
});
