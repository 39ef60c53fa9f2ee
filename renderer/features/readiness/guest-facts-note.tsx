import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { readinessText } from '../../text/readiness.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0, margin: '0 12px 8px', width: 'auto' } });

/** Which machines no guest script was run on, and how many blockers stay undecided for that. */
export function GuestFactsNote() {
  const styles = useStyles();
  const app = useApp();
  const seq = useAppState((state) => state.snapshot?.seq ?? 0);
  const asked = useReply('readiness.guest-facts', {}, String(seq));
  const words = readinessText.guestFacts;
  if (asked.kind !== 'answered') return null;
  const gap = asked.value;
  const { without, machineCount } = gap;
  if (machineCount === 0 || without.length === 0) return null;
  const show = (): void => {
    app.go('inventory');
    app.selectMachines(without);
  };
  return (
    <MessageBar
      intent={gap.undecidedBlockerCount > 0 ? 'warning' : 'info'}
      layout="multiline"
      className={styles.bar}
      data-testid="guest-facts-gap"
    >
      <MessageBarBody>
        {words.lack(without.length, machineCount)} {words.undecided(gap.undecidedBlockerCount, gap.undecidedMachineCount)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={show}>
          {words.show}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
