import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { startText } from '../../text/start.ts';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { FirstTour } from './first-tour.tsx';
import { RecentList, type Recent } from './recent-list.tsx';
import { StartActions } from './start-actions.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 300px) minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '24px',
    alignItems: 'start',
    paddingTop: '4px',
    maxWidth: '1160px',
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** What do I open? */
export function StartScreen() {
  const styles = useStyles();
  const app = useApp();
  const openPath = useAppState((state) => state.snapshot?.engagement.path ?? null);
  const [asks, setAsks] = useState(0);
  const asked = useReply('engagement.list-recent', {}, String(asks));
  const [nowMs] = useState(() => Date.now());
  useEffect(() => {
    // A file may have been moved while another window had the focus.
    const again = (): void => setAsks((count) => count + 1);
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, []);
  const recent = asked.kind === 'answered' ? asked.value : null;

  const forget = async ({ path }: Recent): Promise<void> => {
    await app.ask('engagement.forget-recent', { path }, startText.notForgotten);
    setAsks((count) => count + 1);
  };
  const open = async ({ path }: Recent): Promise<void> => {
    if (path === openPath) return app.go('overview');
    await app.ask('engagement.open', { path }, startText.notOpened);
  };

  return (
    <ScreenLayout title={startText.title} answer={recent === null ? undefined : startText.answer(recent.length)}>
      <FirstTour />
      <div className={styles.columns}>
        <StartActions />
        <Section title={startText.recent.title}>
          {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
          {recent !== null && (
            <RecentList
              recent={recent}
              nowMs={nowMs}
              openPath={openPath}
              onOpen={(entry) => void open(entry)}
              onForget={(entry) => void forget(entry)}
            />
          )}
        </Section>
      </div>
    </ScreenLayout>
  );
}
