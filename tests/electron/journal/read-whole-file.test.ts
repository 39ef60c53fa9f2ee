import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { readWholeFile } from '../../../electron/journal/read-whole-file.ts';
import { startChild, useChildren } from '../../support/child-process.ts';
import { newEngagement, reopen } from '../../support/engagement-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
useChildren();

it('has the entries that a crash left in the log beside the file, and touches neither', async () => {
  const folder = await newFolder();
  const created = await newEngagement(folder);
  created.close();
  const child = startChild(path.join(import.meta.dirname, 'append-until-killed.ts'), [created.path, '1']);
  await child.says('\n5\n');
  await child.kill('SIGKILL');
  const acknowledged = child.printed().split('\n').slice(1, -1).length;
  const sizes = async () => [(await stat(created.path)).size, (await stat(`${created.path}-wal`)).size];
  const before = await sizes();
  const copy = path.join(folder, 'copy.landfall');
  await writeFile(copy, await readWholeFile(created.path));
  expect(await sizes()).toEqual(before);
  expect(before[1]).toBeGreaterThan(0);
  const journal = await reopen(copy);
  expect(journal.entryCount()).toBeGreaterThanOrEqual(1 + acknowledged);
  journal.close();
});
