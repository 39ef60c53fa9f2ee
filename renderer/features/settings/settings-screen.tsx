import { makeStyles } from '@fluentui/react-components';

import { useAppState } from '../../store/app-context.tsx';
import { settingsText } from '../../text/settings.ts';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import { EngagementSettings } from './engagement-settings.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 280px',
    columnGap: '48px',
    maxWidth: '1120px',
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** How is this engagement set up, and how should Landfall look? */
export function SettingsScreen() {
  const styles = useStyles();
  const name = useAppState((state) => state.snapshot?.engagement.settings.name ?? null);
  return (
    <ScreenLayout title={settingsText.title} answer={settingsText.answer(name)}>
      <div className={styles.columns}>
        {name !== null && (
          <div>
            <EngagementSettings />
          </div>
        )}
        <div>
          <ComputerSettings />
        </div>
      </div>
    </ScreenLayout>
  );
}
