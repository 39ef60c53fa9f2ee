import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components';
import { Command as CommandMenu } from 'cmdk';

import { isMac, useCommandList, useCommandRegistry } from '../commands/commands-context.tsx';
import { groupCommands } from '../commands/group-commands.ts';
import { reasonAgainst } from '../commands/registry.ts';
import { showShortcut } from '../commands/shortcut.ts';
import { useApp } from '../store/app-context.tsx';
import { useCommandListStyles } from './command-list.tsx';

/** Every command by name, with its shortcut, or the reason why it cannot be run now. */
export function PaletteDialog() {
  const styles = useCommandListStyles();
  const app = useApp();
  const registry = useCommandRegistry();
  const groups = groupCommands(useCommandList().filter((command) => command.id !== 'app.palette'));
  const run = (id: string): void => {
    app.closeOverlay();
    registry.run(id);
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface className={styles.surface} aria-label="All commands">
        <DialogBody className={styles.body}>
          <CommandMenu label="All commands" loop>
            <CommandMenu.Input className={styles.input} placeholder="Type the name of a command" autoFocus />
            <CommandMenu.List className={styles.list} label="Commands">
              <CommandMenu.Empty className={styles.note}>No command has that name.</CommandMenu.Empty>
              {groups.map(({ group, commands }) => (
                <CommandMenu.Group key={group} heading={group}>
                  {commands.map((command) => {
                    const reason = reasonAgainst(command);
                    return (
                      <CommandMenu.Item
                        key={command.id}
                        value={`${command.title} ${command.id}`}
                        disabled={reason !== null}
                        className={styles.item}
                        onSelect={() => run(command.id)}
                      >
                        <span className={styles.title}>{command.title}</span>
                        {reason !== null && <span className={styles.detail}>{reason}</span>}
                        {command.shortcut !== undefined && <span className={styles.key}>{showShortcut(command.shortcut, isMac)}</span>}
                      </CommandMenu.Item>
                    );
                  })}
                </CommandMenu.Group>
              ))}
            </CommandMenu.List>
          </CommandMenu>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
