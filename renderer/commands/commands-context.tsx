import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';

import type { Command, CommandRegistry } from './registry.ts';
import { belongsToTextField, matchesShortcut, showShortcut } from './shortcut.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

export function CommandsProvider({ registry, children }: { readonly registry: CommandRegistry; readonly children: ReactNode }) {
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('useCommandRegistry outside CommandsProvider');
  return registry;
}

/** Offers commands while the component is shown. Pass a list that only changes when a command does (`useMemo`). */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  useEffect(() => registry.register(commands), [registry, commands]);
}

export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry();
  const all = useStore(registry.store);
  // `all` is what makes the list new; the registry decides which of two commands with one id counts.
  return useMemo(() => (all.length === 0 ? [] : registry.list()), [all, registry]);
}

/** The shortcut of a command as people read it on this computer; undefined when it has none. */
export function useShortcutText(id: string): string | undefined {
  const registry = useCommandRegistry();
  const shortcut = useStore(registry.store, (commands) => commands.findLast((command) => command.id === id)?.shortcut);
  return shortcut === undefined ? undefined : showShortcut(shortcut, isMac);
}

/** Runs the command whose shortcut is pressed, anywhere in the window. Typing in a text field is left alone. */
export function useShortcutKeys(): void {
  const registry = useCommandRegistry();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const isTyping = isTextField(event.target);
      for (const command of registry.list()) {
        const shortcuts = [...(command.shortcut === undefined ? [] : [command.shortcut]), ...(command.otherShortcuts ?? [])];
        const pressed = shortcuts.find((shortcut) => matchesShortcut(event, shortcut, isMac));
        if (pressed === undefined || (isTyping && belongsToTextField(pressed))) continue;
        // Text that was marked with the mouse is what Ctrl+C means.
        if (pressed === 'Mod+C' && window.getSelection()?.isCollapsed === false) continue;
        event.preventDefault();
        registry.run(command.id);
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}
