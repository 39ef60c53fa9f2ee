import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { seededRandom, wholeNumber } from '../../support/seeded-random.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();
const FLIPS = 100;

it(`opens or refuses an engagement with one of ${FLIPS} flipped bytes, and never stumbles over it`, async () => {
  const folder = await newFolder();
  const first = startTestApp(folder);
  const { path: soundPath } = await first.ask('engagement.open-sample', {});
  await first.app.close();
  const bytes = await readFile(soundPath);
  const random = seededRandom(3);
  const flippedPath = path.join(folder, 'flipped.landfall');
  let opened = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const place = wholeNumber(random, bytes.length);
    const copy = Buffer.from(bytes);
    copy[place] = (copy[place] ?? 0) ^ (1 + wholeNumber(random, 255));
    await writeFile(flippedPath, copy);
    const { app, log } = startTestApp(folder);
    const isOpen = (await app.dispatch('engagement.open', { path: flippedPath })).ok;
    for (const method of ['snapshot.get', 'journal.list', 'journal.verify', 'plan.check']) await app.dispatch(method, {});
    await app.dispatch('machine.list', { offset: 0, limit: 200 });
    await app.close();
    // A bug is logged as an error; a failure with its sentence is not.
    expect({ place, bugs: log.lines.filter((line) => line.level === 'error') }).toEqual({ place, bugs: [] });
    if (isOpen) opened += 1;
  }
  expect(opened).toBeGreaterThan(FLIPS / 2);
});
