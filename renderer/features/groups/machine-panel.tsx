import { Button, makeStyles } from '@fluentui/react-components';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { groupPanelText, whyText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import type { ChangeView } from './groups-view.ts';
import { TieList } from './tie-list.tsx';

const MOST_TIES = 100;

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '0 0 12px' } });

/** One machine of an opened group: whom it calls and who calls it. */
export function MachinePanel({ machineId, onView }: { readonly machineId: string; readonly onView: ChangeView }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const machine = useAppState((state) => state.machinesById.get(machineId));
  const group = useSnapshot((snapshot) => snapshot.groups.find(({ id }) => id === machine?.groupId));
  const asked = useReply('dependency.ties', { machineId, limit: MOST_TIES }, `${machineId}|${seq}`);
  const ties = asked.kind === 'answered' ? asked.value : null;
  return (
    <DetailsPanel title={machine?.name ?? machineId}>
      <div className={styles.actions}>
        <Button size="small" onClick={() => app.go('inventory', `page:${machineId}`)}>
          {groupPanelText.openMachine}
        </Button>
        {group !== undefined && (
          <Button size="small" onClick={() => onView({ panel: { kind: 'group', groupId: group.id } })}>
            {groupsText.columns.group}
          </Button>
        )}
        <Button size="small" onClick={() => onView({ panel: { kind: 'why', from: machineId, to: '' } })}>
          {whyText.title}
        </Button>
      </div>
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {ties !== null && (
        <Section title={groupsText.columns.ties} note={formatNumber(ties.total)} level={3} isDense>
          <TieList ties={ties.ties} total={ties.total} label={groupsText.columns.ties} />
        </Section>
      )}
    </DetailsPanel>
  );
}
