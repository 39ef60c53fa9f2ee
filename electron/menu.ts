import type { MenuItemConstructorOptions } from 'electron';

/** What a menu item asks the window to do: the same id as in the window's list of commands, with the same shortcut. */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  /** As the window writes it, e.g. "Mod+Shift+P". */
  readonly shortcut?: string;
  readonly needsEngagement?: boolean;
}

type Item = MenuCommand | MenuItemConstructorOptions;

interface MenuState {
  readonly isMac: boolean;
  /** Developer tools are for copies of the project, not for the installed app. */
  readonly isPackaged: boolean;
  readonly isEngagementOpen: boolean;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const FILE: readonly Item[] = [
  { id: 'engagement.new', label: '&New engagement…', shortcut: 'Mod+N' },
  { id: 'engagement.open', label: '&Open engagement…', shortcut: 'Mod+O' },
  { id: 'engagement.open-sample', label: 'Open the &sample engagement' },
  SEPARATOR,
  { id: 'import.open', label: '&Import a file…', shortcut: 'Mod+I' },
  { id: 'go.reports', label: '&Reports…', shortcut: 'Mod+7', needsEngagement: true },
  SEPARATOR,
  { id: 'engagement.close', label: '&Close engagement', shortcut: 'Mod+W', needsEngagement: true },
];

const EDIT: readonly Item[] = [
  { id: 'edit.undo', label: '&Undo', shortcut: 'Mod+Z', needsEngagement: true },
  { id: 'edit.redo', label: '&Redo', shortcut: 'Mod+Y', needsEngagement: true },
  SEPARATOR,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  SEPARATOR,
  { id: 'app.find', label: '&Find anything…', shortcut: 'Mod+K', needsEngagement: true },
  { id: 'go.settings', label: '&Settings…', shortcut: 'Mod+,' },
];

const GO: readonly Item[] = [
  { id: 'app.back', label: '&Back', shortcut: 'Alt+ArrowLeft' },
  { id: 'app.forward', label: '&Forward', shortcut: 'Alt+ArrowRight' },
  SEPARATOR,
  { id: 'go.overview', label: '&Overview', shortcut: 'Mod+1', needsEngagement: true },
  { id: 'go.inventory', label: '&Inventory', shortcut: 'Mod+2', needsEngagement: true },
  { id: 'go.readiness', label: '&Readiness', shortcut: 'Mod+3', needsEngagement: true },
  { id: 'go.groups', label: '&Groups', shortcut: 'Mod+G', needsEngagement: true },
  { id: 'go.waves', label: '&Waves', shortcut: 'Mod+4', needsEngagement: true },
  { id: 'go.checklist', label: '&Checklist', shortcut: 'Mod+5', needsEngagement: true },
  { id: 'go.azure', label: '&Azure', shortcut: 'Mod+U', needsEngagement: true },
  { id: 'go.journal', label: '&Journal', shortcut: 'Mod+6', needsEngagement: true },
  { id: 'go.start', label: '&Engagements', shortcut: 'Mod+9' },
];

const VIEW: readonly Item[] = [
  { id: 'app.palette', label: '&All commands…', shortcut: 'Mod+Shift+P' },
  { id: 'view.details', label: '&Details panel', shortcut: 'Mod+B' },
  SEPARATOR,
  { id: 'view.theme-system', label: 'Theme: follow the s&ystem' },
  { id: 'view.theme-light', label: 'Theme: &light' },
  { id: 'view.theme-dark', label: 'Theme: &dark' },
  SEPARATOR,
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'resetZoom' },
  { role: 'togglefullscreen' },
];

const HELP: readonly Item[] = [
  { id: 'help.tour', label: '&Tour of Landfall' },
  { id: 'help.shortcuts', label: '&Keyboard shortcuts', shortcut: 'Mod+/' },
  { id: 'journal.verify', label: '&Verify the journal', needsEngagement: true },
];

/**
 * The menu as data, for `Menu.buildFromTemplate`. Items send a command id to the window, which knows what it means and whether
 * it can be done; the window also handles the keys, so that no shortcut acts twice.
 */
export function menuTemplate(state: MenuState, send: (commandId: string) => void): MenuItemConstructorOptions[] {
  const list = (items: readonly Item[]): MenuItemConstructorOptions[] => items.map((item) => toMenuItem(item, state, send));
  const developer: readonly Item[] = state.isPackaged ? [] : [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }];
  const leave: readonly Item[] = state.isMac ? [] : [SEPARATOR, { role: 'quit' }];
  const about: readonly Item[] = state.isMac ? [] : [SEPARATOR, { role: 'about' }];
  return [
    ...(state.isMac ? [{ role: 'appMenu' as const }] : []),
    { label: '&File', submenu: list([...FILE, ...leave]) },
    { label: '&Edit', submenu: list(EDIT) },
    { label: '&Go', submenu: list(GO) },
    { label: '&View', submenu: list([...VIEW, ...developer]) },
    ...(state.isMac ? [{ label: 'Window', submenu: [{ role: 'minimize' as const }, { role: 'zoom' as const }] }] : []),
    { label: '&Help', role: 'help', submenu: list([...HELP, ...about]) },
  ];
}

/** The commands that the menu names; a test holds them against the window's list. */
export const menuCommands: readonly MenuCommand[] = [...FILE, ...EDIT, ...GO, ...VIEW, ...HELP].filter(isCommand);

function isCommand(item: Item): item is MenuCommand {
  return item.id !== undefined;
}

function toMenuItem(item: Item, state: MenuState, send: (commandId: string) => void): MenuItemConstructorOptions {
  if (!isCommand(item)) return item;
  const { id, label, shortcut, needsEngagement = false } = item;
  return {
    id,
    label,
    enabled: !needsEngagement || state.isEngagementOpen,
    click: () => send(id),
    // Shown, not registered: the window handles the key itself, knowing whether somebody is typing.
    ...(shortcut === undefined ? {} : { accelerator: toAccelerator(shortcut), registerAccelerator: false }),
  };
}

/** "Mod+Shift+P" as Electron writes it. */
export function toAccelerator(shortcut: string): string {
  return shortcut.replace('Mod', 'CmdOrCtrl').replace('Arrow', '');
}
