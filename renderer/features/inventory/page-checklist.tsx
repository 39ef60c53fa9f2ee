import { Button, makeStyles } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatDay, UNKNOWN } from '../../text/common-format.ts';
import { pageText } from '../../text/inventory-views.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';

const useStyles = makeStyles({ open: { marginBottom: '8px' } });

const TONES: Readonly<Record<'open' | 'done' | 'not-applicable', Tone>> = { open: 'waiting', done: 'done', 'not-applicable': 'neutral' };

/** The steps that this machine has to go through, and how far it is. */
export function PageChecklist({ machineId }: { readonly machineId: string }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const steps = useSnapshot((snapshot) => snapshot.checklist.steps);
  const asked = useReply('checklist.items', { machineId, limit: 1000 }, `${machineId}|${seq}`);
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking') return null;
  const { checklist } = pageText;
  const titles = new Map(steps.map(({ id, title }) => [id, title]));
  const items = asked.value.items.filter(({ scope }) => scope.kind === 'machine' && scope.id === machineId);
  return (
    <>
      <Button size="small" className={styles.open} onClick={() => app.go('checklist')}>
        {checklist.open}
      </Button>
      {items.length === 0 ? (
        <p>{checklist.none}</p>
      ) : (
        <PlainTable
          label={checklist.label}
          columns={[
            { id: 'state', title: checklist.columns.state },
            { id: 'step', title: checklist.columns.step, kind: 'long' },
            { id: 'by', title: checklist.columns.by },
            { id: 'why', title: checklist.columns.why, kind: 'long' },
          ]}
          rows={items.map((item) => ({
            id: item.stepId,
            cells: [
              <ToneMark key="state" tone={item.state === 'open' && item.blockedBy.length > 0 ? 'waiting' : TONES[item.state]}>
                {checklist.states[item.state]}
              </ToneMark>,
              titles.get(item.stepId) ?? item.stepId,
              item.by === null || item.at === null ? UNKNOWN : `${item.by}, ${formatDay(item.at)}`,
              checklist.more(item.blockedBy[0] ?? '', item.blockedBy.length - 1),
            ],
          }))}
        />
      )}
    </>
  );
}
