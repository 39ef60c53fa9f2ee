import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something a person can do: by palette, shortcut, button or menu. One list, so that all four always agree. */
export interface Command {
  /** Stable, e.g. `engagement.open`; the menu of the desktop app names it. */
  readonly id: string;
  readonly title: string;
  readonly group:
    | 'Go to'
    | 'Engagement'
    | 'Edit'
    | 'View'
    | 'Machines'
    | 'Groups'
    | 'Waves'
    | 'Azure'
    | 'Checklist'
    | 'Journal'
    | 'Reports'
    | 'Help';
  /** E.g. "Mod+Shift+P". */
  readonly shortcut?: string;
  /** Further shortcuts for the same thing. */
  readonly otherShortcuts?: readonly string[];
  readonly run: () => void;
  /** `null` = can be run now; else why not, in words. */
  readonly whyNot?: () => string | null;
}

export interface CommandRegistry {
  /** Commands by id in the order of registration. Subscribable, so that the palette follows the screen. */
  readonly store: StoreApi<readonly Command[]>;
  /** Adds commands; returns what takes them out again. A command with a known id takes the place of the old one until then. */
  readonly register: (commands: readonly Command[]) => () => void;
  /** The commands that count: of those with the same id the one registered last. */
  readonly list: () => readonly Command[];
  readonly find: (id: string) => Command | null;
  /** Runs a command if it can be run now; `false` when it is unknown or off. */
  readonly run: (id: string) => boolean;
}

export function createCommandRegistry(): CommandRegistry {
  const store = createStore<readonly Command[]>(() => []);

  const list = (): readonly Command[] => {
    const byId = new Map<string, Command>();
    for (const command of store.getState()) byId.set(command.id, command);
    return [...byId.values()];
  };
  const find = (id: string): Command | null => store.getState().findLast((command) => command.id === id) ?? null;

  return {
    store,
    list,
    find,
    register(commands) {
      store.setState([...store.getState(), ...commands], true);
      return () => {
        store.setState(
          store.getState().filter((command) => !commands.includes(command)),
          true,
        );
      };
    },
    run(id) {
      const command = find(id);
      if (command === null || reasonAgainst(command) !== null) return false;
      command.run();
      return true;
    },
  };
}

export function reasonAgainst(command: Command): string | null {
  return command.whyNot?.() ?? null;
}
