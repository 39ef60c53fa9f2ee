import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';

import { wavesText } from '../../text/waves.ts';
import type { Contradiction, Planning } from './use-planning.ts';

const useStyles = makeStyles({
  rules: { listStyle: 'none', margin: '4px 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  rule: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '2px' },
  text: { flex: '1 1 240px', minWidth: 0 },
  relax: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', flex: '1 1 320px', color: tokens.colorNeutralForeground2 },
  body: { whiteSpace: 'normal', paddingTop: '4px', paddingBottom: '4px' },
});

interface ContradictionNoticeProps {
  readonly rules: Contradiction;
  readonly isReadOnly: boolean;
  readonly onRelax: Planning['relax'];
  readonly onLimits: () => void;
  readonly onClose: () => void;
}

/** Rules that no plan can keep together, in words, each with what giving it up gains; the plan in force stays as it is. */
export function ContradictionNotice({ rules, isReadOnly, onRelax, onLimits, onClose }: ContradictionNoticeProps) {
  const styles = useStyles();
  const { contradiction } = wavesText;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="contradiction">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{contradiction.title}</MessageBarTitle>
        <div>{contradiction.text}</div>
        <ul className={styles.rules}>
          {rules.map(({ id, text, relaxation }) => (
            <li key={id} className={styles.rule}>
              <span className={styles.text}>{text}</span>
              {relaxation !== null && (
                <span className={styles.relax}>
                  {relaxation.limits !== null && (
                    <Button
                      size="small"
                      disabled={isReadOnly}
                      aria-label={`${contradiction.relax}: ${relaxation.text}`}
                      onClick={() => onRelax(relaxation.limits ?? {})}
                    >
                      {contradiction.relax}
                    </Button>
                  )}
                  <span>{contradiction.gain(relaxation.text, relaxation.waves)}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onLimits}>
          {contradiction.change}
        </Button>
        <Button size="small" onClick={onClose}>
          {contradiction.close}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The plan was made under other limits than those of now. */
export function OldLimitsNotice({ onPlan }: { readonly onPlan: () => void }) {
  const styles = useStyles();
  return (
    <MessageBar intent="info">
      <MessageBarBody className={styles.body}>{wavesText.oldLimits}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onPlan}>
          {wavesText.planAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
