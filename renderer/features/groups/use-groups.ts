import { useEffect, useMemo } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView } from '../../../shared/contract/shapes.ts';
import { useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import type { DrawnGraph } from './graph-model.ts';
import { filterGroups, groupRows, sortGroups, type GroupRow } from './group-list.ts';
import { FIRST_GROUPS_VIEW, stillThere, viewAt, type ChangeView, type GroupsView } from './groups-view.ts';

export interface Groups {
  readonly view: GroupsView;
  readonly onView: ChangeView;
  readonly byId: ReadonlyMap<string, GroupView>;
  /** All of them, and those that pass the filters, in order. */
  readonly rows: readonly GroupRow[];
  readonly shown: readonly GroupRow[];
  /** `null` until it was asked for once. */
  readonly summary: MethodOutput<'dependency.summary'> | null;
  readonly graph: DrawnGraph | null;
  readonly failure: string | null;
  readonly toggle: (groupId: string) => void;
}

/** More nodes are no picture any more; groups beyond that are folded together. */
const MOST_NODES = 500;

const NO_TIES: MethodOutput<'dependency.groups'> = [];

/** Everything that the screen shows, asked for again when the engagement changes. */
export function useGroups(): Groups {
  const groups = useSnapshot((snapshot) => snapshot.groups);
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const seq = String(useSnapshot((snapshot) => snapshot.seq));
  const machinesById = useAppState((state) => state.machinesById);
  const byId = useMemo(() => new Map(groups.map((group) => [group.id, group])), [groups]);
  const [view, onView] = useGroupsView(byId);
  const expanded = view.expanded.filter((id) => byId.has(id));
  const summary = useReply('dependency.summary', {}, seq);
  const ties = useReply('dependency.groups', {}, seq);
  const graph = useReply('dependency.graph', { expanded, mostNodes: MOST_NODES }, `${seq}|${expanded.join('|')}`);
  const largestGroup = summary.kind === 'answered' ? summary.value.rules.largestGroup : Infinity;
  const groupTies = ties.kind === 'answered' ? ties.value : NO_TIES;
  const rows = useMemo(() => {
    const waveTitles = new Map((plan?.waves ?? []).map(({ id, title }) => [id, title]));
    return groupRows({ groups, ties: groupTies, machinesById, largestGroup, waveTitles });
  }, [groups, groupTies, machinesById, largestGroup, plan]);
  const shown = useMemo(() => sortGroups(filterGroups(rows, view, machinesById), view.sort), [rows, view, machinesById]);
  const failed = [summary, ties, graph].find((asked) => asked.kind === 'failed');
  return {
    view,
    onView,
    byId,
    rows,
    shown,
    summary: summary.kind === 'answered' ? summary.value : null,
    graph: graph.kind === 'answered' ? graph.value : null,
    failure: failed?.kind === 'failed' ? failed.failure.detail : null,
    toggle: (groupId) =>
      onView({ expanded: expanded.includes(groupId) ? expanded.filter((id) => id !== groupId) : [...expanded, groupId] }),
  };
}

/** The view as it was left; a link into the screen changes it once. */
function useGroupsView(byId: ReadonlyMap<string, GroupView>): readonly [GroupsView, ChangeView] {
  const [view, setView] = useScreenMemory('groups.view', FIRST_GROUPS_VIEW);
  const route = useAppState((state) => state.history.current);
  const target = route.screen === 'groups' ? route.target : null;
  const ids = useMemo(() => new Set(byId.keys()), [byId]);
  useEffect(() => {
    if (target !== null) setView((known) => viewAt(known, target, ids));
    // A link counts when it is followed, not each time the groups change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
  const shown = useMemo(() => ({ ...view, panel: stillThere(view.panel, ids) }), [view, ids]);
  return [shown, (changes) => setView((known) => ({ ...known, ...changes }))];
}
