import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { whyText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { TieList } from './tie-list.tsx';

const useStyles = makeStyles({
  box: { margin: '8px 0', padding: '8px 12px', borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}` },
  title: { fontWeight: tokens.fontWeightSemibold, marginBottom: '4px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

interface NamedMachine {
  readonly id: string;
  readonly name: string;
}

interface KeepApartProps {
  readonly one: NamedMachine;
  readonly other: NamedMachine;
  readonly onClose: () => void;
}

/** Lets two machines that call each other move apart; says beforehand which calls that cuts. */
export function KeepApart({ one, other, onClose }: KeepApartProps) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('dependency.ties', { machineId: one.id, otherMachineId: other.id, limit: 50 }, `${one.id}|${other.id}|${seq}`);
  const ties = asked.kind === 'answered' ? asked.value : null;
  const save = async (): Promise<void> => {
    const summary = await app.ask('dependency.summary', {}, groupsText.readFailed);
    if (summary === null) return;
    const what = whyText.apartWhat(one.name, other.name).slice(0, 300);
    const cuts = [...summary.rules.cuts, { a: one.id, b: other.id, reason: what }];
    const saved = await app.ask('dependency.set-rules', { rules: { cuts }, what }, groupsText.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: whyText.apartDone, text: groupsText.undo });
    onClose();
  };
  return (
    <div className={styles.box} role="group" aria-label={whyText.keepApartTitle(one.name, other.name)} data-testid="keep-apart">
      <div className={styles.title}>{whyText.keepApartTitle(one.name, other.name)}</div>
      {ties !== null && ties.total === 0 && whyText.cutsNothing}
      {ties !== null && ties.total > 0 && (
        <>
          <ToneMark tone="warning" isWrapping>
            {whyText.cutsCalls(ties.total)}
          </ToneMark>
          <TieList ties={ties.ties} total={ties.total} label={whyText.cutsCalls(ties.total)} />
        </>
      )}
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={ties === null} onClick={() => void save()}>
          {ties !== null && ties.total > 0 ? whyText.confirmApartAnyway : whyText.confirmApart}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {groupsText.cancel}
        </Button>
      </div>
    </div>
  );
}
