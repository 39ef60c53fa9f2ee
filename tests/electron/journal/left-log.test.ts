import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';

import { openEngagementFile } from '../../../electron/journal/open-engagement.ts';
import { addNote, newEngagement, openOptions, reopen } from '../../support/engagement-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

/** An engagement as a crash leaves it: what `change` did stands in the log only, beside the file. */
async function leftBehind(change: (database: Database.Database) => void): Promise<string> {
  const journal = await newEngagement(await newFolder());
  for (let index = 0; index < 20; index += 1) addNote(journal, `note ${index}`);
  journal.close();
  const database = new Database(journal.path);
  change(database);
  const filePath = path.join(await newFolder(), 'left.landfall');
  await copyFile(journal.path, filePath);
  await copyFile(`${journal.path}-wal`, `${filePath}-wal`);
  database.close();
  return filePath;
}

const bytesOf = async (filePath: string) => ({ file: await readFile(filePath), log: await readFile(`${filePath}-wal`) });

const refused: readonly [string, (database: Database.Database) => void, RegExp][] = [
  ['a newer format', (database) => void database.pragma('user_version = 99'), /newer Landfall \(file format 99/],
  ['the loss of a table', (database) => void database.exec('DROP TABLE attachments'), /is damaged and was not opened/],
];

it.each(refused)('%s that stands only in the log is refused, and neither file changes', async (_name, change, sentence) => {
  const filePath = await leftBehind(change);
  const before = await bytesOf(filePath);
  const reply = await openEngagementFile(filePath, openOptions());
  expect(reply).toMatchObject({ ok: false, failure: { code: 'journal-unavailable', detail: expect.stringMatching(sentence) as unknown } });
  expect(await bytesOf(filePath)).toEqual(before);
  expect((await readdir(path.dirname(filePath))).sort()).toEqual(['left.landfall', 'left.landfall-lock', 'left.landfall-wal']);
});

it('a damaged file beside a log is refused, and neither changes', async () => {
  const filePath = await leftBehind((database) => void database.exec('CREATE TABLE other (a TEXT)'));
  const bytes = await readFile(filePath);
  bytes.fill(0xa5, 8192, bytes.length);
  await writeFile(filePath, bytes);
  const before = await bytesOf(filePath);
  expect(await openEngagementFile(filePath, openOptions())).toMatchObject({ ok: false, failure: { code: 'journal-unavailable' } });
  expect(await bytesOf(filePath)).toEqual(before);
});

it('an entry of a kind that this version does not know, in the log only, opens for reading and changes nothing', async () => {
  const filePath = await leftBehind((database) =>
    database.exec(`INSERT INTO entries VALUES ('rnew', 1, 99, '2026-11-24T10:00:00.000Z', 'A', 'future.kind', '{}', '9.0.0', '', 'x')`),
  );
  const before = await bytesOf(filePath);
  const opened = await reopen(filePath);
  expect(opened.readOnlyReason).toMatch(/newer Landfall wrote entry rnew-1/);
  expect(opened.entryCount()).toBe(22);
  opened.close();
  expect(await bytesOf(filePath)).toEqual(before);
  // The lock is free again for who may write.
  const again = await reopen(filePath);
  expect(again.readOnlyReason).toMatch(/newer Landfall/);
  again.close();
});
