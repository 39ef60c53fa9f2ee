import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { CONTENT_SECURITY_POLICY } from '../../../electron/host/content-security-policy.ts';
import { createAppFiles } from '../../../electron/host/serve-app-files.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

async function serveFolder(): Promise<(address: string, method?: string) => Promise<Response>> {
  const folder = await newFolder();
  await mkdir(path.join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(path.join(folder, 'renderer/index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'renderer/assets/main.js'), 'run()');
  await writeFile(path.join(folder, 'secret.json'), '{"secret":1}');
  await writeFile(path.join(folder, 'renderer/notes.landfall'), 'customer');
  const answer = createAppFiles(path.join(folder, 'renderer'));
  return (address, method = 'GET') => answer({ url: address, method } as Request);
}

test('files of the window are served with their type and the strict policy', async () => {
  const get = await serveFolder();
  const page = await get('app://landfall/');
  expect([page.status, await page.text(), page.headers.get('content-type')]).toEqual([200, '<!doctype html>', 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  const script = await get('app://landfall/assets/main.js?v=1');
  expect([script.status, await script.text(), script.headers.get('x-content-type-options')]).toEqual([200, 'run()', 'nosniff']);
  expect(await (await get('app://landfall/', 'HEAD')).text()).toBe('');
});

test.each([
  ['app://landfall/..%2fsecret.json', 400],
  ['app://landfall/assets/..%2f..%2f..%2fsecret.json', 400],
  ['app://landfall/..%5csecret.json', 400],
  ['app://landfall/%', 400],
  ['app://elsewhere/index.html', 400],
  ['https://landfall/index.html', 400],
  ['nonsense', 400],
  // The address itself takes these steps away; what is left is not there.
  ['app://landfall/../secret.json', 404],
  ['app://landfall/%2e%2e/secret.json', 404],
  ['app://landfall/%00index.html', 404],
  ['app://landfall/notes.landfall', 404],
  ['app://landfall/assets', 404],
])('%s is refused with %i and the policy', async (address, status) => {
  const get = await serveFolder();
  const answer = await get(address);
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain('secret');
  expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
});

test('the policy allows no inline script, no eval and nothing from outside', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
});

test('addresses are only read', async () => {
  const get = await serveFolder();
  expect((await get('app://landfall/', 'POST')).status).toBe(405);
});
