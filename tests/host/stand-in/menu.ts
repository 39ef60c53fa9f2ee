import { onlyProvided } from './not-provided.ts';

/** As far as main describes its items. */
export interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

interface BuiltMenu {
  readonly items: readonly MenuItem[];
}

let current: BuiltMenu | null = null;

const MODIFIERS = new Set(['CmdOrCtrl', 'Cmd', 'Ctrl', 'Alt', 'Shift']);

function check(item: MenuItem): void {
  if (item.role === undefined && item.label === undefined && item.type !== 'separator')
    throw new Error('A menu item needs a label or a role.');
  const parts = item.accelerator?.split('+') ?? [];
  if (parts.slice(0, -1).some((part) => !MODIFIERS.has(part)) || parts.at(-1) === '')
    throw new Error(`not an accelerator: ${item.accelerator}`);
  item.submenu?.forEach(check);
}

export const Menu = onlyProvided('Menu', {
  buildFromTemplate(items: readonly MenuItem[]): BuiltMenu {
    items.forEach(check);
    return { items };
  },
  setApplicationMenu: (menu: BuiltMenu) => void (current = menu),
});

/** The item at a path of labels, e.g. "File", "New engagement…". */
export function findMenuItem(...labels: readonly string[]): MenuItem {
  let items = current?.items ?? [];
  let found: MenuItem | undefined;
  for (const label of labels) {
    found = items.find((item) => item.label?.replace('&', '') === label);
    items = found?.submenu ?? [];
  }
  if (found === undefined) throw new Error(`There is no menu item ${labels.join(' > ')}.`);
  return found;
}

export function clickMenu(...labels: readonly string[]): void {
  const item = findMenuItem(...labels);
  if (item.enabled === false) throw new Error(`The menu item ${labels.join(' > ')} is off.`);
  item.click?.();
}
