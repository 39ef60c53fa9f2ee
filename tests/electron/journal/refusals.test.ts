import { chmod, copyFile, mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { APPLICATION_ID } from '../../../electron/journal/file-header.ts';
import { createEngagementFile, openEngagementFile } from '../../../electron/journal/open-engagement.ts';
import { startChild, useChildren } from '../../support/child-process.ts';
import { addNote, newEngagement, openOptions, reopen, valueOf } from '../../support/engagement-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
useChildren();

const HEADER_BYTES = 100;

async function engagementBytes(): Promise<Buffer> {
  const journal = await newEngagement(await newFolder());
  for (let index = 0; index < 50; index += 1) addNote(journal, `note ${index} ${'x'.repeat(500)}`);
  journal.close();
  return await readFile(journal.path);
}

function sqliteBytes(prepare: (database: Database.Database) => void): Buffer {
  const database = new Database(':memory:');
  prepare(database);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

const cases: readonly [string, () => Promise<Buffer> | Buffer, RegExp][] = [
  ['nothing at all', () => Buffer.alloc(0), /is empty, so there is no engagement in it/],
  ['a text', () => Buffer.from('Dear colleague, '.repeat(50)), /is not a Landfall engagement/],
  ['a few bytes', () => Buffer.from('SQLite'), /is not a Landfall engagement/],
  ['only a header', async () => (await engagementBytes()).subarray(0, HEADER_BYTES), /is damaged and was not opened/],
  [
    'a database of another program',
    () => sqliteBytes((database) => database.exec('CREATE TABLE customers (name TEXT)')),
    /a database of another program/,
  ],
  [
    'a file of a newer Landfall',
    () =>
      sqliteBytes((database) => {
        database.exec('CREATE TABLE entries (something TEXT)');
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma('user_version = 99');
      }),
    /written by a newer Landfall \(file format 99, this one knows 1\).*update Landfall/,
  ],
  [
    'a file that claims to be ours and has no entries',
    () =>
      sqliteBytes((database) => {
        database.exec('CREATE TABLE other (something TEXT)');
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma('user_version = 1');
      }),
    /is damaged and was not opened/,
  ],
  [
    'a file whose first bytes are damaged',
    async () => Buffer.concat([Buffer.from('XX'), (await engagementBytes()).subarray(2)]),
    /first bytes are damaged/,
  ],
  ['a file cut off in the middle', async () => (await engagementBytes()).subarray(0, 20_000), /is damaged and was not opened/],
  [
    'a file whose pages are overwritten',
    async () => {
      const bytes = await engagementBytes();
      bytes.fill(0xa5, 4096, bytes.length);
      return bytes;
    },
    /is damaged and was not opened/,
  ],
];

describe('what is not opened', () => {
  it.each(cases)('%s is refused with a sentence, and not one byte of it changes', async (_name, make, sentence) => {
    const folder = await newFolder();
    const filePath = path.join(folder, 'given.landfall');
    const bytes = await make();
    await writeFile(filePath, bytes);
    const reply = await openEngagementFile(filePath, openOptions());
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'journal-unavailable', detail: expect.stringMatching(sentence) as unknown },
    });
    expect((await readFile(filePath)).equals(bytes)).toBe(true);
    expect((await readdir(folder)).filter((name) => !name.endsWith('-lock'))).toEqual(['given.landfall']);
  });

  it('a folder and a file that is not there', async () => {
    const folder = await newFolder();
    expect(await openEngagementFile(folder, openOptions())).toMatchObject({
      ok: false,
      failure: { detail: expect.stringMatching(/is a folder/) as unknown },
    });
    const missing = await openEngagementFile(path.join(folder, 'gone.landfall'), openOptions());
    expect(missing).toMatchObject({
      ok: false,
      failure: { code: 'not-found', detail: expect.stringMatching(/is not there any more/) as unknown },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('a new file where one is, in a folder that is not there, or that may not be written', async () => {
    const folder = await newFolder();
    const taken = path.join(folder, 'taken.landfall');
    await writeFile(taken, 'mine');
    expect(await createEngagementFile(taken, 'e', openOptions())).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await readFile(taken, 'utf8')).toBe('mine');
    const nowhere = await createEngagementFile(path.join(folder, 'no/such/folder/a.landfall'), 'e', openOptions());
    expect(nowhere).toMatchObject({
      ok: false,
      failure: { code: 'journal-unavailable', detail: expect.stringMatching(/Choose a folder/) as unknown },
    });
  });
});

describe('what is opened for reading only', () => {
  it('a file with an entry of a kind that this version does not know', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    journal.close();
    const database = new Database(journal.path);
    database.exec(`INSERT INTO entries VALUES ('rnew', 1, 2, '2026-11-24T10:00:00.000Z', 'A', 'future.kind', '{}', '9.0.0', '', 'x')`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const before = await readFile(journal.path);
    const opened = await reopen(journal.path);
    expect(opened.readOnlyReason).toMatch(/newer Landfall wrote entry rnew-1 \(future\.kind\).*Update Landfall/);
    expect(opened.readAll().unreadable).toEqual([{ entryId: 'rnew-1', kind: 'future.kind', reason: 'unknown-kind' }]);
    expect(opened.append('journal.note-added', { text: 'no', about: null })).toMatchObject({
      ok: false,
      failure: { code: 'journal-unavailable', detail: opened.readOnlyReason },
    });
    opened.close();
    expect((await readFile(journal.path)).equals(before)).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)('a file or folder that may not be written', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    journal.close();
    await chmod(journal.path, 0o400);
    const opened = await reopen(journal.path);
    expect(opened.readOnlyReason).toMatch(/may not be written/);
    expect(opened.readAll().entries).toHaveLength(1);
    opened.close();
  });
});

describe('the writer lock', () => {
  it('keeps a second process out and names who has the file open; the end of the holder frees it, however it ends', async () => {
    const journal = await newEngagement(await newFolder());
    journal.close();
    const child = startChild(path.join(import.meta.dirname, 'hold-lock.ts'), [journal.path, 'Otis Example']);
    await child.says('held');
    const refused = await openEngagementFile(journal.path, openOptions());
    expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict', retry: 'later' } });
    const { detail } = refused.ok ? { detail: '' } : refused.failure;
    expect(detail).toContain('Otis Example on ');
    expect(detail).toContain('(since 2026-11-24 09:00 UTC');
    expect(detail).toContain(`process ${child.pid})`);
    expect(detail).toContain('has harbour.landfall open. Close it there first');
    await child.kill('SIGKILL');
    const opened = await reopen(journal.path);
    expect(opened.readOnlyReason).toBeNull();
    opened.close();
  });

  it('holds between two openings in one process, and through another name of the same file', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    const other = path.join(folder, 'other-name.landfall');
    await symlink(journal.path, other);
    for (const name of [journal.path, other])
      expect(await openEngagementFile(name, openOptions())).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    journal.close();
    const opened = valueOf(await openEngagementFile(other, openOptions()));
    opened.close();
  });

  it('keeps nobody from a copy of the file', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    journal.close();
    const held = await reopen(journal.path);
    await mkdir(path.join(folder, 'copy'));
    const copy = path.join(folder, 'copy/harbour.landfall');
    await copyFile(journal.path, copy);
    const opened = await reopen(copy);
    expect(opened.readAll().entries).toHaveLength(1);
    opened.close();
    held.close();
  });

  it('does not mind a lock file that was cut off or is no lock file', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    journal.close();
    await truncate(`${journal.path}-lock`, 0);
    (await reopen(journal.path)).close();
    await writeFile(`${journal.path}-lock`, 'not a database, only some text that somebody put there');
    const reply = await openEngagementFile(journal.path, openOptions());
    expect(reply).toMatchObject({ ok: false, failure: { code: 'journal-unavailable', detail: expect.stringMatching(/-lock/) as unknown } });
  });
});
