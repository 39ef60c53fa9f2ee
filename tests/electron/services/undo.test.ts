import { describe, expect, it } from 'vitest';

import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

describe('undo and redo', () => {
  it('name what they would act on, take it back and put it back', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, app, idOf, rowOf } = estate;
    await ask('machine.set-values', { machineIds: [idOf('alpha')], values: { owner: 'Shop team' } });
    expect((await ask('snapshot.get', {}))?.undo).toEqual({ undo: expect.stringContaining('alpha') as unknown, redo: null });
    const undone = await ask('journal.undo', {});
    expect((await rowOf('alpha')).owner).toBeNull();
    expect(undone.redo).toContain('alpha');
    await ask('journal.redo', {});
    expect((await rowOf('alpha')).owner).toBe('Shop team');
    await app.close();
  });

  it('go on after a restart, because they are entries', async () => {
    const folder = await newFolder();
    const first = await startSmallEstate(folder);
    await first.ask('machine.set-scope', { machineIds: [first.idOf('beta')], isInScope: false, reason: 'Gone in March.' });
    await first.ask('machine.set-values', { machineIds: [first.idOf('alpha')], values: { owner: 'A' } });
    await first.ask('journal.undo', {});
    await first.app.close();
    const { ask, app } = startTestApp(folder);
    await ask('engagement.open', { path: first.filePath });
    const before = (await ask('snapshot.get', {}))?.undo;
    expect(before?.undo).toMatch(/out of scope/);
    expect(before?.redo).toContain('alpha');
    await ask('journal.redo', {});
    expect((await ask('machine.get', { machineId: first.idOf('alpha') })).row.owner).toBe('A');
    await app.close();
  });

  it('a new act clears what could be done again; with nothing left there is a sentence', async () => {
    const { ask, failureOf, app, idOf } = await startSmallEstate(await newFolder());
    await ask('machine.set-values', { machineIds: [idOf('alpha')], values: { owner: 'A' } });
    await ask('journal.undo', {});
    await ask('machine.set-values', { machineIds: [idOf('beta')], values: { owner: 'B' } });
    expect(await failureOf('journal.redo', {})).toEqual({ code: 'not-ready', detail: 'There is nothing to do again.' });
    await ask('journal.undo', {});
    await ask('journal.undo', {});
    expect(await failureOf('journal.undo', {})).toEqual({ code: 'not-ready', detail: 'There is nothing to undo.' });
    await app.close();
  });

  it('taking an import back takes its machines back; what was said of them waits and comes back with them', async () => {
    const { ask, app, idOf, rowOf } = await startSmallEstate(await newFolder());
    await ask('machine.set-values', { machineIds: [idOf('alpha')], values: { owner: 'Shop team' } });
    const { entries } = await ask('journal.list', { kind: 'inventory.imported' });
    await ask('journal.undo-entry', { entryId: entries[0]?.id ?? '' });
    expect(await ask('snapshot.get', {})).toMatchObject({ machineCount: 0, imports: [] });
    await ask('journal.redo', {});
    expect((await rowOf('alpha')).owner).toBe('Shop team');
    await app.close();
  });

  it('never removes anything: every act and its undoing stand in the journal', async () => {
    const { ask, failureOf, app, idOf, entryCount } = await startSmallEstate(await newFolder());
    const before = await entryCount();
    await ask('machine.set-values', { machineIds: [idOf('alpha')], values: { owner: 'A' } });
    await ask('journal.undo', {});
    await ask('journal.redo', {});
    expect(await entryCount()).toBe(before + 3);
    const { entries } = await ask('journal.list', { limit: 3 });
    expect(entries.map((entry) => [entry.kind, entry.isUndone])).toEqual([
      ['journal.entry-redone', false],
      ['journal.entry-undone', false],
      ['machine.values-set', false],
    ]);
    expect(await failureOf('journal.undo-entry', { entryId: entries[1]?.id ?? '' })).toMatchObject({ code: 'conflict' });
    await ask('journal.undo-entry', { entryId: entries[2]?.id ?? '' });
    expect(await failureOf('journal.undo-entry', { entryId: entries[2]?.id ?? '' })).toMatchObject({
      code: 'conflict',
      detail: 'This entry is undone already.',
    });
    expect(await failureOf('journal.undo-entry', { entryId: 'r0-99' })).toMatchObject({ code: 'not-found' });
    await app.close();
  });

  it('acts on what was done on this laptop only', async () => {
    const folder = await newFolder();
    const first = await startSmallEstate(folder);
    await first.ask('machine.set-values', { machineIds: [first.idOf('alpha')], values: { owner: 'first laptop' } });
    await first.app.close();
    const second = startTestApp(await newFolder(), { machineName: 'other-laptop' });
    await second.ask('engagement.open', { path: first.filePath });
    expect(await second.failureOf('journal.undo', {})).toMatchObject({ code: 'not-ready' });
    await second.ask('machine.set-values', { machineIds: [first.idOf('beta')], values: { owner: 'second laptop' } });
    await second.ask('journal.undo', {});
    expect(await second.failureOf('journal.undo', {})).toMatchObject({ code: 'not-ready' });
    expect((await second.ask('machine.get', { machineId: first.idOf('alpha') })).row.owner).toBe('first laptop');
    const kinds = (await second.ask('journal.list', { limit: 3 })).entries.map((entry) => entry.kind);
    expect(kinds).toEqual(['journal.entry-undone', 'machine.values-set', 'journal.replica-joined']);
    await second.app.close();
  });
});

describe('the list of entries', () => {
  it('is newest first, continues where it left off, and is filtered by kind, person and words', async () => {
    const { ask, app } = await startSmallEstate(await newFolder());
    for (let number = 1; number <= 7; number += 1) await ask('journal.add-note', { text: `note ${number}`, about: null });
    const first = await ask('journal.list', { limit: 3 });
    const next = await ask('journal.list', { limit: 3, before: first.entries.at(-1)?.lamport ?? 0 });
    expect([...first.entries, ...next.entries].map((entry) => entry.detail)).toEqual([7, 6, 5, 4, 3, 2].map((number) => `note ${number}`));
    expect({ hasMore: first.hasMore, total: first.total }).toEqual({ hasMore: true, total: 9 });
    expect((await ask('journal.list', { text: 'NOTE 4' })).entries.map((entry) => entry.detail)).toEqual(['note 4']);
    expect((await ask('journal.list', { kind: 'engagement.created' })).entries).toHaveLength(1);
    expect((await ask('journal.list', { actor: 'Nobody' })).entries).toEqual([]);
    await app.close();
  });
});
