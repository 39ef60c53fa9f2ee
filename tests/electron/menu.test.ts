import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';

import { menuCommands, menuTemplate, toAccelerator } from '../../electron/menu.ts';
import { globalCommands } from '../../renderer/commands/global-commands.ts';
import type { App } from '../../renderer/store/store.ts';

/** The window's list; the app is only used when a command runs. */
const commands = globalCommands({} as App);
const shortcutsOf = (id: string): readonly string[] => {
  const command = commands.find((one) => one.id === id);
  return command === undefined ? [] : [command.shortcut ?? '', ...(command.otherShortcuts ?? [])];
};

/** What Electron binds by itself. SOURCE: Electron's lib/browser/api/menu-item-roles.ts; 2026-11. */
const ROLE_SHORTCUTS: Readonly<Record<string, readonly string[]>> = {
  cut: ['Mod+X'],
  copy: ['Mod+C'],
  paste: ['Mod+V'],
  selectAll: ['Mod+A'],
  zoomIn: ['Mod+Plus'],
  zoomOut: ['Mod+-'],
  resetZoom: ['Mod+0'],
  togglefullscreen: ['F11', 'Control+Command+F'],
  reload: ['Mod+R'],
  toggleDevTools: ['Mod+Shift+I', 'Alt+Command+I'],
  quit: ['Mod+Q'],
  about: [],
  help: [],
  appMenu: ['Mod+H', 'Alt+Command+H', 'Mod+Q'],
  minimize: ['Mod+M'],
  zoom: [],
};

function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

test('every command of the menu is one of the window, with a shortcut that the window knows', () => {
  const wrong = menuCommands.filter(
    ({ id, shortcut }) => commands.every((command) => command.id !== id) || (shortcut !== undefined && !shortcutsOf(id).includes(shortcut)),
  );
  expect(wrong).toEqual([]);
  expect(menuCommands.length).toBeGreaterThan(20);
});

test('a command with a shortcut shows it in the menu', () => {
  const silent = menuCommands.filter(({ id, shortcut }) => shortcut === undefined && (shortcutsOf(id)[0] ?? '') !== '');
  expect(silent).toEqual([]);
});

test.each([
  [false, true],
  [true, false],
])('no shortcut acts twice (mac: %s, installed: %s)', (isMac, isPackaged) => {
  const items = itemsOf(menuTemplate({ isMac, isPackaged, isEngagementOpen: true }, () => undefined));
  const windowShortcuts = new Set(commands.flatMap((command) => shortcutsOf(command.id)));
  const ofRoles = items.flatMap((item) => (item.role === undefined ? [] : (ROLE_SHORTCUTS[item.role] ?? [`unknown role ${item.role}`])));
  expect(ofRoles.filter((shortcut) => windowShortcuts.has(shortcut) || shortcut.startsWith('unknown'))).toEqual([]);
  const ofCommands = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]));
  expect(new Set(ofCommands).size).toBe(ofCommands.length);
  expect(items.filter((item) => item.accelerator !== undefined && item.registerAccelerator !== false)).toEqual([]);
});

test('an item sends the id of its command', () => {
  const sent: string[] = [];
  const items = itemsOf(menuTemplate({ isMac: false, isPackaged: true, isEngagementOpen: true }, (id) => void sent.push(id)));
  for (const item of items) (item.click as (() => void) | undefined)?.();
  expect(sent.toSorted()).toEqual(menuCommands.map((command) => command.id).toSorted());
});

test('what needs an engagement is off while none is open; developer tools are only in copies of the project', () => {
  const closed = itemsOf(menuTemplate({ isMac: false, isPackaged: true, isEngagementOpen: false }, () => undefined));
  const off = closed.filter((item) => item.enabled === false).map((item) => item.id);
  expect(off).toEqual(menuCommands.filter((command) => command.needsEngagement === true).map((command) => command.id));
  expect(closed.some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
  const project = itemsOf(menuTemplate({ isMac: false, isPackaged: false, isEngagementOpen: false }, () => undefined));
  expect(project.some((item) => item.role === 'toggleDevTools')).toBe(true);
});

test('shortcuts are written as Electron reads them', () => {
  expect(['Mod+Shift+P', 'Alt+ArrowLeft', 'Mod+,'].map(toAccelerator)).toEqual(['CmdOrCtrl+Shift+P', 'Alt+Left', 'CmdOrCtrl+,']);
});
