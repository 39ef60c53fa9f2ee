import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';

import { addEvidence, openOptions, reopen, valueOf } from '../../support/engagement-files.ts';

/** Run as a process of its own: appends numbered entries and says each number as soon as the entry is acknowledged. */
const [, , filePath = '', firstNumber = '1'] = process.argv;
const EVERY_WITH_FILE = 4;
const STANDARD_OUTPUT = 1;

const journal = await reopen(filePath, openOptions());
writeSync(STANDARD_OUTPUT, 'open\n');
for (let number = Number(firstNumber); ; number += 1) {
  // Entry after entry, as fast as they go: the point is to be in the middle of one when the end comes.
  // oxlint-disable-next-line no-await-in-loop
  if (number % EVERY_WITH_FILE === 0) await addEvidence(journal, randomBytes(30_000), `proof ${number}`);
  else valueOf(journal.append('journal.note-added', { text: `note ${number}`, about: null }));
  writeSync(STANDARD_OUTPUT, `${number}\n`);
}
