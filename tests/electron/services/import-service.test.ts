import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { AppParts } from '../../../electron/app-parts.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { reopen, valueOf } from '../../support/engagement-files.ts';
import { awsAnswers } from '../../support/make-aws-answers.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { forkProcess, startTestApp, upload, type TestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();
const SAMPLE = path.join(import.meta.dirname, '../../../resources/sample/sample-estate.xlsx');

async function start(folder: string, changes: Partial<AppParts> = {}): Promise<TestApp> {
  const test = startTestApp(folder, changes);
  await test.ask('engagement.create', { path: path.join(folder, 'e.landfall'), name: 'E', customer: '' });
  return test;
}

async function preview(
  test: TestApp,
  name: string,
  bytes: Uint8Array | string,
  more: Partial<MethodInput<'import.preview'>> = {},
): Promise<ImportPreview> {
  return await test.ask('import.preview', { uploadId: await upload(test, name, Buffer.from(bytes)), ...more });
}

async function seqOf({ ask }: TestApp): Promise<number | undefined> {
  return (await ask('snapshot.get', {}))?.seq;
}

describe('a preview', () => {
  it('says what the file holds before anything is stored', async () => {
    const test = await start(await newFolder());
    const before = await seqOf(test);
    const seen = await preview(test, 'estate.xlsx', await readFile(SAMPLE));
    expect(seen).toMatchObject({
      formatId: 'rvtools',
      machineCount: 120,
      needsMapping: false,
      sameFileAs: null,
      skipped: [],
      changes: { added: 120, changed: 0, unchanged: 0 },
    });
    expect(seen.firstRows).toHaveLength(100);
    expect(seen.firstRows[0]).toMatchObject({ row: 2, sheet: 'vInfo' });
    expect(seen.sheets.map((sheet) => sheet.name)).toContain('vDisk');
    expect(await seqOf(test)).toBe(before);
    expect((await test.ask('machine.list', { offset: 0, limit: 10 })).total).toBe(0);
    await test.app.close();
  });

  it('tells its progress under the id that the caller chose, and its end', async () => {
    const test = await start(await newFolder());
    await preview(test, 'estate.xlsx', await readFile(SAMPLE), { taskId: 'mine' });
    const own = test.events.filter((event) => 'taskId' in event.payload && event.payload.taskId === 'mine');
    expect(own.at(0)?.name).toBe('task.progress');
    expect(own.at(-1)).toMatchObject({ name: 'task.finished', payload: { kind: 'import', isOk: true } });
    await test.app.close();
  });

  it('can be stopped; then nothing is stored and the next one works', async () => {
    const test = await start(await newFolder(), { fork: forkProcess });
    const uploadId = await upload(test, 'estate.xlsx', await readFile(SAMPLE));
    const running = test.failureOf('import.preview', { uploadId, taskId: 'stop-me' });
    await expect.poll(() => test.ask('task.cancel', { taskId: 'stop-me' })).toEqual({ wasRunning: true });
    expect(await running).toEqual({ code: 'cancelled', detail: 'estate.xlsx: stopped.' });
    expect(await test.ask('import.preview', { uploadId })).toMatchObject({ machineCount: 120 });
    await test.app.close();
  });

  it.each([
    ['half of a workbook', 'half.xlsx', async () => (await readFile(SAMPLE)).subarray(0, 9000), /half\.xlsx is damaged or cut off/],
    ['nothing', 'empty.csv', () => Promise.resolve(Buffer.alloc(0)), /empty\.csv is empty/],
    [
      'a picture',
      'photo.png',
      () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
      /photo\.png is a picture, whatever its name says/,
    ],
    ['a letter', 'letter.txt', () => Promise.resolve(Buffer.from('Dear colleague\nall is well\n')), /letter\.txt is not an inventory/],
  ])('of %s is refused with a sentence', async (_what, name, make, sentence) => {
    const test = await start(await newFolder());
    const uploadId = await upload(test, name, await make());
    const refusal = await test.failureOf('import.preview', { uploadId });
    expect(refusal).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(sentence) as unknown });
    expect(test.log.lines).toEqual([]);
    await test.app.close();
  });

  it('belongs to the engagement that it was compared with', async () => {
    const folder = await newFolder();
    const test = await start(folder);
    const { previewId } = await preview(test, 'estate.xlsx', await readFile(SAMPLE));
    await test.ask('engagement.create', { path: path.join(folder, 'other.landfall'), name: 'Other', customer: '' });
    expect(await test.failureOf('import.confirm', { previewId })).toMatchObject({ code: 'not-found' });
    await test.app.close();
  });
});

describe('confirming', () => {
  it('stores the machines as read and the file as it came, in one entry, once', async () => {
    const folder = await newFolder();
    const test = await start(folder);
    const bytes = await readFile(SAMPLE);
    const { previewId } = await preview(test, 'estate.xlsx', bytes);
    expect(await test.ask('import.confirm', { previewId })).toMatchObject({
      machineCount: 120,
      newMachineCount: 120,
      fileName: 'estate.xlsx',
    });
    expect(await test.failureOf('import.confirm', { previewId })).toMatchObject({ code: 'not-found' });
    await test.app.close();
    const journal = await reopen(path.join(folder, 'e.landfall'));
    const entry = journal.readAll().entries.findLast((one) => one.kind === 'inventory.imported');
    if (entry?.kind !== 'inventory.imported') throw new Error('there is no import');
    expect(valueOf(await journal.readAttachment(entry.payload.original.sha256)).equals(bytes)).toBe(true);
    const lines = valueOf(await journal.readAttachment(entry.payload.inventory.sha256))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(121);
    journal.close();
  });

  it('leaves no customer data behind in the temporary folder', async () => {
    const folder = await newFolder();
    const test = await start(folder);
    const kept = await preview(test, 'a.csv', 'Name,OS\nalpha,Debian 11\n');
    const thrown = await preview(test, 'b.csv', 'Name,OS\nbeta,Debian 11\n');
    await test.ask('import.confirm', { previewId: kept.previewId });
    await test.ask('import.discard', { previewId: thrown.previewId });
    const files = await readdir(path.join(folder, 'user data/temporary'), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile()).map((file) => file.name)).toEqual([]);
    await test.app.close();
    expect(await readdir(path.join(folder, 'user data/temporary'))).toEqual([]);
  });

  it('tells of the same bytes imported before, and of what changed in a newer file', async () => {
    const test = await start(await newFolder());
    const first = 'Name,OS,vCPU\nalpha,Debian 11,2\nbeta,Debian 11,4\ngamma,Debian 11,4\n';
    const { previewId } = await preview(test, 'first.csv', first);
    await test.ask('import.confirm', { previewId });
    expect(await preview(test, 'again.csv', first)).toMatchObject({
      sameFileAs: { fileName: 'first.csv' },
      changes: { added: 0, changed: 0, unchanged: 3 },
    });
    const newer = await preview(test, 'newer.csv', 'Name,OS,vCPU\nalpha,Debian 11,8\nbeta,Debian 11,4\ndelta,Debian 11,1\n');
    expect(newer).toMatchObject({ sameFileAs: null, changes: { added: 1, changed: 1, unchanged: 1, gone: 1 }, gone: [{ name: 'gamma' }] });
    await test.ask('import.confirm', { previewId: newer.previewId });
    const { rows } = await test.ask('machine.list', { offset: 0, limit: 10 });
    expect(rows.map(({ name, cpuCount, sourceCount }) => `${name} ${cpuCount} ${sourceCount}`).toSorted()).toEqual([
      'alpha 8 2',
      'beta 4 2',
      'delta 1 1',
      'gamma 4 1',
    ]);
    await test.app.close();
  });

  it('remembers how a person mapped columns, for the next file with the same headers', async () => {
    const folder = await newFolder();
    const test = await start(folder);
    const first = await preview(test, 'odd.csv', 'Asset tag;Working set\nalpha;120\n');
    expect(first).toMatchObject({ needsMapping: true, machineCount: 0 });
    expect(await test.failureOf('import.confirm', { previewId: first.previewId })).toMatchObject({ code: 'not-ready' });
    const mapping = { 'Asset tag': 'name', 'Working set': 'inUseGiB' };
    const mapped = await preview(test, 'odd.csv', 'Asset tag;Working set\nalpha;120\n', { mapping });
    await test.ask('import.confirm', { previewId: mapped.previewId });
    await test.app.close();
    const later = startTestApp(folder);
    await later.ask('engagement.open', { path: path.join(folder, 'e.landfall') });
    const again = await preview(later, 'odd 2.csv', 'Working set;Asset tag\n80;beta\n');
    expect(again).toMatchObject({ needsMapping: false, machineCount: 1 });
    expect(again.columns).toMatchObject([
      { header: 'Working set', field: 'inUseGiB', isRemembered: true },
      { header: 'Asset tag', field: 'name', isRemembered: true },
    ]);
    await later.app.close();
  });

  it('names every row that was left out', async () => {
    const test = await start(await newFolder());
    const seen = await preview(test, 'list.csv', 'Name,OS\nalpha,Debian 11\n,Debian 11\nalpha,Debian 11\n');
    expect(seen.skipped).toEqual([
      { sheet: 'CSV', row: 3, what: 'Debian 11', reason: 'It has no machine name.' },
      { sheet: 'CSV', row: 4, what: 'alpha', reason: 'It is the same as row 2.' },
    ]);
    await test.app.close();
  });
});

describe('several files of one export', () => {
  const files = Object.entries(awsAnswers()).map(([name, value]) => ({ name: `${name}.json`, bytes: Buffer.from(JSON.stringify(value)) }));

  async function previewAll(test: TestApp, given: typeof files): Promise<ImportPreview> {
    const [uploadId = '', ...alsoUploadIds] = await Promise.all(given.map(({ name, bytes }) => upload(test, name, bytes)));
    return await test.ask('import.preview', { uploadId, alsoUploadIds });
  }

  it('are one import, kept as they came, and recognised again in any order', async () => {
    const folder = await newFolder();
    const test = await start(folder, { fork: forkProcess });
    const seen = await previewAll(test, files);
    expect([seen.fileName, seen.machineCount, seen.fileSizeBytes]).toEqual([
      'instances.json and 3 more',
      2,
      files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ]);
    await test.ask('import.confirm', { previewId: seen.previewId });
    const again = await previewAll(test, files.toReversed());
    expect([again.sameFileAs?.fileName, again.changes]).toMatchObject([
      'instances.json and 3 more',
      { added: 0, changed: 0, unchanged: 2 },
    ]);
    await test.ask('import.discard', { previewId: again.previewId });
    const left = await readdir(path.join(folder, 'user data/temporary'), { recursive: true, withFileTypes: true });
    expect(left.filter((file) => file.isFile())).toEqual([]);
    await test.app.close();
    const journal = await reopen(path.join(folder, 'e.landfall'));
    const entry = journal.readAll().entries.findLast((one) => one.kind === 'inventory.imported');
    if (entry?.kind !== 'inventory.imported') throw new Error('there is no import');
    const kept = unzipSync(valueOf(await journal.readAttachment(entry.payload.original.sha256)));
    expect(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.equals(kept[name] ?? Buffer.alloc(0))]))).toEqual(
      Object.fromEntries(files.map(({ name }) => [name, true])),
    );
    journal.close();
  });

  it('that are several exports are refused, and nothing is stored', async () => {
    const test = await start(await newFolder());
    const before = await seqOf(test);
    const [uploadId = '', other = ''] = await Promise.all(
      ['a.csv', 'b.csv'].map((name) => upload(test, name, Buffer.from('Name,OS\nalpha,Debian 11\n'))),
    );
    expect(await test.failureOf('import.preview', { uploadId, alsoUploadIds: [other] })).toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/Import them one after another\.$/) as unknown,
    });
    expect(await seqOf(test)).toBe(before);
    expect(await test.ask('import.preview', { uploadId })).toMatchObject({ machineCount: 1 });
    await test.app.close();
  });
});

describe('files on their way in', () => {
  it('come piece by piece in order, and are not used before they are whole', async () => {
    const test = await start(await newFolder());
    const { uploadId } = await test.ask('upload.start', { name: 'a.csv', sizeBytes: 6 });
    const send = (offset: number, text: string) => ({ uploadId, offset, base64: Buffer.from(text).toString('base64') });
    expect(await test.ask('upload.chunk', send(0, 'abc'))).toEqual({ receivedBytes: 3 });
    expect(await test.failureOf('upload.chunk', send(0, 'abc'))).toMatchObject({ code: 'invalid-input' });
    expect(await test.failureOf('upload.chunk', send(3, 'much too much'))).toMatchObject({ code: 'invalid-input' });
    expect(await test.failureOf('import.preview', { uploadId })).toMatchObject({
      code: 'not-ready',
      detail: expect.stringMatching(/a\.csv: 3 of 6 bytes have arrived/) as unknown,
    });
    await test.ask('upload.cancel', { uploadId });
    expect(await test.failureOf('upload.chunk', send(3, 'def'))).toMatchObject({ code: 'not-found' });
    await test.app.close();
  });

  it('are at most a hundred at a time, so that a window that goes wrong does not fill the disk', async () => {
    const test = await start(await newFolder());
    for (let count = 0; count < 100; count += 1) await test.ask('upload.start', { name: `${count}`, sizeBytes: 1 });
    expect(await test.failureOf('upload.start', { name: 'one more', sizeBytes: 1 })).toMatchObject({ code: 'conflict' });
    await test.app.close();
  });

  it('have at most two gigabytes together', async () => {
    const test = await start(await newFolder());
    const sizeBytes = 200 * 1024 * 1024;
    for (let count = 0; count < 10; count += 1) await test.ask('upload.start', { name: `${count}`, sizeBytes });
    expect(await test.failureOf('upload.start', { name: 'more.csv', sizeBytes })).toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/^more\.csv does not fit/) as unknown,
    });
    await test.app.close();
  });
});
