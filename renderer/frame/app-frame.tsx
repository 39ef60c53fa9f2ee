import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Suspense, useMemo } from 'react';

import { useShortcutKeys } from '../commands/commands-context.tsx';
import { DropTarget } from '../features/import/drop-target.tsx';
import { StatusBar } from '../features/status/status-bar.tsx';
import { Toasts } from '../features/status/toasts.tsx';
import { useApp, useAppState } from '../store/app-context.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { DetailsStateProvider } from '../ui/screen-layout.tsx';
import { Header } from './header.tsx';
import { Overlays } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { screenViews } from './screen-views.ts';
import { useGlobalCommands } from './use-global-commands.ts';
import { useReturnFocus } from './use-return-focus.ts';

const useStyles = makeStyles({
  window: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"rail header" "rail content" "status status"',
    height: '100%',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  content: { gridArea: 'content', minHeight: 0, minWidth: 0, position: 'relative' },
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
});

/** The window's parts: rail, header, the screen, status bar, and whatever lies above them. */
export function AppFrame() {
  const styles = useStyles();
  const app = useApp();
  useGlobalCommands();
  useShortcutKeys();
  useReturnFocus();
  const isOpen = useAppState((state) => state.isDetailsOpen);
  const details = useMemo(() => ({ isOpen, close: () => app.toggleDetails(false) }), [isOpen, app]);
  return (
    <div className={styles.window}>
      <Rail />
      <Header />
      <main className={styles.content}>
        <DetailsStateProvider value={details}>
          <CurrentScreen />
        </DetailsStateProvider>
      </main>
      <StatusBar />
      <Overlays />
      <DropTarget />
      <Toasts />
    </div>
  );
}

function CurrentScreen() {
  const styles = useStyles();
  const app = useApp();
  const screenId = useAppState((state) => state.history.current.screen);
  const engagementId = useAppState((state) => state.snapshot?.engagement.id ?? null);
  const view = screenViews[screenId];
  const isWaiting = useAppState((state) => state.connection.kind === 'connecting');
  const waiting = (
    <div className={styles.waiting}>
      <Spinner label={`Opening ${view.title.toLowerCase()}`} />
    </div>
  );
  if (isWaiting) return waiting;
  if (view.needsEngagement && engagementId === null) return null;
  return (
    <ErrorBoundary key={`${screenId}-${engagementId}`} name={view.title} onFault={(fault) => reportFault(app, view.title, fault)}>
      <Suspense fallback={waiting}>
        <view.Component />
      </Suspense>
    </ErrorBoundary>
  );
}

function reportFault(app: ReturnType<typeof useApp>, title: string, fault: unknown): void {
  app.notify({
    tone: 'error',
    title: `${title} cannot be shown`,
    text: 'A fault in Landfall stopped this view. Nothing in the engagement was changed.',
    details: fault instanceof Error ? fault.message : String(fault),
  });
}
