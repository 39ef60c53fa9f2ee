import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { wavesText } from '../../text/waves.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Contradiction, Planning } from './use-planning.ts';

const useStyles = makeStyles({
  text: { margin: '8px 0 12px', color: tokens.colorNeutralForeground2 },
  rules: { listStyle: 'none', margin: '0 0 16px', padding: 0 },
  rule: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { margin: 0 },
  gain: { display: 'flex', alignItems: 'flex-start', gap: '8px', margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0, minWidth: '64px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface ContradictionPanelProps {
  readonly rules: Contradiction;
  readonly isReadOnly: boolean;
  readonly onRelax: Planning['relax'];
  readonly onLimits: () => void;
  readonly onClose: () => void;
}

/** Rules that no plan can keep together, in words, each with what giving it up gains; the plan in force stays as it is. */
export function ContradictionPanel({ rules, isReadOnly, onRelax, onLimits, onClose }: ContradictionPanelProps) {
  const styles = useStyles();
  const { contradiction } = wavesText;
  return (
    <div data-testid="contradiction">
      <ToneMark tone="blocked" isWrapping>
        {contradiction.title}
      </ToneMark>
      <p className={styles.text}>{contradiction.text}</p>
      <ul className={styles.rules}>
        {rules.map(({ id, text, relaxation }) => (
          <li key={id} className={styles.rule}>
            <p className={styles.name}>{text}</p>
            {relaxation !== null && (
              <div className={styles.gain}>
                {relaxation.limits !== null && (
                  <Button
                    size="small"
                    className={styles.button}
                    disabled={isReadOnly}
                    aria-label={`${contradiction.relax}: ${relaxation.text}`}
                    onClick={() => onRelax(relaxation.limits ?? {})}
                  >
                    {contradiction.relax}
                  </Button>
                )}
                <span>{contradiction.gain(relaxation.text, relaxation.waves)}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={onLimits}>{contradiction.change}</Button>
        <Button onClick={onClose}>{contradiction.close}</Button>
      </div>
    </div>
  );
}
