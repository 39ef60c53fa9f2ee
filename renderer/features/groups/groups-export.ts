import { groupsText } from '../../text/groups.ts';
import type { CallRow } from './call-grid.tsx';
import type { GroupRow } from './group-list.ts';

interface Table {
  readonly title: string;
  readonly columns: { title: string; kind: 'text' | 'number' }[];
  readonly rows: (string | number | null)[][];
}

const text = (title: string) => ({ title, kind: 'text' as const });
const number = (title: string) => ({ title, kind: 'number' as const });

/** What the list shows, as a table to export. */
export function groupsTable(rows: readonly GroupRow[]): Table {
  const { columns } = groupsText;
  return {
    title: groupsText.listLabel,
    columns: [
      text(columns.group),
      number(columns.machines),
      text(columns.applications),
      text(columns.why),
      number(columns.inside),
      number(columns.outside),
      number(columns.latency),
      text(columns.wave),
    ],
    rows: rows.map(({ group, applications, ties, waveTitle }) => [
      group.title,
      group.machineIds.length,
      applications.join(', '),
      groupsText.shortReasons[group.reason],
      ties.tiesInside,
      ties.tiesOutside,
      ties.latencySensitiveOutside,
      waveTitle,
    ]),
  };
}

/** The lines of the picture, as a table to export. */
export function callsTable(rows: readonly CallRow[]): Table {
  const { columns } = groupsText;
  return {
    title: groupsText.callsLabel,
    columns: [text(columns.from), text(columns.to), number(columns.ties), number(columns.latency), number(columns.connections)],
    rows: rows.map(({ fromTitle, toTitle, ties, latencySensitiveTies, connections }) => [
      fromTitle,
      toTitle,
      ties,
      latencySensitiveTies,
      connections,
    ]),
  };
}
