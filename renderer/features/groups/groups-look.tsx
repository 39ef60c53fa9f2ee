import { makeStyles, Spinner } from '@fluentui/react-components';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { graphText, groupsText } from '../../text/groups.ts';
import { CallGrid } from './call-grid.tsx';
import { GraphView } from './graph-view.tsx';
import { GroupGrid } from './group-grid.tsx';
import { RulesView } from './rules-view.tsx';
import { SharedView } from './shared-view.tsx';
import type { Groups } from './use-groups.ts';

const useStyles = makeStyles({
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
  none: { padding: '8px 24px' },
});

/** The thing itself: list, picture, calls, shared services or rules. */
export function GroupsLook({ groups }: { readonly groups: Groups }) {
  const styles = useStyles();
  const app = useApp();
  const { view, onView, shown, summary, graph, failure } = groups;
  const { panel } = view;
  const groupId = panel.kind === 'group' || panel.kind === 'edit' ? panel.groupId : null;
  const pair = panel.kind === 'pair' ? panel : null;
  const selectPair = (from: string, to: string): void => onView({ panel: { kind: 'pair', from, to } });
  if (failure !== null) {
    return (
      <p role="alert" className={styles.none}>
        {failure}
      </p>
    );
  }
  if (view.tab === 'groups') {
    return (
      <GroupGrid
        rows={shown}
        selectedId={groupId}
        sort={view.sort}
        onSort={(sort) => onView({ sort })}
        onSelect={(id) => onView({ panel: { kind: 'group', groupId: id } })}
        onOpen={() => app.toggleDetails(true)}
      />
    );
  }
  if (summary === null || graph === null) {
    return (
      <div className={styles.waiting}>
        <Spinner label={groupsText.title} />
      </div>
    );
  }
  if (view.tab === 'shared') return <SharedView summary={summary} view={view} onView={onView} />;
  if (view.tab === 'rules') return <RulesView summary={summary} onView={onView} />;
  if (view.tab === 'calls') return <CallGrid graph={graph} selected={pair} onSelect={selectPair} />;
  if (graph.nodes.every(({ kind }) => kind === 'rest')) return <p className={styles.none}>{graphText.nothing}</p>;
  return <Picture groups={groups} />;
}

function Picture({ groups }: { readonly groups: Groups }) {
  const { view, onView, summary, graph, byId, toggle } = groups;
  const { panel } = view;
  const machinesById = useAppState((state) => state.machinesById);
  if (summary === null || graph === null) return null;
  const onNode = (id: string): void => {
    const node = graph.nodes.find((one) => one.id === id);
    if (node?.kind === 'rest') onView({ panel: { kind: 'rest' } });
    else if (node?.kind === 'machine') onView({ panel: { kind: 'machine', machineId: id } });
    else onView({ panel: { kind: 'group', groupId: id } });
  };
  return (
    <GraphView
      graph={graph}
      groups={byId}
      largestGroup={summary.rules.largestGroup}
      applicationOf={(id) => machinesById.get(id)?.application ?? null}
      expanded={view.expanded}
      chosenNode={chosenNodeOf(panel)}
      chosenLine={panel.kind === 'pair' ? panel : null}
      onNode={onNode}
      onLine={(from, to) => onView({ panel: { kind: 'pair', from, to } })}
      onToggle={toggle}
      onCloseAll={() => onView({ expanded: [] })}
    />
  );
}

function chosenNodeOf(panel: Groups['view']['panel']): string | null {
  if (panel.kind === 'group' || panel.kind === 'edit') return panel.groupId;
  if (panel.kind === 'machine') return panel.machineId;
  return panel.kind === 'rest' ? 'rest' : null;
}
