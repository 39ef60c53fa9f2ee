import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { appFolders } from '../../electron/app-folders.ts';
import { hasDisplay } from '../../electron/open-browser.ts';

describe('the folders of the app', () => {
  it('are where each system keeps such things', () => {
    const homeFolder = path.resolve('/nobody-has-this-home');
    const of = (platform: NodeJS.Platform, environment: Record<string, string> = {}) =>
      appFolders({ platform, homeFolder, environment }).userDataFolder;
    expect([of('linux'), of('darwin'), of('win32'), of('linux', { XDG_CONFIG_HOME: '/x' }), of('win32', { APPDATA: '/roaming' })]).toEqual([
      path.join(homeFolder, '.config/Landfall'),
      path.join(homeFolder, 'Library/Application Support/Landfall'),
      path.join(homeFolder, 'AppData/Roaming/Landfall'),
      path.join('/x', 'Landfall'),
      path.join('/roaming', 'Landfall'),
    ]);
  });

  it('fall back to the home folder for documents, and go where a person puts them', () => {
    const homeFolder = path.resolve('/nobody-has-this-home');
    const environment = { LANDFALL_USER_DATA: '/a', LANDFALL_DOCUMENTS: '/b' };
    expect(appFolders({ platform: 'linux', homeFolder, environment: {} }).documentsFolder).toBe(homeFolder);
    expect(appFolders({ platform: 'linux', homeFolder, environment })).toEqual({ userDataFolder: '/a', documentsFolder: '/b' });
  });
});

describe('whether a browser can be shown', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['win32', {}, true],
    ['darwin', { SSH_CONNECTION: 'a b' }, false],
  ] as const)('%s with %o: %s', (platform, environment, expected) => {
    expect(hasDisplay(platform, environment)).toBe(expected);
  });
});
