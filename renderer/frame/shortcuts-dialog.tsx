import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

import { isMac, useCommandList } from '../commands/commands-context.tsx';
import { groupCommands } from '../commands/group-commands.ts';
import { showShortcut } from '../commands/shortcut.ts';
import { useApp } from '../store/app-context.tsx';

const useStyles = makeStyles({
  surface: { width: 'min(760px, calc(100vw - 32px))', maxWidth: 'none' },
  columns: { columns: '2 280px', columnGap: '32px' },
  group: { breakInside: 'avoid', marginBottom: '16px' },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0 },
  row: { display: 'flex', justifyContent: 'space-between', gap: '16px', padding: '2px 0' },
  keys: { margin: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

/** All shortcuts, from the same list that runs them. */
export function ShortcutsDialog() {
  const styles = useStyles();
  const app = useApp();
  const groups = groupCommands(useCommandList().filter((command) => command.shortcut !== undefined));
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          <DialogContent className={styles.columns} tabIndex={0}>
            {groups.map(({ group, commands }) => (
              <section key={group} className={styles.group}>
                <h3 className={styles.heading}>{group}</h3>
                <dl className={styles.list}>
                  {commands.map((command) => (
                    <div key={command.id} className={styles.row}>
                      <dt>{command.title}</dt>
                      <dd className={styles.keys}>
                        {[command.shortcut ?? '', ...(command.otherShortcuts ?? [])]
                          .map((shortcut) => showShortcut(shortcut, isMac))
                          .join(', ')}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={app.closeOverlay}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
