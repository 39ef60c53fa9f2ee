import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { pageText } from '../../text/inventory-views.ts';
import { PlainTable } from '../../ui/plain-table.tsx';

const MOST = 500;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '12px', marginBottom: '8px', color: tokens.colorNeutralForeground2 },
});

/** Who calls this machine and whom it calls, the dearest first, each with where it stands. */
export function PageCalls({ machineId }: { readonly machineId: string }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('dependency.ties', { machineId, limit: MOST }, `${machineId}|${seq}`);
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking') return null;
  const { ties, total } = asked.value;
  const { calls } = pageText;
  return (
    <>
      <div className={styles.head}>
        {total > 0 && <span>{calls.total(ties.length, total)}</span>}
        <Button size="small" onClick={() => app.go('groups', `why:${machineId}`)}>
          {calls.why}
        </Button>
      </div>
      {total === 0 ? (
        <p>{calls.none}</p>
      ) : (
        <PlainTable
          label={calls.label}
          columns={[
            { id: 'who', title: calls.columns.who },
            { id: 'port', title: calls.columns.port },
            { id: 'kind', title: calls.columns.kind },
            { id: 'connections', title: calls.columns.connections, kind: 'number' },
            { id: 'source', title: calls.columns.source },
          ]}
          rows={ties.map((tie) => ({
            id: `${tie.from.id}|${tie.to.id}`,
            cells: [
              groupPanelText.call(tie.from.name, tie.to.name),
              tie.ports.join(', '),
              tie.isLatencySensitive ? calls.latency : calls.plain,
              formatNumber(tie.count),
              groupPanelText.source(tie.source, tie.row, null),
            ],
          }))}
        />
      )}
    </>
  );
}
