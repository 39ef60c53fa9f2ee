import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

import { wavesText } from '../../text/waves.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingTop: '4px', paddingBottom: '4px' },
});

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
