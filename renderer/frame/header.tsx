import { Badge, Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  CloudCheckmarkRegular,
  CloudOffRegular,
  PanelRightRegular,
  SearchRegular,
} from '@fluentui/react-icons';

import { useCommandRegistry, useShortcutText } from '../commands/commands-context.tsx';
import { NotificationsButton } from '../features/status/notifications-button.tsx';
import { useAppState } from '../store/app-context.tsx';
import { connectionWords } from '../text/azure.ts';
import { IconButton } from '../ui/icon-button.tsx';

const useStyles = makeStyles({
  header: {
    gridArea: 'header',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '40px',
    padding: '0 8px 0 24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  sample: {
    // Stripes say "not a customer's data" at a glance, also in a screenshot.
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 10px, ${tokens.colorNeutralBackground4} 10px 12px)`,
  },
  names: { display: 'flex', alignItems: 'center', gap: '8px', flex: '1 1 0', minWidth: 0, overflow: 'hidden' },
  name: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  customer: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
    flexShrink: 2,
  },
  // In forced colours the badge has no filling, so that its dark words would stand on the dark page.
  badge: { flexShrink: 0, '@media (forced-colors: active)': { color: 'CanvasText' } },
  search: {
    justifyContent: 'flex-start',
    width: '240px',
    minWidth: '40px',
    flexShrink: 1,
    height: '28px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    marginRight: '4px',
    // In a narrow window the name of the engagement needs the room; the icon says enough.
    '@media (max-width: 760px)': { width: '32px', minWidth: '32px', padding: '0 6px', flexShrink: 0 },
  },
  searchWords: { '@media (max-width: 760px)': { display: 'none' } },
  key: { marginLeft: 'auto', paddingLeft: '12px', fontSize: tokens.fontSizeBase200 },
});

/** Which engagement, whether Azure is signed in to, search, undo and redo by name. */
export function Header() {
  const styles = useStyles();
  const engagement = useAppState((state) => state.snapshot?.engagement ?? null);
  const registry = useCommandRegistry();
  const findKey = useShortcutText('app.find');
  const isSample = engagement?.settings.isSample === true;
  const azure = useAppState((state) => state.snapshot?.azure ?? null);
  const status = useAppState((state) => state.azure);
  const isRehearsing = azure?.isRehearsing === true;
  const isSignedIn = status?.signIn.kind === 'signed-in';
  const connection = connectionWords(status, azure);
  return (
    <header className={mergeClasses(styles.header, (isSample || isRehearsing) && styles.sample)}>
      <div className={styles.names}>
        <span className={styles.name}>{engagement === null ? 'Landfall' : engagement.settings.name}</span>
        {engagement !== null && engagement.settings.customer !== '' && (
          <span className={styles.customer}>{engagement.settings.customer}</span>
        )}
        {isSample && (
          <Tooltip content="Invented data to try things out with. Nothing here belongs to a customer." relationship="description">
            <Badge className={styles.badge} appearance="filled" color="warning" tabIndex={0}>
              SAMPLE
            </Badge>
          </Tooltip>
        )}
        {engagement?.isReadOnly === true && (
          <Tooltip content={engagement.readOnlyReason ?? 'This file can only be read.'} relationship="description">
            <Badge className={styles.badge} appearance="tint" color="severe" tabIndex={0}>
              Read only
            </Badge>
          </Tooltip>
        )}
        <Tooltip content={connection.hint} relationship="description">
          <Badge
            className={styles.badge}
            appearance={isRehearsing ? 'filled' : 'outline'}
            color={isRehearsing ? 'warning' : 'informative'}
            icon={isSignedIn && !isRehearsing ? <CloudCheckmarkRegular /> : <CloudOffRegular />}
            tabIndex={0}
          >
            {connection.title}
          </Badge>
        </Tooltip>
      </div>
      <Button
        appearance="outline"
        size="small"
        className={styles.search}
        icon={<SearchRegular />}
        disabled={engagement === null}
        aria-label="Find anything"
        onClick={() => registry.run('app.find')}
      >
        <span className={styles.searchWords}>Find anything</span>
        <span className={mergeClasses(styles.key, styles.searchWords)}>{findKey}</span>
      </Button>
      <UndoRedo />
      <NotificationsButton />
      <IconButton
        icon={<PanelRightRegular />}
        label="Details panel"
        shortcut={useShortcutText('view.details')}
        size="small"
        onClick={() => registry.run('view.details')}
      />
    </header>
  );
}

function UndoRedo() {
  const registry = useCommandRegistry();
  const undo = useAppState((state) => state.snapshot?.undo.undo ?? null);
  const redo = useAppState((state) => state.snapshot?.undo.redo ?? null);
  const undoKey = useShortcutText('edit.undo');
  const redoKey = useShortcutText('edit.redo');
  return (
    <>
      <IconButton
        icon={<ArrowUndoRegular />}
        size="small"
        label={undo === null ? 'Undo' : `Undo: ${undo}`}
        shortcut={undoKey}
        disabledReason={undo === null ? 'there is nothing to undo' : null}
        onClick={() => registry.run('edit.undo')}
      />
      <IconButton
        icon={<ArrowRedoRegular />}
        size="small"
        label={redo === null ? 'Redo' : `Redo: ${redo}`}
        shortcut={redoKey}
        disabledReason={redo === null ? 'there is nothing to redo' : null}
        onClick={() => registry.run('edit.redo')}
      />
    </>
  );
}
