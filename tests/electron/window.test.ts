import { BrowserWindow } from 'electron';
import { afterEach, expect, test } from 'vitest';

import { createMainWindow, keepContentsAtHome } from '../../electron/window.ts';

afterEach(() => BrowserWindow.getAllWindows().forEach((window) => window.destroy()));

function openWindow() {
  const window = createMainWindow({ preloadFile: '/app/preload.cjs', iconFile: '/app/icon.png', isDark: true });
  const led: string[] = [];
  keepContentsAtHome(window.webContents, {
    open: (address) => void led.push(`open ${address}`),
    ask: (address) => void led.push(`ask ${address}`),
    refuse: (address) => void led.push(`refuse ${address}`),
  });
  /** Whether an event of the page is let through. */
  const happens = (event: string, details: object): boolean => {
    let isStopped = false;
    window.webContents.emit(event, { ...details, preventDefault: () => (isStopped = true) });
    return !isStopped;
  };
  return { window, led, happens };
}

test('the page runs in the sandbox, in a world of its own, without Node, and nothing is fetched for spelling', () => {
  const { window } = openWindow();
  const { options } = window as unknown as { readonly options: { readonly webPreferences: object } };
  expect(options).toMatchObject({ name: 'main', windowStatePersistence: true, show: false, backgroundColor: '#292929' });
  expect(options.webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
});

test('the window is shown when there is something to see', () => {
  const { window } = openWindow();
  const shown = window as unknown as { readonly isShown: boolean };
  expect(shown.isShown).toBe(false);
  window.emit('ready-to-show');
  expect(shown.isShown).toBe(true);
});

test.each([
  ['app://landfall/', true, true, []],
  ['app://landfall.example/', true, false, ['refuse app://landfall.example/']],
  ['https://learn.microsoft.com/azure', true, false, ['open https://learn.microsoft.com/azure']],
  ['https://example.org/', true, false, ['ask https://example.org/']],
  ['file:///etc/passwd', true, false, ['refuse file:///etc/passwd']],
  ['blob:app://landfall/1', true, false, ['refuse blob:app://landfall/1']],
  ['blob:app://landfall/1', false, true, []],
  ['about:srcdoc', false, true, []],
  ['https://learn.microsoft.com/azure', false, false, []],
  ['blob:https://example.org/1', false, false, []],
])('going to %s (top frame: %s) is let through: %s', (url, isMainFrame, isLetThrough, expected) => {
  const { led, happens } = openWindow();
  expect(happens('will-frame-navigate', { url, isMainFrame })).toBe(isLetThrough);
  expect(led).toEqual(expected);
  expect(happens('will-redirect', { url, isMainFrame })).toBe(isLetThrough);
  expect(led).toEqual(expected);
});

test('no page is embedded', () => expect(openWindow().happens('will-attach-webview', {})).toBe(false));

test('what the stand-in for Electron does not have fails by name', () => {
  const { window } = openWindow();
  expect(() => window.webContents.printToPDF({})).toThrow('does not provide webContents.printToPDF');
});
