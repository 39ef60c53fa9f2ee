import { makeStyles, tokens } from '@fluentui/react-components';
import { ServerRegular } from '@fluentui/react-icons';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { overviewText } from '../../text/overview.ts';
import { ImportFirst } from '../../ui/import-first.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { Funnel } from './funnel.tsx';
import { NextActions } from './next-actions.tsx';
import { ReadinessPart } from './readiness-part.tsx';
import { SourceList } from './source-list.tsx';
import { WaveStrip } from './wave-strip.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: '40px',
    maxWidth: '1320px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  fictional: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
});

/** Where do we stand, what is next? */
export function OverviewScreen() {
  const styles = useStyles();
  const app = useApp();
  const rows = useAppState((state) => state.machines);
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const total = useSnapshot((snapshot) => snapshot.machineCount);
  const isSample = useSnapshot((snapshot) => snapshot.engagement.settings.isSample);
  const inScope = rows.filter((row) => row.isInScope).length;
  const words = overviewText;
  if (total === 0) {
    return (
      <ImportFirst
        title={words.title}
        answer={words.answer({ total: 0, inScope: 0, waves: 0 })}
        icon={<ServerRegular />}
        words={words.empty}
        onImport={() => app.openOverlay({ kind: 'import', file: null })}
      />
    );
  }
  return (
    <ScreenLayout title={words.title} answer={words.answer({ total, inScope, waves: plan?.waves.length ?? 0 })}>
      {isSample && <p className={styles.fictional}>{words.fictional}</p>}
      <div className={styles.grid}>
        <Funnel plan={plan} />
        <NextActions />
        <div className={styles.wide}>
          <WaveStrip plan={plan} />
        </div>
        <ReadinessPart />
        <SourceList />
      </div>
    </ScreenLayout>
  );
}
