import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { startChild, useChildren } from '../../support/child-process.ts';
import { reopen, valueOf } from '../../support/engagement-files.ts';
import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { forkProcess, startTestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();
useChildren();

describe('making and opening', () => {
  it('puts a new engagement into the usual folder under a name that every system takes, never over another', async () => {
    const folder = await newFolder();
    const { ask, app } = startTestApp(folder);
    const first = await ask('engagement.create', { name: 'Ports / Harbours: “North”?', customer: 'Example' });
    const second = await ask('engagement.create', { name: 'Ports / Harbours: “North”?', customer: 'Example' });
    expect([first.fileName, second.fileName]).toEqual(['Ports Harbours North.landfall', 'Ports Harbours North 2.landfall']);
    expect(first.settings).toMatchObject({
      name: 'Ports / Harbours: “North”?',
      customer: 'Example',
      scenarios: ['vmware'],
      isSample: false,
    });
    await app.close();
  });

  it('keeps the open engagement open when another cannot be opened', async () => {
    const folder = await newFolder();
    const { ask, failureOf, app, events } = startTestApp(folder);
    const open = await ask('engagement.create', { name: 'Mine', customer: '' });
    events.length = 0;
    expect(await failureOf('engagement.open', { path: path.join(folder, 'gone.landfall') })).toMatchObject({ code: 'not-found' });
    expect((await ask('snapshot.get', {}))?.engagement.path).toBe(open.path);
    expect(events).toEqual([]);
    await app.close();
  });

  it('opens what is open already without a second lock, and many at once one after another', async () => {
    const folder = await newFolder();
    const { ask, app } = startTestApp(folder);
    const a = await ask('engagement.create', { name: 'A', customer: '' });
    const b = await ask('engagement.create', { name: 'B', customer: '' });
    const opened = await Promise.all([a, b, a, a, b].map(({ path: filePath }) => ask('engagement.open', { path: filePath })));
    expect(opened.map((info) => info.settings.name)).toEqual(['A', 'B', 'A', 'A', 'B']);
    expect((await ask('snapshot.get', {}))?.engagement.settings.name).toBe('B');
    await app.close();
  });

  it('says who has the file when another program has it, and opens it when that is gone', async () => {
    const folder = await newFolder();
    const first = startTestApp(folder);
    const { path: filePath } = await first.ask('engagement.create', { name: 'Shared', customer: '' });
    await first.app.close();
    const child = startChild(path.join(import.meta.dirname, '../journal/hold-lock.ts'), [filePath, 'Otis Example']);
    await child.says('held');
    const { ask, failureOf, app } = startTestApp(folder);
    expect(await failureOf('engagement.open', { path: filePath })).toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(
        /^Otis Example on .* has Shared\.landfall open\. Close it there first, then open it here\.$/,
      ) as unknown,
    });
    await child.kill();
    expect(await ask('engagement.open', { path: filePath })).toMatchObject({ isReadOnly: false });
    await app.close();
  });

  it('writes entries under the name that the person chose', async () => {
    const { ask, app } = startTestApp(await newFolder());
    await ask('app.set-preferences', { actorName: 'Greta Example' });
    await ask('engagement.create', { name: 'E', customer: '' });
    await ask('app.set-preferences', { actorName: 'Greta Example-Other' });
    await ask('journal.add-note', { text: 'after the wedding' });
    const { entries } = await ask('journal.list', {});
    expect(entries.map((entry) => entry.actor)).toEqual(['Greta Example-Other', 'Greta Example']);
    await app.close();
  });
});

describe('the recent list', () => {
  it('has the last opened first, marks what is gone, and forgets on request', async () => {
    const folder = await newFolder();
    const { ask, app } = startTestApp(folder);
    const a = await ask('engagement.create', { name: 'A', customer: 'Customer A' });
    const b = await ask('engagement.create', { name: 'B', customer: '' });
    await ask('engagement.open', { path: a.path });
    await ask('engagement.close', {});
    await rm(b.path);
    const recent = await ask('engagement.list-recent', {});
    expect(recent.map(({ name, customer, isMissing }) => ({ name, customer, isMissing }))).toEqual([
      { name: 'A', customer: 'Customer A', isMissing: false },
      { name: 'B', customer: '', isMissing: true },
    ]);
    await ask('engagement.forget-recent', { path: b.path });
    expect(await ask('engagement.list-recent', {})).toHaveLength(1);
    await app.close();
  });
});

describe('the sample', () => {
  it('opens in one click with 120 machines, a plan and no customer, and the second time as it was left', async () => {
    const folder = await newFolder();
    const { ask, app, log } = startTestApp(folder);
    const info = await ask('engagement.open-sample', {});
    expect(info.settings).toMatchObject({ isSample: true, customer: expect.stringContaining('fictional') as unknown });
    const snapshot = await ask('snapshot.get', {});
    expect(snapshot).toMatchObject({ machineCount: 120, plan: { isValid: true, unplannedGroupIds: [] } });
    expect(snapshot?.plan?.waves.length).toBeGreaterThanOrEqual(5);
    // Three sources meet in the same machines, and every verdict is to be seen.
    expect(snapshot?.imports.map(({ formatId }) => formatId)).toEqual(['rvtools', 'guest-facts', 'generic-table', 'connection-list']);
    expect(snapshot?.readiness?.verdicts).toEqual({
      ready: 0,
      'ready-with-warnings': expect.toSatisfy((count: number) => count > 60) as unknown,
      blocked: expect.toSatisfy((count: number) => count > 5) as unknown,
      undecided: expect.toSatisfy((count: number) => count > 5) as unknown,
    });
    await ask('journal.add-note', { text: 'I was here.' });
    await ask('engagement.close', {});
    const again = await ask('engagement.open-sample', {});
    expect(again.path).toBe(info.path);
    // Closing keeps the numbers of the rule set after the last act.
    const { entries } = await ask('journal.list', { limit: 2 });
    expect(entries.map((entry) => entry.kind)).toEqual(['readiness.recorded', 'journal.note-added']);
    expect(entries[1]?.detail).toBe('I was here.');
    expect(log.lines).toEqual([]);
    await app.close();
  });
});

describe('closing', () => {
  it('waits for a change that is under way', async () => {
    const folder = await newFolder();
    const { ask, app } = startTestApp(folder);
    const { path: filePath } = await ask('engagement.open-sample', {});
    const notes = Array.from({ length: 20 }, (_, index) => ask('journal.add-note', { text: `note ${index}` }));
    const closed = ask('engagement.close', {});
    await Promise.all([...notes, closed]);
    await ask('engagement.open', { path: filePath });
    expect((await ask('journal.list', { limit: 20, text: 'Added a note' })).entries).toHaveLength(20);
    await app.close();
  });

  it('the app stops a plan that is being made, and leaves a whole file', async () => {
    const folder = await newFolder();
    const first = startTestApp(folder, { fork: forkProcess });
    const { path: filePath } = await first.ask('engagement.open-sample', {});
    const before = (await first.ask('snapshot.get', {}))?.engagement.entryCount;
    const planning = first.app.dispatch('plan.make', { timeLimitMs: 60_000 });
    await expect.poll(() => first.events.some((event) => event.name === 'task.progress' && event.payload.kind === 'plan')).toBe(true);
    await first.app.close();
    expect(await planning).toMatchObject({ ok: expect.any(Boolean) as unknown });
    const { ask, app } = startTestApp(folder);
    await ask('engagement.open', { path: filePath });
    const after = (await ask('snapshot.get', {}))?.engagement.entryCount ?? 0;
    expect(after - (before ?? 0)).toBeLessThanOrEqual(1);
    expect(await ask('journal.verify', {})).toMatchObject({ isSound: true });
    await app.close();
  });
});

describe('looking', () => {
  it('changes not one byte of the file: opening, reading, verifying and closing', async () => {
    const estate = await startSmallEstate(await newFolder());
    await estate.app.close();
    // A change past the services: the numbers that were recorded at closing do not hold any more.
    const journal = await reopen(estate.filePath);
    valueOf(journal.append('machine.scope-set', { machineIds: [estate.idOf('alpha')], isInScope: false, reason: 'Gone.' }));
    journal.close();
    const before = await readFile(estate.filePath);
    for (const hostKind of ['in-process', 'command-line'] as const) {
      const { ask, app } = startTestApp(await newFolder(), { hostKind });
      await ask('engagement.open', { path: estate.filePath });
      await ask('snapshot.get', {});
      expect(await ask('journal.verify', {})).toMatchObject({ isSound: true });
      await app.close();
      expect({ hostKind, isSame: (await readFile(estate.filePath)).equals(before) }).toEqual({ hostKind, isSame: true });
    }
  });
});

describe('settings', () => {
  it('that do not change anything are no entry', async () => {
    const { ask, app } = startTestApp(await newFolder());
    await ask('engagement.create', { name: 'E', customer: 'C' });
    await ask('engagement.change-settings', { name: 'E', customer: 'C' });
    expect((await ask('snapshot.get', {}))?.seq).toBe(1);
    const info = await ask('engagement.change-settings', { siteLinkMbps: 100, customer: 'C' });
    expect(info.settings).toMatchObject({ siteLinkMbps: 100, customer: 'C' });
    expect((await ask('journal.list', {})).entries[0]?.payload).toEqual({ changes: { siteLinkMbps: 100 }, before: { siteLinkMbps: null } });
    await app.close();
  });

  it('of the person survive a restart and a damaged file', async () => {
    const folder = await newFolder();
    const first = startTestApp(folder);
    await first.ask('app.set-preferences', { theme: 'dark', layouts: { a: '1' } });
    await first.ask('app.set-preferences', { layouts: { b: '2' } });
    await first.app.close();
    const second = startTestApp(folder);
    expect((await second.ask('app.info', {})).preferences).toEqual({
      theme: 'dark',
      actorName: 'Test Person',
      isTourSeen: false,
      layouts: { a: '1', b: '2' },
    });
    await second.app.close();
    await writeFile(path.join(folder, 'user data/preferences.json'), '{"theme":"purple"');
    const third = startTestApp(folder);
    expect((await third.ask('app.info', {})).preferences.theme).toBe('system');
    await third.app.close();
  });
});
