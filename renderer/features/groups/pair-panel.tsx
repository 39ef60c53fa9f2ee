import { Button, makeStyles } from '@fluentui/react-components';

import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import type { DrawnGraph, DrawnNode } from './graph-model.ts';
import type { ChangeView } from './groups-view.ts';
import { TieList } from './tie-list.tsx';

const MOST_TIES = 100;

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '0 0 12px' } });

interface PairPanelProps {
  readonly from: string;
  readonly to: string;
  readonly graph: DrawnGraph | null;
  readonly onView: ChangeView;
}

/** Every call between two groups or machines of the picture, with where it stands. */
export function PairPanel({ from, to, graph, onView }: PairPanelProps) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const groups = useSnapshot((snapshot) => snapshot.groups);
  const words = groupPanelText;
  const nodes = new Map((graph?.nodes ?? []).map((node) => [node.id, node]));
  const [one, other] = [nodes.get(from), nodes.get(to)];
  const titleOf = (id: string, node: DrawnNode | undefined): string => node?.title ?? groups.find((group) => group.id === id)?.title ?? id;
  const asked = useReply(
    'dependency.ties',
    {
      ...(one?.kind === 'machine' ? { machineId: from } : { groupId: from }),
      ...(other?.kind === 'machine' ? { otherMachineId: to } : { otherGroupId: to }),
      limit: MOST_TIES,
    },
    `${from}|${to}|${one?.kind ?? ''}|${other?.kind ?? ''}|${seq}`,
  );
  const title = words.between(titleOf(from, one), titleOf(to, other));
  const ties = asked.kind === 'answered' ? asked.value : null;
  const [first] = ties?.ties ?? [];
  return (
    <DetailsPanel title={title}>
      <div className={styles.actions}>
        {[one, other].map((node) =>
          node === undefined || node.kind !== 'group' ? null : (
            <Button key={node.id} size="small" onClick={() => onView({ panel: { kind: 'group', groupId: node.id } })}>
              {node.title}
            </Button>
          ),
        )}
        {first !== undefined && (
          <Button size="small" onClick={() => onView({ panel: { kind: 'why', from: first.from.id, to: first.to.id } })}>
            {words.why}
          </Button>
        )}
      </div>
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {ties !== null && (
        <Section title={words.callsBetween} note={formatNumber(ties.total)} level={3} isDense>
          <TieList ties={ties.ties} total={ties.total} label={words.callsBetween} />
        </Section>
      )}
    </DetailsPanel>
  );
}
