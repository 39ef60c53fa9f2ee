import { makeStyles, tokens } from '@fluentui/react-components';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { tourText } from '../../text/tour.ts';
import { TourSteps } from './tour-steps.tsx';

const useStyles = makeStyles({
  card: {
    position: 'absolute',
    right: '24px',
    bottom: '16px',
    zIndex: 4,
    width: '420px',
    maxWidth: 'calc(100% - 48px)',
    padding: '16px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    // Where there is no room beside the list it stands in line, above everything else.
    '@media (max-width: 820px), (max-height: 560px)': {
      position: 'static',
      width: 'auto',
      maxWidth: 'none',
      marginBottom: '16px',
      boxShadow: 'none',
    },
  },
});

/**
 * The tour at the first start: a card that stands in nobody's way and leaves the focus where it is. Ended once, by reading it
 * or by skipping it, it does not come again by itself.
 */
export function FirstTour() {
  const styles = useStyles();
  const app = useApp();
  const isWanted = useAppState((state) => state.info?.preferences.isTourSeen === false);
  if (!isWanted) return null;
  return (
    <aside className={styles.card} aria-label={tourText.title}>
      <TourSteps headingLevel={2} onEnd={() => void app.setPreferences({ isTourSeen: true })} />
    </aside>
  );
}
