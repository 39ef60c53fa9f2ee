import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { violationRemedy, wavesText } from '../../text/waves.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { Violation } from './violations.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  item: { display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: '8px' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  remedy: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
});

export interface ViolationActions {
  /** Opens the dialog that lists the waves for these groups. */
  readonly onMove: (groupIds: readonly string[]) => void;
  readonly onLimits: () => void;
  readonly onShow: (groupId: string) => void;
}

interface ViolationListProps {
  readonly violations: readonly Violation[];
  readonly titleOf: (groupId: string) => string;
  readonly isReadOnly: boolean;
  readonly actions: ViolationActions;
}

/** Broken rules in words, each with what to do about it and the buttons that do it. */
export function ViolationList({ violations, titleOf, isReadOnly, actions }: ViolationListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} data-testid="violations">
      {violations.map((violation) => (
        <li key={`${violation.rule}|${violation.text}`} className={styles.item}>
          <ToneIcon tone="blocked" />
          <div>
            <p className={styles.text}>{violation.text}</p>
            <p className={styles.remedy}>{violationRemedy(violation.rule)}</p>
            <div className={styles.actions}>
              {violation.toMove.map((groupId) => (
                <Button key={groupId} size="small" disabled={isReadOnly} onClick={() => actions.onMove([groupId])}>
                  {wavesText.violations.move(titleOf(groupId))}
                </Button>
              ))}
              {violation.canRelax && (
                <Button size="small" appearance="subtle" onClick={actions.onLimits}>
                  {wavesText.violations.limits}
                </Button>
              )}
              {violation.toMove.length === 0 && violation.groupIds[0] !== undefined && (
                <Button size="small" appearance="subtle" onClick={() => actions.onShow(violation.groupIds[0] ?? '')}>
                  {wavesText.violations.showGroup(titleOf(violation.groupIds[0]))}
                </Button>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
