import { FIRST_SORT, type GroupFilter, type GroupSort } from './group-list.ts';

export const GROUP_TABS = ['groups', 'graph', 'calls', 'shared', 'rules'] as const;
export type GroupTab = (typeof GROUP_TABS)[number];

/** What the panel at the right is about. */
export type GroupsPanel =
  | { readonly kind: 'none' }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'edit'; readonly groupId: string }
  /** A machine of an opened group. */
  | { readonly kind: 'machine'; readonly machineId: string }
  /** Two nodes of the graph: groups or machines. */
  | { readonly kind: 'pair'; readonly from: string; readonly to: string }
  | { readonly kind: 'why'; readonly from: string; readonly to: string }
  | { readonly kind: 'rest' }
  /** `null`: a new one. */
  | { readonly kind: 'service'; readonly serviceId: string | null }
  /** `null`: one that is still to be named. */
  | { readonly kind: 'shared-machine'; readonly machineId: string | null };

/** What the screen shows; kept while another screen is shown. */
export interface GroupsView {
  readonly tab: GroupTab;
  readonly text: string;
  readonly filters: readonly GroupFilter[];
  readonly sort: GroupSort;
  /** Groups that the graph shows machine by machine. */
  readonly expanded: readonly string[];
  readonly panel: GroupsPanel;
}

export const NO_PANEL: GroupsPanel = { kind: 'none' };
export const FIRST_GROUPS_VIEW: GroupsView = { tab: 'groups', text: '', filters: [], sort: FIRST_SORT, expanded: [], panel: NO_PANEL };

export type ChangeView = (changes: Partial<GroupsView>) => void;

/** A link into the screen leads to a group, or to the reason of a machine: `why:FROM`. */
export function viewAt(view: GroupsView, target: string, groupIds: ReadonlySet<string>): GroupsView {
  if (target.startsWith('why:')) return { ...view, panel: { kind: 'why', from: target.slice('why:'.length), to: '' } };
  if (!groupIds.has(target)) return view;
  return { ...view, tab: view.tab === 'graph' ? 'graph' : 'groups', text: '', filters: [], panel: { kind: 'group', groupId: target } };
}

/** Another look; what the panel says stays where it belongs to that look too. */
export function viewOnTab({ panel }: GroupsView, tab: GroupTab): Partial<GroupsView> {
  const isAboutRules = panel.kind === 'service' || panel.kind === 'shared-machine';
  const isKept = panel.kind === 'why' || (isAboutRules ? tab === 'shared' : tab !== 'shared' && tab !== 'rules');
  return isKept ? { tab } : { tab, panel: NO_PANEL };
}

export function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** The panel without a group that has gone since. */
export function stillThere(panel: GroupsPanel, groupIds: ReadonlySet<string>): GroupsPanel {
  if ((panel.kind === 'group' || panel.kind === 'edit') && !groupIds.has(panel.groupId)) return NO_PANEL;
  return panel;
}
