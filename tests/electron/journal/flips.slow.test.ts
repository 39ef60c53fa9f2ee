import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { openEngagementFile } from '../../../electron/journal/open-engagement.ts';
import { verifyJournal } from '../../../electron/journal/verify.ts';
import { entryId, type StoredEntry } from '../../../shared/journal/entry.ts';
import { addEvidence, addNote, newEngagement, openOptions, reopen } from '../../support/engagement-files.ts';
import { seededRandom, wholeNumber } from '../../support/seeded-random.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

const PAGE_BYTES = 4096;
const FLIPS = 200;

/** Rows as bare SQLite reads them: what a flip changed shows here, whatever the product thinks of it. */
interface Content {
  readonly entries: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, string>;
}

function contentOf(filePath: string): Content | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(filePath, { readonly: true });
    const entries = database.prepare<[], StoredEntry>('SELECT * FROM entries').all();
    const attachments = database.prepare<[], { sha256: string; bytes: Buffer }>('SELECT * FROM attachments').all();
    return {
      entries: new Map(entries.map((entry) => [entryId(entry), JSON.stringify(entry)])),
      attachments: new Map(attachments.map(({ sha256, bytes }) => [sha256, Buffer.from(bytes).toString('base64')])),
    };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** Names under which a change may be reported: of what is different, gone or new. */
function changedNames(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

async function soundFile(folder: string): Promise<string> {
  const random = seededRandom(7);
  const journal = await newEngagement(folder);
  for (let index = 0; index < 30; index += 1) {
    addNote(journal, `note ${index}: ${'the same words again and again '.repeat(wholeNumber(random, 8))}`);
    if (index % 6 === 0)
      await addEvidence(journal, Buffer.from(Array.from({ length: 300 * (index + 1) }, () => wholeNumber(random, 256))), `proof ${index}`);
  }
  journal.close();
  const colleague = await reopen(journal.path, openOptions({ laptopId: 'laptop-two-0123456789', machineName: 'laptop-two' }));
  for (let index = 0; index < 10; index += 1) addNote(colleague, `from the other laptop ${index}`);
  colleague.close();
  return journal.path;
}

describe('verify', () => {
  it(`finds each of ${FLIPS} random flipped bytes in entries and attachments, and names what was changed`, async () => {
    const folder = await newFolder();
    const sound = await soundFile(folder);
    const bytes = await readFile(sound);
    const before = contentOf(sound);
    if (before === null) throw new Error('the sound file cannot be read');
    const random = seededRandom(42);
    const flipped = path.join(folder, 'flipped.landfall');
    const found = { entries: 0, attachments: 0 };
    while (found.entries + found.attachments < FLIPS) {
      // The first page holds the schema and no entry.
      const place = PAGE_BYTES + wholeNumber(random, bytes.length - PAGE_BYTES);
      const mask = 1 + wholeNumber(random, 255);
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ mask;
      await writeFile(flipped, copy);
      const after = contentOf(flipped);
      const names =
        after === null ? [] : [...changedNames(before.entries, after.entries), ...changedNames(before.attachments, after.attachments)];
      const what = { place, mask, names };
      const opened = await openEngagementFile(flipped, openOptions());
      // Free space, an index or the pages themselves: no entry or attachment reads otherwise than before.
      if (after !== null && names.length === 0) {
        if (opened.ok) opened.value.close();
        continue;
      }
      // So little holds together that SQLite reads nothing: not opening it is the right answer.
      if (after === null && !opened.ok) continue;
      if (!opened.ok) throw new Error(`${JSON.stringify(what)}: ${opened.failure.detail}`);
      const { isSound, problems } = await verifyJournal(opened.value, { now: () => new Date(0) });
      opened.value.close();
      const named = problems.flatMap((problem) => [problem.entryId, problem.sha256].filter((name) => name !== null));
      const isNamed = after === null || names.some((name) => named.includes(name));
      expect({ ...what, isSound, isNamed }).toEqual({ ...what, isSound: false, isNamed: true });
      if (after === null) continue;
      if (changedNames(before.entries, after.entries).length > 0) found.entries += 1;
      else found.attachments += 1;
    }
    expect(Math.min(found.entries, found.attachments)).toBeGreaterThan(10);
  });
});
