import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView, MachineRow } from '../../../shared/contract/shapes.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';

export type GroupTies = MethodOutput<'dependency.groups'>[number];

/** A group as the list shows it. */
export interface GroupRow {
  readonly group: GroupView;
  readonly applications: readonly string[];
  readonly ties: Omit<GroupTies, 'groupId'>;
  readonly isLarge: boolean;
  readonly waveTitle: string | null;
}

export type GroupFilter = 'large' | 'connections' | 'crossing' | 'hand' | 'single';
export const GROUP_FILTERS: readonly GroupFilter[] = ['large', 'connections', 'crossing', 'hand', 'single'];

export interface GroupSort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

/** The largest first: that is where a person has to decide something. */
export const FIRST_SORT: GroupSort = { columnId: 'machines', isDescending: true };

const NO_TIES: GroupRow['ties'] = { tiesInside: 0, tiesOutside: 0, connectionsOutside: 0, latencySensitiveOutside: 0 };

export interface GroupParts {
  readonly groups: readonly GroupView[];
  readonly ties: readonly GroupTies[];
  readonly machinesById: ReadonlyMap<string, Pick<MachineRow, 'application' | 'name'>>;
  readonly largestGroup: number;
  readonly waveTitles: ReadonlyMap<string, string>;
}

export function groupRows({ groups, ties, machinesById, largestGroup, waveTitles }: GroupParts): readonly GroupRow[] {
  const tiesOf = new Map(ties.map((each) => [each.groupId, each]));
  return groups.map((group) => ({
    group,
    applications: applicationsOf(group.machineIds, machinesById),
    ties: tiesOf.get(group.id) ?? NO_TIES,
    isLarge: group.machineIds.length > largestGroup,
    waveTitle: group.waveId === null ? null : (waveTitles.get(group.waveId) ?? null),
  }));
}

/** Applications of machines, each once however it is written, by name. */
export function applicationsOf(machineIds: readonly string[], machinesById: GroupParts['machinesById']): readonly string[] {
  const byKey = new Map<string, string>();
  for (const id of machineIds) {
    const application = machinesById.get(id)?.application?.trim() ?? '';
    if (application !== '' && !byKey.has(application.toLowerCase())) byKey.set(application.toLowerCase(), application);
  }
  return [...byKey.values()].toSorted((a, b) => a.localeCompare(b, 'en'));
}

const PASSES: Readonly<Record<GroupFilter, (row: GroupRow) => boolean>> = {
  large: (row) => row.isLarge,
  connections: (row) => row.group.reason === 'connections',
  crossing: (row) => row.ties.tiesOutside > 0,
  hand: (row) => row.group.reason === 'person',
  single: (row) => row.group.machineIds.length === 1,
};

export function countFilter(rows: readonly GroupRow[], filter: GroupFilter): number {
  return rows.filter(PASSES[filter]).length;
}

/** Rows that pass every filter and hold the text in their title, applications or machine names. */
export function filterGroups(
  rows: readonly GroupRow[],
  { text, filters }: { readonly text: string; readonly filters: readonly GroupFilter[] },
  machinesById: GroupParts['machinesById'],
): readonly GroupRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter((row) => {
    if (!filters.every((filter) => PASSES[filter](row))) return false;
    if (wanted === '') return true;
    const names = [row.group.title, ...row.applications];
    if (names.some((name) => name.toLowerCase().includes(wanted))) return true;
    return row.group.machineIds.some((id) => machinesById.get(id)?.name.toLowerCase().includes(wanted) === true);
  });
}

const VALUES: Readonly<Record<string, (row: GroupRow) => string | number>> = {
  group: (row) => row.group.title,
  machines: (row) => row.group.machineIds.length,
  applications: (row) => row.applications.length,
  why: (row) => groupsText.shortReasons[row.group.reason],
  inside: (row) => row.ties.tiesInside,
  outside: (row) => row.ties.tiesOutside,
  latency: (row) => row.ties.latencySensitiveOutside,
  wave: (row) => row.waveTitle ?? '',
  readiness: (row) => row.group.verdict,
};

export function sortGroups(rows: readonly GroupRow[], { columnId, isDescending }: GroupSort): readonly GroupRow[] {
  const valueOf = VALUES[columnId] ?? VALUES['group']!;
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(valueOf(a), valueOf(b)) || compare(a.group.title, b.group.title));
}

/** Made once: with options, comparing by the text's own method makes one for every pair. */
const collator = new Intl.Collator('en', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

const MOST_NAMES = 3;

/** A side by its applications, else by the names of its machines. */
export function sideName(
  side: readonly { readonly id: string; readonly name: string }[],
  applicationsIn: (machineIds: readonly string[]) => readonly string[],
): string {
  const applications = applicationsIn(side.map(({ id }) => id));
  const names = applications.length > 0 ? applications : side.map(({ name }) => name);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} ${groupPanelText.moreCalls(names.length - MOST_NAMES)}` : shown;
}
