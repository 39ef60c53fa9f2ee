import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { createFileLog, redact } from '../../electron/log.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const now = () => new Date('2026-11-24T10:00:00Z');

const SECRET = 's3cr3tS3cr3tS3cr3t';

test.each([
  ['a bearer token', `Authorization: Bearer ${SECRET}`],
  ['a basic login', `authorization: basic ${SECRET}=`],
  ['a JSON web token', `got eyJhbGciOiJSUzI1NiJ9.eyJ${SECRET}.${SECRET}`],
  ['a signed address', `https://account.blob.example/x?sv=2024&sig=${SECRET}&se=2026`],
  ['a one-time ticket in an address', `http://127.0.0.1:4000/?ticket=${SECRET}`],
  ['a sign-in code', `https://login.example/cb?code=${SECRET}&state=1`],
  ['a password in text', `password=${SECRET}`],
  ['a password in JSON', JSON.stringify({ password: SECRET })],
  ['a password in JSON inside JSON', JSON.stringify({ body: JSON.stringify({ password: SECRET }) })],
  ['a password of several words', JSON.stringify({ password: `open ${SECRET} sesame` })],
  ['a client secret in JSON', JSON.stringify({ client_secret: SECRET })],
  ['a refresh token in camel case', JSON.stringify({ refreshToken: SECRET })],
  ['a refresh token', JSON.stringify({ refresh_token: SECRET })],
  ['a connection string', `DefaultEndpointsProtocol=https;AccountKey=${SECRET}==;EndpointSuffix=core`],
])('%s never reaches the log', (_what, line) => {
  const clean = redact(line);
  expect(clean).not.toContain(SECRET);
  expect(clean).toContain('[removed]');
});

test('ordinary words stay as they are', () => {
  const line = 'a handler threw in plan.make after 12 s; password policy is not checked; https://learn.microsoft.com/azure?view=all';
  expect(redact(line)).toBe(line);
});

test('lines are JSON with time and level, redacted with their details', async () => {
  const folder = path.join(await newFolder(), 'user data');
  const log = createFileLog(folder, now);
  log.info('started', { version: '1' });
  log.error('refused', { header: `Bearer ${SECRET}` });
  const lines = (await readFile(path.join(folder, 'landfall.log'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at: '2026-11-24T10:00:00.000Z', level: 'info', message: 'started', version: '1' },
    { at: '2026-11-24T10:00:00.000Z', level: 'error', message: 'refused', header: expect.stringMatching(/\[removed\]$/) as unknown },
  ]);
});

test('a log that has grown is put aside once, and one that cannot be written stops nothing', async () => {
  const folder = await newFolder();
  await writeFile(path.join(folder, 'landfall.log'), 'x'.repeat(2 * 1024 * 1024 + 1));
  createFileLog(folder, now).warn('next');
  expect((await readFile(path.join(folder, 'landfall.log'), 'utf8')).split('\n')).toHaveLength(2);
  expect((await readFile(path.join(folder, 'landfall.log.old'), 'utf8')).length).toBeGreaterThan(2 * 1024 * 1024);
  await mkdir(path.join(folder, 'taken/landfall.log'), { recursive: true });
  expect(() => createFileLog(path.join(folder, 'taken'), now).info('lost')).not.toThrow();
});
