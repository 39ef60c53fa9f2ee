import { describe, expect, it } from 'vitest';

import { startSmallEstate, type SmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { upload } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

/** A second list: it knows alpha and gamma otherwise, and one machine that the first does not hold. */
const SECOND = ['Name;Application;vCPU;Memory (GB)', 'alpha;Shop;6;16', 'gamma;Billing;10;32', 'omega;Shop;2;4'].join('\n');

async function startWithTwo(): Promise<SmallEstate & { readonly importIds: readonly string[] }> {
  const estate = await startSmallEstate(await newFolder());
  const { previewId } = await estate.ask('import.preview', { uploadId: await upload(estate, 'second.csv', Buffer.from(SECOND)) });
  await estate.ask('import.confirm', { previewId });
  const { rows } = await estate.ask('machine.list', { offset: 0, limit: 100 });
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  const snapshot = await estate.ask('snapshot.get', {});
  return { ...estate, idOf: (name) => ids.get(name) ?? name, importIds: (snapshot?.imports ?? []).map(({ id }) => id) };
}

const cpus = async ({ ask }: SmallEstate): Promise<unknown[]> =>
  (await ask('machine.list', { offset: 0, limit: 100 })).rows.map(({ name, cpuCount }) => `${name} ${cpuCount ?? 'unknown'}`);

describe('sources', () => {
  it('one source is trusted for a field on all machines where it says something; one undo takes all of it back', async () => {
    const estate = await startWithTwo();
    const { ask, app, idOf, importIds, entryCount } = estate;
    expect(
      (await ask('machine.conflicts', {})).conflicts.map(({ machineName, field, readings }) => [
        machineName,
        field,
        readings.map(({ importId }) => importId),
      ]),
    ).toEqual([
      ['alpha', 'cpuCount', importIds],
      ['gamma', 'cpuCount', importIds],
    ]);
    const before = await entryCount();
    const machineIds = ['alpha', 'gamma', 'omega'].map(idOf);
    expect(await ask('machine.choose-source', { machineIds, field: 'cpuCount', importId: importIds[0] ?? '' })).toEqual({ changed: 2 });
    expect(await cpus(estate)).toEqual(expect.arrayContaining(['alpha 4', 'gamma 8', 'omega 2']));
    expect((await ask('machine.conflicts', {})).total).toBe(0);
    expect(await entryCount()).toBe(before + 1);
    const { entries } = await ask('journal.list', { limit: 1 });
    expect(entries[0]?.title).toBe('Took processors of 2 machines from list.csv');
    await ask('journal.undo', {});
    expect(await cpus(estate)).toEqual(expect.arrayContaining(['alpha 6', 'gamma 10']));
    expect((await ask('machine.conflicts', {})).total).toBe(2);
    await app.close();
  });

  it('a choice that makes no sense is refused with a sentence, and nothing is written', async () => {
    const { ask, app, idOf, importIds, failureOf, entryCount } = await startWithTwo();
    const before = await entryCount();
    const choose = (changes: object) =>
      failureOf('machine.choose-source', { machineIds: [idOf('alpha')], field: 'cpuCount', importId: importIds[0] ?? '', ...changes });
    expect(await choose({ importId: 'gone' })).toMatchObject({ code: 'not-found' });
    expect(await choose({ machineIds: ['nobody'] })).toMatchObject({ code: 'not-found' });
    expect(await choose({ field: 'favouriteColour' })).toMatchObject({ code: 'invalid-input' });
    expect(await choose({ field: 'name' })).toMatchObject({ code: 'invalid-input' });
    expect(await choose({ field: 'owner' })).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining('list.csv says nothing of Owner') as unknown,
    });
    expect(await entryCount()).toBe(before);
    expect((await ask('machine.conflicts', {})).total).toBe(2);
    await app.close();
  });

  it('an import says what it brought: rows, machines added, changed and the same, and what is gone since the last of its kind', async () => {
    const { ask, app, importIds, failureOf } = await startWithTwo();
    const [first, second] = importIds;
    expect(await ask('import.details', { importId: first ?? '' })).toMatchObject({
      added: 6,
      changed: 0,
      same: 0,
      changedFields: [],
      gone: [],
    });
    const details = await ask('import.details', { importId: second ?? '' });
    expect(details).toMatchObject({ added: 1, changed: 2, same: 0, connections: 0, changedFields: [{ field: 'cpuCount', machines: 2 }] });
    expect(details.sheets).toEqual([{ name: 'CSV', rows: 3 }]);
    expect(details.gone.map(({ name }) => name)).toEqual(['beta', 'delta', 'epsilon', 'zeta']);
    expect(await failureOf('import.details', { importId: 'gone' })).toMatchObject({ code: 'not-found' });
    await app.close();
  });
});

describe('the history of a machine', () => {
  it('holds every entry that concerns it, also as it was called before a merge, and none of the others', async () => {
    const { ask, app, idOf } = await startWithTwo();
    const historyOf = async (name: string): Promise<string[]> =>
      (await ask('journal.list', { machineId: idOf(name) })).entries.map(({ kind }) => kind).toReversed();
    await ask('machine.set-values', { machineIds: [idOf('omega')], values: { owner: 'Crew' } });
    await ask('machine.set-scope', { machineIds: [idOf('beta')], isInScope: false, reason: 'Stays' });
    await ask('journal.add-note', { text: 'Asked the owner.', about: `machine:${idOf('alpha')}` });
    await ask('dependency.set-rules', { rules: { together: [{ a: idOf('alpha'), b: idOf('gamma'), reason: 'x' }] }, what: 'x' });
    await ask('dependency.set-rules', { rules: { largestGroup: 9 }, what: 'y' });
    await ask('plan.make', { timeLimitMs: 500 });
    await ask('machine.merge', { keepId: idOf('alpha'), mergedIds: [idOf('omega')] });
    await ask('journal.undo', {});
    await ask('journal.redo', {});
    expect(await historyOf('alpha')).toEqual([
      'inventory.imported',
      'inventory.imported',
      'machine.values-set',
      'journal.note-added',
      'dependencies.rules-changed',
      'plan.adopted',
      'machine.merged',
      'journal.entry-undone',
      'journal.entry-redone',
    ]);
    expect(await historyOf('beta')).toEqual(['inventory.imported', 'machine.scope-set']);
    expect(await historyOf('gamma')).toEqual(['inventory.imported', 'inventory.imported', 'dependencies.rules-changed', 'plan.adopted']);
    await app.close();
  });
});
