/** A shortcut as written in the registry: modifiers and one key, e.g. "Mod+Shift+P". `Mod` is Ctrl, or Command on a Mac. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Parsed {
  readonly key: string;
  readonly hasMod: boolean;
  readonly hasShift: boolean;
  readonly hasAlt: boolean;
}

function parse(shortcut: string): Parsed {
  const parts = shortcut.split('+');
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    hasMod: parts.includes('Mod'),
    hasShift: parts.includes('Shift'),
    hasAlt: parts.includes('Alt'),
  };
}

export function matchesShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const wanted = parse(shortcut);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== wanted.hasMod || press.altKey !== wanted.hasAlt) return false;
  // A character such as "?" or "/" may need Shift on some keyboards; letters, digits and named keys say it themselves.
  const isSymbol = wanted.key.length === 1 && !/[a-z0-9]/.test(wanted.key);
  if (!isSymbol && press.shiftKey !== wanted.hasShift) return false;
  return press.key.toLowerCase() === wanted.key;
}

const KEY_NAMES: Readonly<Record<string, string>> = { arrowleft: '←', arrowright: '→', escape: 'Esc' };

/** As people read it: "Ctrl+Shift+P", on a Mac "⌘⇧P". */
export function showShortcut(shortcut: string, isMac: boolean): string {
  const { key, hasMod, hasShift, hasAlt } = parse(shortcut);
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1));
  if (isMac) return `${hasAlt ? '⌥' : ''}${hasShift ? '⇧' : ''}${hasMod ? '⌘' : ''}${name}`;
  return [...(hasMod ? ['Ctrl'] : []), ...(hasAlt ? ['Alt'] : []), ...(hasShift ? ['Shift'] : []), name].join('+');
}

/** Keys that a text field needs for itself: there, undo takes back typing and Ctrl+A selects text. */
const TEXT_EDITING = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+B']);

export function belongsToTextField(shortcut: string): boolean {
  return TEXT_EDITING.has(shortcut) || (!shortcut.includes('Mod') && !/^F\d+$/.test(shortcut));
}
