import { describe, expect, it } from 'vitest';

import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { upload } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

describe('values of machines', () => {
  it('say where they come from: file, sheet and row; a person wins and can take it back', async () => {
    const { ask, app, idOf, rowOf } = await startSmallEstate(await newFolder());
    const cpu = async () => (await ask('machine.get', { machineId: idOf('gamma') })).fields.find((field) => field.name === 'cpuCount');
    expect(await cpu()).toMatchObject({
      value: 8,
      state: 'one-source',
      readings: [{ value: 8, source: 'list.csv', sheet: 'CSV', row: 4, counts: true }],
    });
    await ask('machine.set-values', { machineIds: [idOf('gamma')], values: { cpuCount: 12 } });
    expect(await cpu()).toMatchObject({
      value: 12,
      state: 'person',
      readings: [
        { value: 8, source: 'list.csv', counts: false },
        { value: 12, source: 'Test Person', sheet: null, row: null, counts: true },
      ],
    });
    expect(await rowOf('gamma')).toMatchObject({ cpuCount: 12, provenance: { cpuCount: 'person' } });
    await ask('machine.set-values', { machineIds: [idOf('gamma')], values: { cpuCount: null } });
    expect(await rowOf('gamma')).toMatchObject({ cpuCount: 8, provenance: {} });
    await app.close();
  });

  it('of two sources that differ are marked as a conflict, the newer counting', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, app, rowOf } = estate;
    const second = 'Name;Application;vCPU;Memory (GB)\nalpha;Shop;6;16\n';
    const { previewId } = await ask('import.preview', { uploadId: await upload(estate, 'second.csv', Buffer.from(second)) });
    await ask('import.confirm', { previewId });
    const row = await rowOf('alpha');
    expect(row).toMatchObject({ cpuCount: 6, memoryMiB: 16_384, sourceCount: 2 });
    expect(row.provenance).toMatchObject({ cpuCount: 'conflict', memoryMiB: 'agreed', application: 'agreed' });
    expect(row.provenance['osName']).toBeUndefined();
    await app.close();
  });

  it('that cannot stand in a field are refused with a sentence, for all machines or none', async () => {
    const { ask, failureOf, app, idOf, entryCount } = await startSmallEstate(await newFolder());
    const before = await entryCount();
    const set = (values: Record<string, string | number | boolean | null>, machineIds = [idOf('alpha')]) =>
      failureOf('machine.set-values', { machineIds, values });
    expect(await set({ cpuCount: -1 })).toEqual({
      code: 'invalid-input',
      detail: expect.stringMatching(/give a number of 0 or more/) as unknown,
    });
    expect(await set({ firmware: 'steam' })).toEqual({
      code: 'invalid-input',
      detail: expect.stringMatching(/choose one of bios, uefi/) as unknown,
    });
    expect(await set({ name: null })).toMatchObject({ code: 'invalid-input' });
    expect(await set({ favouriteColour: 'blue' })).toMatchObject({ code: 'invalid-input' });
    expect(await set({ disks: 'two' })).toMatchObject({ code: 'invalid-input' });
    expect(await set(JSON.parse('{"__proto__":"x"}') as Record<string, string>)).toMatchObject({ code: 'invalid-input' });
    expect(await set({})).toMatchObject({ code: 'invalid-input' });
    expect(await set({ owner: 'A' }, [idOf('alpha'), 'nobody'])).toMatchObject({ code: 'not-found' });
    expect(await entryCount()).toBe(before);
    expect((await ask('machine.list', { offset: 0, limit: 10 })).rows.every((row) => row.owner === null)).toBe(true);
    await app.close();
  });
});

describe('scope', () => {
  it('takes machines out of counts and groups, with the reason kept', async () => {
    const { ask, app, idOf } = await startSmallEstate(await newFolder());
    const verdicts = async () =>
      Object.values((await ask('snapshot.get', {}))?.readiness.verdicts ?? {}).reduce((sum, count) => sum + count, 0);
    expect(await verdicts()).toBe(6);
    expect(
      await ask('machine.set-scope', { machineIds: [idOf('beta'), idOf('epsilon')], isInScope: false, reason: 'Switched off.' }),
    ).toEqual({ changed: 2 });
    expect(await ask('machine.set-scope', { machineIds: [idOf('beta')], isInScope: false, reason: 'Again.' })).toEqual({ changed: 0 });
    expect(await verdicts()).toBe(4);
    const groups = (await ask('snapshot.get', {}))?.groups ?? [];
    expect(groups.flatMap((group) => group.machineIds)).not.toContain(idOf('beta'));
    expect((await ask('journal.list', { limit: 1 })).entries[0]).toMatchObject({ detail: 'Switched off.' });
    await app.close();
  });
});

describe('pages of machines', () => {
  it('hold every machine once, whatever their size', async () => {
    const { ask, app } = await startSmallEstate(await newFolder());
    const names: string[] = [];
    for (let offset = 0; offset < 8; offset += 4)
      names.push(...(await ask('machine.list', { offset, limit: 4 })).rows.map((row) => row.name));
    expect(names.toSorted()).toEqual(['alpha', 'beta', 'delta', 'epsilon', 'gamma', 'zeta']);
    expect(await ask('machine.list', { offset: 100, limit: 4 })).toMatchObject({ rows: [], total: 6 });
    await app.close();
  });
});

describe('search', () => {
  it('finds machines, groups, waves, steps, rules and entries by any part of their words, beginnings first', async () => {
    const { ask, app } = await startSmallEstate(await newFolder());
    await ask('plan.make', { timeLimitMs: 200 });
    const kindsFor = async (text: string) => (await ask('search.find', { text })).map((found) => `${found.kind} ${found.title}`);
    expect((await kindsFor('ALPHA'))[0]).toBe('machine alpha');
    expect(await kindsFor('10.0.0.4')).toContain('machine delta');
    expect(await kindsFor('billing')).toEqual(expect.arrayContaining(['group Billing', 'machine gamma']) as unknown);
    expect(await kindsFor('wave 1')).toContain('wave Wave 1');
    expect(await kindsFor('route')).toEqual(expect.arrayContaining([expect.stringMatching(/^step /)]) as unknown);
    expect(await kindsFor('imported 6')).toEqual([expect.stringMatching(/^entry Imported 6 machines from list\.csv/)]);
    expect((await kindsFor('eta')).slice(0, 2).every((found) => found.startsWith('machine'))).toBe(true);
    expect(await kindsFor('   ')).toEqual([]);
    expect(await ask('search.find', { text: 'a', limit: 3 })).toHaveLength(3);
    await app.close();
  });
});
