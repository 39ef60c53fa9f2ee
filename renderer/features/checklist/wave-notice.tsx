import { makeStyles, tokens } from '@fluentui/react-components';

import type { WaveView } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px', padding: '0 24px 8px' },
  why: { color: tokens.colorNeutralForeground2 },
});

/** Whether the wave that is looked at may be cut over, and if not, why. */
export function WaveNotice({ wave }: { readonly wave: WaveView }) {
  const styles = useStyles();
  return (
    <div className={styles.root} data-testid="wave-ready">
      <ToneMark tone={wave.isReady ? 'ready' : 'warning'}>{checklistText.waveReady(wave.number, wave.isReady)}</ToneMark>
      {wave.notReadyBecause.map((reason) => (
        <span key={reason} className={styles.why}>
          {reason}
        </span>
      ))}
    </div>
  );
}
