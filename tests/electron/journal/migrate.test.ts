import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { migrations, type Migration } from '../../../electron/journal/migrations/index.ts';
import { openEngagementFile } from '../../../electron/journal/open-engagement.ts';
import { verifyJournal } from '../../../electron/journal/verify.ts';
import { addEvidence, addNote, newEngagement, openOptions, reopen } from '../../support/engagement-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

const second: Migration = { version: 2, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;' };
const third: Migration = { version: 3, sql: "INSERT INTO later VALUES (1, 'by the third');" };
const broken: Migration = { version: 3, sql: "INSERT INTO later VALUES (1, 'half'); CREATE TABLE later (id INTEGER);" };

async function oldFile(): Promise<{ folder: string; filePath: string; bytes: Buffer }> {
  const folder = await newFolder();
  const journal = await newEngagement(folder);
  addNote(journal, 'written in the old format');
  await addEvidence(journal, Buffer.from('proof'));
  journal.close();
  return { folder, filePath: journal.path, bytes: await readFile(journal.path) };
}

function looksAt<T>(filePath: string, look: (database: Database.Database) => T): T {
  const database = new Database(filePath, { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

const versionOf = (filePath: string): unknown => looksAt(filePath, (database) => database.pragma('user_version', { simple: true }));

describe('changing the file format', () => {
  it('has one step per version, counted up without a gap', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('takes all steps in order, and keeps a copy of the file as it was', async () => {
    const { folder, filePath, bytes } = await oldFile();
    const journal = await reopen(filePath, openOptions({ migrations: [...migrations, second, third] }));
    expect(journal.readAll().entries.map((entry) => entry.kind)).toEqual([
      'engagement.created',
      'journal.note-added',
      'checklist.evidence-added',
    ]);
    expect(await verifyJournal(journal, { now: () => new Date(0) })).toMatchObject({ isSound: true });
    journal.close();
    expect(versionOf(filePath)).toBe(3);
    expect(looksAt(filePath, (database) => database.prepare('SELECT note FROM later').all())).toEqual([{ note: 'by the third' }]);
    const copies = (await readdir(folder)).filter((name) => name.includes('before format'));
    expect(copies).toEqual(['harbour before format 3 2026-11-24T10-00-00.landfall']);
    expect((await readFile(path.join(folder, copies[0] ?? ''))).equals(bytes)).toBe(true);
    const copy = await reopen(path.join(folder, copies[0] ?? ''));
    expect(copy.readAll().entries).toHaveLength(3);
    copy.close();
  });

  it('keeps no copy when nothing changes', async () => {
    const { folder, filePath } = await oldFile();
    const options = openOptions({ migrations: [...migrations, second] });
    (await reopen(filePath, options)).close();
    (await reopen(filePath, options)).close();
    expect((await readdir(folder)).filter((name) => name.includes('before format'))).toHaveLength(1);
  });

  it('that fails leaves the last whole format and its copy, and the file opens again', async () => {
    const { folder, filePath } = await oldFile();
    const reply = await openEngagementFile(filePath, openOptions({ migrations: [...migrations, second, broken] }));
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'journal-unavailable', detail: expect.stringMatching(/format 3.*copy.*before format 3/) as unknown },
    });
    expect(versionOf(filePath)).toBe(2);
    expect(looksAt(filePath, (database) => database.prepare('SELECT * FROM later').all())).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('before format'))).toHaveLength(1);
    const journal = await reopen(filePath, openOptions({ migrations: [...migrations, second] }));
    expect(journal.readAll().entries).toHaveLength(3);
    journal.close();
  });
});
