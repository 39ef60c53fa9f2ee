import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();
const ALL = ['html', 'xlsx', 'json', 'csv'] as const;

async function download(app: Pick<TestApp, 'ask'>, downloadId: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset = 0; ;) {
    const piece = await app.ask('download.read', { downloadId, offset });
    const bytes = Buffer.from(piece.base64, 'base64');
    pieces.push(bytes);
    offset += bytes.byteLength;
    if (piece.isLast) return Buffer.concat(pieces);
  }
}

type Files = MethodOutput<'report.export'>['files'];
const hashes = (files: Files): string[] => files.map(({ name, sha256 }) => `${name} ${sha256}`);

async function namesBelow(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('writes every format, hands out what was hashed, records it, and leaves nothing behind', async () => {
  const folder = await newFolder();
  const run = startTestApp(folder);
  try {
    await run.ask('engagement.open-sample', {});
    const { files } = await run.ask('report.export', { preset: 'wave-plan', formats: [...ALL], taskId: 'task-1' });
    expect(files.map(({ name, format }) => [format, name.replace(/\d{4}-\d\d-\d\d/, 'DAY')])).toEqual([
      ['html', 'SAMPLE_Sample-engagement_wave-plan_DAY.html'],
      ['xlsx', 'SAMPLE_Sample-engagement_wave-plan_DAY.xlsx'],
      ['json', 'SAMPLE_Sample-engagement_wave-plan_DAY.json'],
      ['json', 'landfall-report.schema.json'],
      ['csv', 'SAMPLE_Sample-engagement_wave-plan_DAY_tables.zip'],
    ]);
    for (const file of files) {
      const bytes = await download(run, file.downloadId);
      expect([bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.sizeBytes, file.sha256]);
    }
    const { entries } = await run.ask('journal.list', { kind: 'report.exported' });
    expect(entries.map(({ payload }) => payload)).toEqual([
      { preset: 'wave-plan', files: files.map(({ name, format, sha256, sizeBytes }) => ({ name, format, sha256, sizeBytes })) },
    ]);
    expect((await run.ask('snapshot.get', {}))?.reports.map(({ preset, files: kept }) => [preset, kept.length])).toEqual([
      ['wave-plan', 5],
    ]);
    const finished = run.events.find((event) => event.name === 'task.finished' && event.payload.taskId === 'task-1');
    expect(finished?.payload).toMatchObject({ kind: 'report', isOk: true });
    const steps = run.events.flatMap((event) =>
      event.name === 'task.progress' && event.payload.kind === 'report' ? [event.payload.done] : [],
    );
    expect(steps.at(-1)).toBe(1);
    expect(await namesBelow(path.join(folder, 'user data', 'temporary'))).toEqual([]);
  } finally {
    await run.app.close();
  }
  expect(run.log.lines).toEqual([]);
});

test('the same state gives the same bytes, although each export is an entry; a change gives others', async () => {
  const run = startTestApp(await newFolder());
  try {
    await run.ask('engagement.open-sample', {});
    for (const preset of ['assessment', 'completion'] as const) {
      const first = await run.ask('report.export', { preset, formats: [...ALL] });
      const second = await run.ask('report.export', { preset, formats: [...ALL] });
      expect(hashes(second.files)).toEqual(hashes(first.files));
    }
    const before = await run.ask('report.export', { preset: 'assessment', formats: ['json'] });
    await run.ask('journal.add-note', { text: 'Something new.' });
    const after = await run.ask('report.export', { preset: 'assessment', formats: ['json'] });
    expect(after.files[0]?.sha256).not.toBe(before.files[0]?.sha256);
  } finally {
    await run.app.close();
  }
});

test('gives text tables one by one when asked, and a preview that is the page of an export', async () => {
  const run = startTestApp(await newFolder());
  try {
    await run.ask('engagement.open-sample', {});
    const { html } = await run.ask('report.preview', { preset: 'assessment' });
    const { files } = await run.ask('report.export', { preset: 'assessment', formats: ['html', 'csv'], csvAs: 'files' });
    const [page, ...tables] = files;
    expect((await download(run, page?.downloadId ?? '')).toString('utf8')).toBe(html);
    expect(tables.map(({ name }) => name.split('_').at(-1))).toContain('Machines.csv');
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect((await download(run, tables.at(-1)?.downloadId ?? '')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  } finally {
    await run.app.close();
  }
});

test('says why there is no report, and stops when asked', async () => {
  const run = startTestApp(await newFolder());
  try {
    expect(await run.failureOf('report.preview', { preset: 'assessment' })).toMatchObject({ code: 'not-ready' });
    expect(await run.failureOf('report.export', { preset: 'assessment', formats: ['html'] })).toMatchObject({ code: 'not-ready' });
    await run.ask('engagement.open-sample', {});
    const stop = run.app.hub.subscribe((event) => {
      if (event.name === 'task.progress' && event.payload.taskId === 'stop-me') void run.app.dispatch('task.cancel', { taskId: 'stop-me' });
    });
    const failure = await run.failureOf('report.export', { preset: 'assessment', formats: [...ALL], taskId: 'stop-me' });
    stop();
    expect(failure).toEqual({ code: 'cancelled', detail: 'The report: stopped.' });
    expect((await run.ask('snapshot.get', {}))?.reports).toEqual([]);
  } finally {
    await run.app.close();
  }
});
