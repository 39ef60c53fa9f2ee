import { Button, Link, makeStyles } from '@fluentui/react-components';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { formatGiB, formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { graphText, groupsText } from '../../text/groups.ts';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { ApplicationNeeds } from './application-needs.tsx';
import { CutList } from './cut-list.tsx';
import type { DrawnGraph } from './graph-model.ts';
import type { GroupRow } from './group-list.ts';
import type { ChangeView, GroupsView } from './groups-view.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0 12px' },
});

interface GroupPanelProps {
  readonly row: GroupRow;
  readonly largestGroup: number;
  readonly graph: DrawnGraph | null;
  readonly view: GroupsView;
  readonly onView: ChangeView;
  readonly onToggle: (groupId: string) => void;
}

/** One group: what it is, what it would cost to cut it, its machines, and whom they call. */
export function GroupPanel({ row, largestGroup, graph, view, onView, onToggle }: GroupPanelProps) {
  const styles = useStyles();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const words = groupPanelText;
  const { group } = row;
  const [first, second] = group.machineIds;
  const isOpen = view.expanded.includes(group.id);
  return (
    <DetailsPanel key={group.id} title={group.title}>
      {row.isLarge && <ToneMark tone="warning">{groupsText.tooLarge(group.machineIds.length, largestGroup)}</ToneMark>}
      <div className={styles.actions}>
        <Button size="small" disabled={isReadOnly} onClick={() => onView({ panel: { kind: 'edit', groupId: group.id } })}>
          {words.edit}
        </Button>
        {second !== undefined && (
          <Button size="small" onClick={() => onView({ panel: { kind: 'why', from: first ?? '', to: second } })}>
            {words.why}
          </Button>
        )}
        {view.tab === 'graph' && second !== undefined && (
          <Button size="small" onClick={() => onToggle(group.id)}>
            {isOpen ? graphText.close : graphText.open}
          </Button>
        )}
        {view.tab !== 'graph' && (
          <Button size="small" onClick={() => onView({ tab: 'graph' })}>
            {words.showGraph}
          </Button>
        )}
      </div>
      <Section title={groupsText.columns.group} level={3} isDense>
        <GroupFacts row={row} />
      </Section>
      {group.machineIds.length > 1 && <CutList key={group.id} group={group} isLarge={row.isLarge} />}
      <Neighbours group={group} graph={graph} onView={onView} />
      <ApplicationNeeds groupId={group.id} onView={onView} />
      <Machines group={group} />
    </DetailsPanel>
  );
}

function GroupFacts({ row }: { readonly row: GroupRow }) {
  const app = useApp();
  const { group, ties, applications, waveTitle } = row;
  const { facts } = groupPanelText;
  const verdict = VERDICT_WORDS[group.verdict];
  return (
    <FactList
      facts={[
        { title: facts.machines, value: formatNumber(group.machineIds.length) },
        { title: facts.applications, value: applications.length === 0 ? groupsText.unknownApplication : applications.join(', ') },
        { title: facts.why, value: groupsText.reasons[group.reason] },
        { title: facts.inside, value: formatNumber(ties.tiesInside) },
        { title: facts.outside, value: groupPanelText.outside(ties.tiesOutside, ties.connectionsOutside, ties.latencySensitiveOutside) },
        {
          title: facts.wave,
          value:
            waveTitle === null ? (
              groupsText.noWave
            ) : (
              <Link as="button" onClick={() => app.go('waves', group.id)}>
                {waveTitle}
              </Link>
            ),
        },
        { title: facts.readiness, value: <ToneMark tone={verdict.tone}>{verdict.title}</ToneMark> },
        { title: facts.data, value: groupPanelText.sizeWords(formatGiB(group.sizeGiB), group.unknownSizeCount) },
      ]}
    />
  );
}

interface NeighboursProps {
  readonly group: GroupView;
  readonly graph: DrawnGraph | null;
  readonly onView: ChangeView;
}

/** Groups that it calls or that call it, the strongest first. */
function Neighbours({ group, graph, onView }: NeighboursProps) {
  if (graph === null) return null;
  const words = groupPanelText;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const connections = new Map<string, number>();
  for (const edge of graph.edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    const other = from?.groupId === group.id ? to : to?.groupId === group.id ? from : undefined;
    if (other?.groupId == null || other.groupId === group.id) continue;
    connections.set(other.groupId, (connections.get(other.groupId) ?? 0) + edge.connections);
  }
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  return (
    <Section title={words.neighbours} level={3} isDense>
      {connections.size === 0 ? (
        words.noNeighbours
      ) : (
        <LinkList
          most={8}
          items={[...connections]
            .toSorted((a, b) => b[1] - a[1])
            .map(([id, count]) => ({ id, title: titles.get(id) ?? id, note: words.neighbourNote(count) }))}
          onSelect={(id) => onView({ panel: { kind: 'pair', from: group.id, to: id } })}
        />
      )}
    </Section>
  );
}

function Machines({ group }: { readonly group: GroupView }) {
  const app = useApp();
  const machinesById = useAppState((state) => state.machinesById);
  return (
    <Section title={groupPanelText.machines} note={formatNumber(group.machineIds.length)} level={3} isDense>
      <LinkList
        items={group.machineIds.map((id) => {
          const machine = machinesById.get(id);
          return { id, title: machine?.name ?? id, note: machine?.application ?? groupsText.unknownApplication };
        })}
        onSelect={(id) => app.go('inventory', id)}
      />
    </Section>
  );
}
