import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { BRIDGE_NAME, CALL_CHANNEL } from '../../shared/contract/channels.ts';
import { startDesktop, type RunningDesktop } from './harness-desktop.ts';
import { makeFolders, type Folders } from './temporary-folders.ts';
import type { PageFaults } from './watch-page.ts';

const faults: PageFaults = { cspViolations: [], consoleErrors: [] };
let folders: Folders;
let app: RunningDesktop;

beforeAll(async () => {
  folders = await makeFolders();
  app = await startDesktop({ ...folders, viewport: { width: 1280, height: 720 }, faults, blocked: [], args: [] });
});

afterAll(async () => {
  await app.close();
  await folders.remove();
});

/** The built renderer, main and preload as they are shipped, seen from inside the page. */
test('the bridge has call and subscribe, cannot be changed, and nothing of Node or Electron is in the page', async () => {
  const seen = await app.page.evaluate((name) => {
    const page = globalThis as unknown as Record<string, unknown>;
    const bridge = page[name] as Record<string, unknown>;
    const strangers = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      'electron',
      'ipcRenderer',
      'hostToMain',
      'hostFromMain',
    ];
    return {
      verbs: Object.keys(bridge),
      isFrozen: Object.isFrozen(bridge),
      strangers: strangers.filter((stranger) => stranger in page),
    };
  }, BRIDGE_NAME);
  expect(seen).toEqual({ verbs: ['call', 'subscribe'], isFrozen: true, strangers: [] });
  expect(app.control.run.isSandboxEnabled).toBe(true);
});

test('the bridge answers with a reply also to nonsense', async () => {
  const replies = await app.page.evaluate(async () => {
    const { call } = (
      globalThis as unknown as { readonly landfall: { readonly call: (name: unknown, input?: unknown) => Promise<unknown> } }
    ).landfall;
    return await Promise.all([
      call('app.info', {}),
      call('no.such-method', {}),
      call(42),
      call('app.info', { surprise: true }),
      call('__proto__', {}),
    ]);
  });
  expect(replies).toMatchObject([{ ok: true }, ...Array.from({ length: 4 }, () => ({ ok: false, failure: { code: 'invalid-input' } }))]);
});

test.each([
  ['another origin', { url: 'https://example.org/', origin: 'https://example.org', parent: null }],
  ['a frame inside the page', { url: 'app://landfall/', origin: 'app://landfall', parent: {} }],
  ['a frame that is gone', null],
])('a call from %s is refused', async (_who, sender) => {
  expect(await app.control.invokeAs(sender, CALL_CHANNEL, 'app.info', {})).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
});

test('the page stays where it is; a link out of it is treated as a new window', async () => {
  const { page, control } = app;
  const before = page.url();
  control.prepareAnswer('showMessageBox', { response: 0 });
  for (const address of ['https://example.org/', 'file:///etc/passwd']) {
    await page.evaluate((target) => {
      location.href = target;
    }, address);
    await page.waitForTimeout(200);
  }
  expect(page.url()).toBe(before);
  expect(control.run.dialogs.map(({ options }) => options)).toMatchObject([{ message: 'Open example.org in the browser?' }]);
  expect(control.run.opened).toEqual([]);
});

test('a new window is never opened: our sources go to the browser, others only after a question, the rest nowhere', async () => {
  const { page, control } = app;
  const open = (address: string) => page.evaluate((url) => window.open(url), address);
  expect(await open('https://learn.microsoft.com/azure/site-recovery/')).toBeNull();
  await expect.poll(() => control.run.opened).toEqual(['https://learn.microsoft.com/azure/site-recovery/']);

  control.run.dialogs.length = 0;
  control.prepareAnswer('showMessageBox', { response: 0 });
  await open('https://wiki.example.org/page');
  await expect.poll(() => control.run.dialogs.length).toBe(1);
  expect(control.run.dialogs[0]?.options).toMatchObject({ message: 'Open wiki.example.org in the browser?' });
  control.prepareAnswer('showMessageBox', { response: 1 });
  await open('https://wiki.example.org/page');
  await expect
    .poll(() => control.run.opened)
    .toEqual(['https://learn.microsoft.com/azure/site-recovery/', 'https://wiki.example.org/page']);

  await open('file:///etc/passwd');
  await open('smb://server/share');
  await page.waitForTimeout(200);
  expect([control.run.opened.length, control.run.dialogs.length, page.context().pages().length]).toEqual([2, 2, 1]);
});

test('the content policy stops inline script, eval, foreign script and requests to the network', async () => {
  const { page, control } = app;
  const before = control.run.outsideRequests.length;
  const outcome = await page.evaluate(async () => {
    const world = globalThis as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.body.append(inline);
    const foreign = document.createElement('script');
    foreign.src = 'https://example.org/x.js';
    document.body.append(foreign);
    const image = new Image();
    image.src = 'https://example.org/x.png';
    // In a turn of its own: what a test runs directly in the page is not under the policy.
    const evalRan = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- the very thing that must not work
          resolve((new Function('return true') as () => unknown)());
        } catch {
          resolve(false);
        }
      }),
    );
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { inlineRan: world['inlineRan'] ?? false, evalRan, fetched };
  });
  expect(outcome).toEqual({ inlineRan: false, evalRan: false, fetched: false });
  for (const directive of ['script-src', 'img-src', 'connect-src']) {
    expect(faults.cspViolations.some((violation) => violation.startsWith(directive))).toBe(true);
  }
  // The policy stopped them before they became requests.
  expect(control.run.outsideRequests.length).toBe(before);
});

test('main stops what the page would send out, and lets its own requests to Azure pass', () => {
  const { wouldCancelRequest } = app.control;
  const addresses = ['https://example.org/', 'http://example.org/', 'ws://example.org/', 'file:///etc/passwd', 'ftp://example.org/'];
  expect(addresses.map((address) => wouldCancelRequest(address))).toEqual(addresses.map(() => true));
  expect(['app://landfall/', 'blob:app://landfall/1', 'data:,x'].map((address) => wouldCancelRequest(address))).toEqual([
    false,
    false,
    false,
  ]);
  expect(wouldCancelRequest('https://management.azure.com/', false)).toBe(false);
});

test('nothing outside the built window is served', async () => {
  const statuses = await app.page.evaluate(async () => {
    const addresses = [
      '/index.html',
      '/..%2f..%2fpackage.json',
      '/..%2fmain%2fmain.js',
      '/..%5cmain%5cmain.js',
      '/%2e%2e/main/main.js',
      '/nothing.js',
    ];
    return await Promise.all(addresses.map(async (address) => (await fetch(address)).status));
  });
  expect(statuses).toEqual([200, 400, 400, 400, 404, 404]);
});

test('every permission is denied, on request and on check', async () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'clipboard-sanitized-write',
    'openExternal',
    'usb',
    'fileSystem',
  ];
  expect(permissions.map((permission) => app.control.askPermission(permission))).toEqual(
    permissions.map(() => ({ onRequest: false, onCheck: false })),
  );
  const isRefused = await app.page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(false),
          () => resolve(true),
        ),
      ),
  );
  expect(isRefused).toBe(true);
});

test('only files that the page made can be saved', async () => {
  const { page, control } = app;
  const saved = page.waitForEvent('download');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['report']));
    link.download = 'report.txt';
    link.click();
  });
  expect((await saved).suggestedFilename()).toBe('report.txt');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/index.html';
    link.download = 'index.html';
    link.click();
  });
  await expect.poll(() => control.run.refusedDownloads).toEqual(['app://landfall/index.html']);
});

test('crash reports stay on this computer', () => {
  expect(app.control.run.crashReports).toEqual({ uploadToServer: false });
});

test('a second start with the same settings hands its file to the first and ends', async () => {
  const file = path.join(folders.documentsFolder, 'Missing.landfall');
  await expect(startDesktop({ ...folders, viewport: { width: 800, height: 600 }, faults, blocked: [], args: [file] })).rejects.toThrow(
    'ended without a window',
  );
  await app.page.getByText('Missing.landfall').first().waitFor({ timeout: 10_000 });
});
