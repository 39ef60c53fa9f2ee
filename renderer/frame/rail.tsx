import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import {
  ClipboardTaskListLtrFilled,
  CloudFilled,
  CloudRegular,
  ClipboardTaskListLtrRegular,
  CompassNorthwestFilled,
  CompassNorthwestRegular,
  DocumentTextFilled,
  DocumentTextRegular,
  FolderFilled,
  FolderRegular,
  GroupListFilled,
  GroupListRegular,
  HistoryFilled,
  HistoryRegular,
  ServerFilled,
  ServerRegular,
  SettingsFilled,
  SettingsRegular,
  ShieldCheckmarkFilled,
  ShieldCheckmarkRegular,
  TimelineFilled,
  TimelineRegular,
  type FluentIcon,
} from '@fluentui/react-icons';

import { isMac } from '../commands/commands-context.tsx';
import { showShortcut } from '../commands/shortcut.ts';
import { screens } from '../screens.ts';
import { useApp, useAppState } from '../store/app-context.tsx';
import type { ScreenId } from '../store/route.ts';

const useStyles = makeStyles({
  rail: {
    gridArea: 'rail',
    display: 'flex',
    flexDirection: 'column',
    width: '76px',
    padding: '4px',
    gap: '2px',
    overflowY: 'auto',
    overflowX: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  last: { marginTop: 'auto' },
  item: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: '7px 0 5px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    cursor: 'pointer',
    flexShrink: 0,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-disabled="true"]': { color: tokens.colorNeutralForeground3, cursor: 'default', backgroundColor: 'transparent' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorBrandForeground1 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-1px',
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  icon: { fontSize: '20px', height: '20px' },
});

const ICONS: Readonly<Record<ScreenId, readonly [FluentIcon, FluentIcon]>> = {
  overview: [CompassNorthwestRegular, CompassNorthwestFilled],
  inventory: [ServerRegular, ServerFilled],
  readiness: [ShieldCheckmarkRegular, ShieldCheckmarkFilled],
  groups: [GroupListRegular, GroupListFilled],
  waves: [TimelineRegular, TimelineFilled],
  checklist: [ClipboardTaskListLtrRegular, ClipboardTaskListLtrFilled],
  azure: [CloudRegular, CloudFilled],
  journal: [HistoryRegular, HistoryFilled],
  reports: [DocumentTextRegular, DocumentTextFilled],
  settings: [SettingsRegular, SettingsFilled],
  start: [FolderRegular, FolderFilled],
};

/** The screens, always with their names; those that need an engagement say so while none is open. */
export function Rail() {
  const styles = useStyles();
  const app = useApp();
  const current = useAppState((state) => state.history.current.screen);
  const hasEngagement = useAppState((state) => state.snapshot !== null);
  return (
    <nav className={styles.rail} aria-label="Screens">
      {screens.map((screen) => {
        const isCurrent = screen.id === current;
        const isOff = screen.needsEngagement && !hasEngagement;
        const Icon = ICONS[screen.id][isCurrent ? 1 : 0];
        const hint = isOff ? 'Open an engagement first.' : `${screen.question} (${showShortcut(screen.shortcut, isMac)})`;
        return (
          <Tooltip key={screen.id} content={hint} relationship="description" positioning="after" withArrow>
            <button
              type="button"
              className={mergeClasses(styles.item, isCurrent && styles.current, screen.id === 'settings' && styles.last)}
              aria-current={isCurrent ? 'page' : undefined}
              aria-disabled={isOff}
              onClick={() => {
                if (!isOff) app.go(screen.id);
              }}
            >
              <Icon aria-hidden className={styles.icon} />
              {screen.title}
            </button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
