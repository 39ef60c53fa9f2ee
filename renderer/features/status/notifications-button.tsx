import { Badge, Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens, Tooltip } from '@fluentui/react-components';
import { AlertRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { unreadCount } from '../../store/selectors.ts';
import type { Notice } from '../../store/state.ts';
import { countOf, formatTime } from '../../text/common-format.ts';
import { copyText } from '../../ui/copy-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';

const useStyles = makeStyles({
  trigger: { position: 'relative', display: 'inline-flex' },
  count: { position: 'absolute', top: 0, right: 0 },
  surface: { width: '360px', maxWidth: 'calc(100vw - 32px)', maxHeight: '60vh', overflowY: 'auto', padding: '12px 8px 8px 16px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr auto',
    columnGap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', gap: '8px', marginTop: '4px' },
});

const TONES: Readonly<Record<Notice['tone'], Tone>> = { success: 'done', info: 'neutral', warning: 'warning', error: 'blocked' };

/** The list of notifications: what toasts said stays here. */
export function NotificationsButton() {
  const styles = useStyles();
  const app = useApp();
  const notices = useAppState((state) => state.notices);
  const unread = unreadCount(notices);
  const [isOpen, setIsOpen] = useState(false);
  const show = (isShown: boolean): void => {
    setIsOpen(isShown);
    if (!isShown) app.markNoticesRead();
  };
  const label = unread === 0 ? 'Notifications' : `Notifications, ${countOf(unread, 'unread', 'unread')}`;
  return (
    <Popover positioning="below-end" trapFocus open={isOpen} onOpenChange={(_, data) => show(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={
              <span className={styles.trigger}>
                <AlertRegular />
                {unread > 0 && <Badge className={styles.count} size="extra-small" color="danger" aria-hidden />}
              </span>
            }
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Notifications">
        <h2 className={styles.title}>Notifications</h2>
        {notices.length === 0 && <p className={styles.text}>Results of imports, plans and reports are listed here.</p>}
        <ul className={styles.list}>
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} onLeave={() => show(false)} />
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  );
}

/** `onLeave`: what it leads to lies elsewhere, and the list must not stand before it. */
function NoticeItem({ notice, onLeave }: { readonly notice: Notice; readonly onLeave: () => void }) {
  const styles = useStyles();
  const app = useApp();
  const { action, details } = notice;
  return (
    <li className={styles.item}>
      <ToneIcon tone={TONES[notice.tone]} />
      <div>
        <div>{notice.title}</div>
        {notice.text !== null && <p className={styles.text}>{notice.text}</p>}
        <p className={styles.text}>{formatTime(new Date(notice.at).toISOString())}</p>
        <div className={styles.buttons}>
          {action !== null && (
            <Button
              size="small"
              onClick={() => {
                onLeave();
                app.go(action.screen, action.target);
              }}
            >
              {action.label}
            </Button>
          )}
          {details !== null && (
            <Button size="small" onClick={() => void copyText(details)}>
              Copy details
            </Button>
          )}
        </div>
      </div>
      <IconButton icon={<DismissRegular />} size="small" label={`Remove: ${notice.title}`} onClick={() => app.dismissNotice(notice.id)} />
    </li>
  );
}
