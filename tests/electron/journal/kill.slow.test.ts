import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { verifyJournal } from '../../../electron/journal/verify.ts';
import type { Entry } from '../../../shared/journal/entry.ts';
import { startChild, useChildren } from '../../support/child-process.ts';
import { newEngagement, reopen } from '../../support/engagement-files.ts';
import { seededRandom, wholeNumber } from '../../support/seeded-random.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
useChildren();

const KILLS = 100;
/** The moment: after up to so many entries, and up to so many milliseconds later. Counted so, a slow disk changes nothing. */
const MOST_ENTRIES = 4;
const LONGEST_MS = 10;
const child = path.join(import.meta.dirname, 'append-until-killed.ts');

function numberOf(entry: Entry): number | null {
  if (entry.kind === 'journal.note-added') return Number(entry.payload.text.split(' ')[1]);
  return entry.kind === 'checklist.evidence-added' ? Number(entry.payload.evidence.attachment?.name.split(' ')[1]) : null;
}

it(
  `loses no acknowledged entry when the process is killed at ${KILLS} random moments, and the file opens and verifies`,
  { timeout: 240_000 },
  async () => {
    const random = seededRandom(20_261_124);
    const created = await newEngagement(await newFolder());
    created.close();
    let next = 1;
    let acknowledged = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const running = startChild(child, [created.path, String(next)]);
      const awaited = wholeNumber(random, MOST_ENTRIES);
      await running.says(awaited === 0 ? 'open\n' : `\n${next + awaited - 1}\n`);
      await wait(random() * LONGEST_MS);
      await running.kill('SIGKILL');
      // The last line counts when it is whole: half of it may have been on its way.
      const said = running.printed().split('\n').slice(1, -1).map(Number);
      acknowledged = said.at(-1) ?? next - 1;
      const journal = await reopen(created.path);
      const { entries, unreadable } = journal.readAll();
      const verification = await verifyJournal(journal, { now: () => new Date(0) });
      journal.close();
      const numbers = entries.flatMap((entry) => numberOf(entry) ?? []);
      const last = numbers.at(-1) ?? 0;
      expect({ kill, unreadable, problems: verification.problems, numbers }).toEqual({
        kill,
        unreadable: [],
        problems: [],
        numbers: Array.from({ length: last }, (_, index) => index + 1),
      });
      // At most the one entry that was on disk and not yet acknowledged is more than was said.
      expect(last - acknowledged).toBeGreaterThanOrEqual(0);
      expect(last - acknowledged).toBeLessThanOrEqual(1);
      next = last + 1;
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
);
