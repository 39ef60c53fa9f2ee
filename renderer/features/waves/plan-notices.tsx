import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

import { wavesText } from '../../text/waves.ts';
import type { Contradiction } from './use-planning.ts';

const useStyles = makeStyles({
  rules: { margin: '4px 0', paddingLeft: '18px' },
  body: { whiteSpace: 'normal', paddingTop: '4px', paddingBottom: '4px' },
});

/** Rules that no plan can keep together, in words; the plan in force stays as it is. */
export function ContradictionNotice(props: { readonly rules: Contradiction; readonly onLimits: () => void; readonly onClose: () => void }) {
  const styles = useStyles();
  const { contradiction } = wavesText;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="contradiction">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{contradiction.title}</MessageBarTitle>
        <div>{contradiction.text}</div>
        <ul className={styles.rules}>
          {props.rules.map((rule) => (
            <li key={rule.id}>{rule.text}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={props.onLimits}>
          {contradiction.change}
        </Button>
        <Button size="small" onClick={props.onClose}>
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
