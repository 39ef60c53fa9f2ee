import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { APPLICATION_ID } from '../../../electron/journal/file-header.ts';
import { verifyJournal } from '../../../electron/journal/verify.ts';
import { entryId } from '../../../shared/journal/entry.ts';
import { addEvidence, addNote, newEngagement, openOptions, reopen, valueOf } from '../../support/engagement-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

/** Looks at a closed file with bare SQLite, past all code of the product. */
async function withFile<T>(act: (database: Database.Database, filePath: string) => T): Promise<T> {
  const folder = await newFolder();
  const journal = await newEngagement(folder);
  await addEvidence(journal, Buffer.from('the cable was pulled'));
  journal.close();
  const database = new Database(journal.path);
  try {
    return act(database, journal.path);
  } finally {
    database.close();
  }
}

describe('an engagement file', () => {
  it('is a SQLite file that says whose it is and which format it has', async () => {
    await withFile((database) => {
      expect({
        applicationId: database.pragma('application_id', { simple: true }),
        version: database.pragma('user_version', { simple: true }),
        journal: database.pragma('journal_mode', { simple: true }),
      }).toEqual({ applicationId: APPLICATION_ID, version: 1, journal: 'wal' });
    });
  });

  it('has strict tables only, so that a value of another kind never gets in', async () => {
    await withFile((database) => {
      const tables = database
        .prepare<[], { name: string; strict: number }>("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
        .all();
      const own = tables.filter((table) => !table.name.startsWith('sqlite_'));
      expect(own.map((table) => table.name).toSorted()).toEqual(['attachments', 'entries']);
      expect(own.every((table) => table.strict === 1)).toBe(true);
      const wrong = database.prepare("INSERT INTO entries VALUES ('r1', 'one', 1, '', '', '', '', '', '', '')");
      expect(() => wrong.run()).toThrow(/cannot store TEXT value in INTEGER column/);
    });
  });

  it.each([
    "UPDATE entries SET actor = 'Somebody else'",
    'UPDATE entries SET seq = seq + 1',
    'DELETE FROM entries',
    'REPLACE INTO entries SELECT * FROM entries',
    "UPDATE attachments SET bytes = x'00'",
    'DELETE FROM attachments',
    'REPLACE INTO attachments SELECT * FROM attachments',
  ])('refuses: %s', async (sql) => {
    await withFile((database) => {
      const before = database.prepare('SELECT * FROM entries, attachments').all();
      // REPLACE asks the triggers only with this setting; done without it, the change is found by verify.
      database.pragma('recursive_triggers = ON');
      expect(() => database.exec(sql)).toThrow(/append-only|UNIQUE/);
      expect(database.prepare('SELECT * FROM entries, attachments').all()).toEqual(before);
    });
  });

  it('holds what was appended, in order, with its attachments, also after it was closed', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    addNote(journal, 'first');
    const proof = await addEvidence(journal, Buffer.from('x'.repeat(100_000)));
    addNote(journal, 'second');
    const before = journal.readAll();
    journal.close();
    const again = await reopen(journal.path);
    expect(again.readAll()).toEqual(before);
    expect(before.unreadable).toEqual([]);
    expect(before.entries.map(({ seq, lamport, kind }) => [seq, lamport, kind])).toEqual([
      [1, 1, 'engagement.created'],
      [2, 2, 'journal.note-added'],
      [3, 3, 'checklist.evidence-added'],
      [4, 4, 'journal.note-added'],
    ]);
    expect(again.readSince(2).map((entry) => entry.seq)).toEqual([3, 4]);
    expect(valueOf(await again.readAttachment(proof.ref.sha256)).toString()).toBe('x'.repeat(100_000));
    expect(await again.readAttachment('0'.repeat(64))).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    again.close();
  });

  it('is one file alone once it is closed, besides the lock', async () => {
    const folder = await newFolder();
    const journal = await newEngagement(folder);
    addNote(journal, 'all of it');
    journal.close();
    expect(await readdir(folder)).toEqual(['harbour.landfall', 'harbour.landfall-lock']);
    expect((await readFile(path.join(folder, 'harbour.landfall'))).includes('all of it')).toBe(true);
  });

  it('keeps the same bytes once under two entries', async () => {
    const journal = await newEngagement(await newFolder());
    await addEvidence(journal, Buffer.from('the same'), 'a.txt');
    await addEvidence(journal, Buffer.from('the same'), 'b.txt');
    expect({ entries: journal.entryCount(), attachments: journal.attachmentCount() }).toEqual({ entries: 3, attachments: 1 });
    expect(await verifyJournal(journal, { now: () => new Date(0) })).toMatchObject({ isSound: true, problems: [] });
    journal.close();
  });

  it('refuses an entry that its own schema does not allow, writing nothing', async () => {
    const journal = await newEngagement(await newFolder());
    expect(() => journal.append('journal.note-added', { text: '', about: null })).toThrow(/Too small/);
    expect(journal.entryCount()).toBe(1);
    journal.close();
  });
});

describe('chains', () => {
  it('one per laptop: a second laptop joins with its first act, and each chain stands alone', async () => {
    const folder = await newFolder();
    const first = await newEngagement(folder);
    addNote(first, 'on laptop one');
    first.close();
    const two = openOptions({ laptopId: 'laptop-two-0123456789', machineName: 'laptop-two', actor: () => 'Otis Example' });
    const second = await reopen(first.path, two);
    expect(second.readAll().entries).toHaveLength(2);
    addNote(second, 'on laptop two');
    second.close();
    const back = await reopen(first.path);
    addNote(back, 'on laptop one again');
    const { entries } = back.readAll();
    expect(
      entries.map((entry) => [entry.replica === first.replica ? 'one' : 'two', entry.seq, entry.lamport, entry.kind, entry.actor]),
    ).toEqual([
      ['one', 1, 1, 'engagement.created', 'Test Person'],
      ['one', 2, 2, 'journal.note-added', 'Test Person'],
      ['two', 1, 3, 'journal.replica-joined', 'Otis Example'],
      ['two', 2, 4, 'journal.note-added', 'Otis Example'],
      ['one', 3, 5, 'journal.note-added', 'Test Person'],
    ]);
    expect(first.replica).not.toBe(second.replica);
    expect(back.replica).toBe(first.replica);
    expect(await verifyJournal(back, { now: () => new Date(0) })).toMatchObject({ isSound: true, entryCount: 5 });
    back.close();
  });

  it('name the hash of the entry before, and start from nothing', async () => {
    const journal = await newEngagement(await newFolder());
    addNote(journal, 'one');
    addNote(journal, 'two');
    const stored = [...journal.storedEntries()];
    expect(stored.map((entry) => entry.previousHash)).toEqual(['', stored[0]?.hash, stored[1]?.hash]);
    expect(new Set(stored.map((entry) => entry.hash)).size).toBe(3);
    expect(stored.map(entryId)).toEqual([1, 2, 3].map((seq) => `${journal.replica}-${seq}`));
    journal.close();
  });
});
