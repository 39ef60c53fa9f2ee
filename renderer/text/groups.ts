import { countOf, formatNumber } from './common-format.ts';

/** Words of the groups screen. */
export const groupsText = {
  title: 'Groups',
  answer(groups: number, machines: number, large: number): string {
    if (groups === 0) return 'No machine is in scope.';
    const answer = `${countOf(groups, 'move group')} of ${countOf(machines, 'machine')}`;
    return large === 0 ? `${answer}.` : `${answer}; ${formatNumber(large)} ${large === 1 ? 'is' : 'are'} above the size limit.`;
  },
  empty: {
    title: 'Nothing to group yet',
    text: 'Import an inventory, then a list of who calls whom: the export of a dependency analysis, or any table with a source, a target and a port. Machines that must move together form a group.',
    action: 'Import an inventory',
  },
  noCalls: 'No list of connections was imported: only applications tie machines so far.',
  importCalls: 'Import connections',
  tabsLabel: 'What to look at',
  tabs: { groups: 'Groups', graph: 'Graph', calls: 'Calls', shared: 'Shared services', rules: 'Rules' },
  find: 'Find a group or machine',
  findPlaceholder: 'Group, machine, application',
  filtersLabel: 'Which groups',
  filters: {
    large: 'Above the limit',
    connections: 'Tied by calls',
    crossing: 'Calls others',
    hand: 'Made by hand',
    single: 'Single machines',
  },
  clearFilters: 'Clear filters',
  shown: (shown: number, total: number, what: string): string =>
    shown === total ? countOf(total, what) : `${formatNumber(shown)} of ${countOf(total, what)}`,
  noMatch: 'No group matches the filters.',
  columns: {
    group: 'Group',
    machines: 'Machines',
    applications: 'Applications',
    why: 'Why together',
    inside: 'Inner calls',
    outside: 'Outer calls',
    latency: 'Of databases',
    wave: 'Wave',
    readiness: 'Readiness',
    from: 'From',
    to: 'To',
    ties: 'Calls',
    connections: 'Connections',
    ports: 'Ports',
    service: 'Service or machine',
    machinesSeen: 'Machines',
    how: 'How it is known',
  },
  listLabel: 'Move groups',
  callsLabel: 'Calls between groups, as in the graph',
  noCallsBetween: 'No calls between groups were seen.',
  hints: {
    inside: 'Pairs of machines in the group of which one calls the other',
    outside: 'Pairs of machines of which one is in another group',
    latency: 'Of these, calls of databases and queues, which feel every millisecond between them',
  },
  /** In a column, and in full. */
  shortReasons: { application: 'Application', cluster: 'Cluster', single: 'Alone', person: 'By hand', connections: 'Calls' },
  reasons: {
    application: 'They are one application',
    cluster: 'They are nodes of one cluster',
    single: 'It moves alone',
    person: 'A person put them together',
    connections: 'They call each other',
  },
  tooLarge: (machines: number, limit: number): string => `${countOf(machines, 'machine')}; the limit is ${formatNumber(limit)}`,
  overLimit: 'Above the limit',
  noWave: 'In no wave',
  unknownApplication: 'without application',
  commands: {
    edit: 'Change the chosen group…',
    why: 'Why do two machines move together…',
    whyShort: 'Why together?',
    show: (tab: string): string => `Groups: show ${tab.toLowerCase()}`,
    exportCsv: 'Export groups as CSV',
    exportXlsx: 'Export groups as workbook',
    noGroup: 'choose a group first',
    readOnly: 'this file can only be read',
  },
  export: { label: 'Export what is shown', csv: 'As CSV', xlsx: 'As Excel workbook' },
  readFailed: 'The groups were not read',
  notSaved: 'The rule was not kept',
  undo: 'Ctrl+Z takes it back.',
  cancel: 'Cancel',
} as const;

/** Words of the picture. */
export const graphText = {
  label: (nodes: number, edges: number): string =>
    `Graph of ${countOf(nodes, 'group or machine', 'groups and machines')} with ${countOf(edges, 'line')}. The tabs Groups and Calls say the same in tables.`,
  help: 'Arrow keys go from one to the next, Enter opens a group or closes it.',
  working: 'Arranging the graph …',
  zoomIn: 'Closer',
  zoomOut: 'Farther away',
  fit: 'Show all of it',
  map: 'Small map of the graph',
  shownLines: (shown: number, total: number): string => `${formatNumber(shown)} of ${countOf(total, 'line')} drawn`,
  shownLinesHint: 'Those that hold the groups together. A chosen group shows all of its lines.',
  allLines: 'All lines',
  open: 'Show its machines',
  close: 'Show as one group',
  closeAll: 'Close all groups',
  rest: (groups: number, machines: number): string =>
    machines === groups ? `${countOf(groups, 'machine')} not drawn` : `${countOf(groups, 'group')} not drawn`,
  restMeaning: 'Nothing ties them to others, or they are too many to draw. The table of groups has all of them.',
  more: (machines: number): string => `and ${formatNumber(machines)} more`,
  machines: (count: number): string => countOf(count, 'machine'),
  legend: { plain: 'Calls', latency: 'Calls of databases and queues', large: 'Above the limit' },
  leftOut: (count: number): string => `${countOf(count, 'weaker line')} not drawn; the table of groups counts them.`,
  nothing: 'No calls between groups were seen, so there is nothing to draw.',
  nodeWords: (title: string, machines: number, kind: string): string =>
    kind === 'machine' ? `Machine ${title}` : `${title}, ${countOf(machines, 'machine')}`,
} as const;
