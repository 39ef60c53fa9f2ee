import { Button, Link, Toast, ToastBody, Toaster, ToastFooter, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import type { Notice } from '../../store/state.ts';
import type { App } from '../../store/store.ts';
import { copyText } from '../../ui/copy-text.ts';

const SHOWN_MS = 6000;

/** Shows each new notice for some seconds; failures stay until they are dismissed. All of them stay in the list of notifications. */
export function Toasts() {
  const app = useApp();
  const toasterId = useId('toasts');
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  const notices = useAppState((state) => state.notices);
  const shown = useRef(new Set<string>());
  useEffect(() => {
    for (const notice of notices.toReversed()) {
      if (shown.current.has(notice.id)) continue;
      shown.current.add(notice.id);
      dispatchToast(<NoticeToast notice={notice} app={app} onDismiss={() => dismissToast(notice.id)} />, {
        toastId: notice.id,
        intent: notice.tone,
        timeout: notice.tone === 'error' ? -1 : SHOWN_MS,
        pauseOnHover: true,
      });
    }
  }, [notices, dispatchToast, dismissToast, app]);
  return <Toaster toasterId={toasterId} position="bottom-end" offset={{ horizontal: 16, vertical: 36 }} limit={4} />;
}

function NoticeToast({ notice, app, onDismiss }: { readonly notice: Notice; readonly app: App; readonly onDismiss: () => void }) {
  const { action, details } = notice;
  return (
    <Toast>
      <ToastTitle
        action={
          <Link as="button" onClick={onDismiss}>
            Dismiss
          </Link>
        }
      >
        {notice.title}
      </ToastTitle>
      {notice.text !== null && <ToastBody>{notice.text}</ToastBody>}
      {(action !== null || details !== null) && (
        <ToastFooter>
          {action !== null && (
            <Button
              size="small"
              onClick={() => {
                app.go(action.screen, action.target);
                onDismiss();
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
        </ToastFooter>
      )}
    </Toast>
  );
}
