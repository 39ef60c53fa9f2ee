import { countOf, formatNumber } from './common-format.ts';

/** Words of the panels about one group, one pair or one rule. */
export const groupPanelText = {
  none: 'Nothing chosen',
  noneText: 'Choose a group to see what ties its machines, and what it would cost to cut it.',
  edit: 'Change…',
  why: 'Why?',
  showGraph: 'In the graph',
  showList: 'In the list',
  facts: {
    machines: 'Machines',
    applications: 'Applications',
    why: 'Why together',
    inside: 'Calls inside',
    outside: 'Calls to others',
    wave: 'Wave',
    readiness: 'Readiness',
    data: 'Data',
  },
  outside: (ties: number, connections: number, latency: number): string => {
    if (ties === 0) return 'none';
    const words = `${formatNumber(ties)} (${countOf(connections, 'connection')})`;
    return latency === 0 ? words : `${words}, ${formatNumber(latency)} of databases`;
  },
  sizeWords: (size: string, unknown: number): string => (unknown === 0 ? size : `${size} + ${formatNumber(unknown)} unknown`),
  machines: 'Machines',
  neighbours: 'Calls to other groups',
  noNeighbours: 'It calls no other group and is called by none.',
  needs: 'What its applications need',
  needsNote: 'From the list of applications. It ties no machines by itself.',
  need: (from: string, to: string): string => `${from} needs ${to}`,
  needInside: 'in this group',
  needUnknown: 'no machine states it',
  neighbourNote: (connections: number): string => countOf(connections, 'connection'),
  openMachine: 'Machine page',
  cuts: {
    title: 'Cheapest cuts',
    show: 'What would a cut cost?',
    working: 'Looking for the cheapest cuts …',
    none: 'It cannot be split: its machines are of one application, or a person said that they move together.',
    byHand: 'A person put this group together. Take machines out of it by “Change…”.',
    splitOff: (count: number, what: string): string => `Split off ${countOf(count, 'machine')}: ${what}`,
    leaves: (left: number, isWithinLimit: boolean): string =>
      `${countOf(left, 'machine')} ${left === 1 ? 'stays' : 'stay'}${isWithinLimit ? '; both are within the limit' : ''}`,
    price: (latency: number, ties: number, connections: number): string => {
      const calls = `cuts ${countOf(ties, 'call')}`;
      const dear = latency === 0 ? '' : `, ${latency === ties ? 'all' : formatNumber(latency)} of databases`;
      return `${calls}${dear} (${countOf(connections, 'connection')})`;
    },
    free: 'cuts no call',
    calls: 'Which calls',
    accept: 'Accept this cut',
    reason: (what: string): string => `Cut accepted: ${what} may move apart`,
    what: (name: string, group: string): string => `Accepted the cut of ${name} off ${group}`,
    done: 'The cut is accepted',
  },
  call: (from: string, to: string): string => `${from} calls ${to}`,
  port: (ports: readonly number[]): string => (ports.length === 0 ? '' : `port ${ports.toSorted((a, b) => a - b).join(', ')}`),
  connections: (count: number): string => countOf(count, 'connection'),
  database: 'database or queue',
  source: (file: string, row: number | null, sheet: string | null): string =>
    row === null ? file : `${file}, ${sheet === null ? '' : `${sheet}, `}row ${formatNumber(row)}`,
  moreCalls: (count: number): string => `and ${formatNumber(count)} more`,
  between: (from: string, to: string): string => `${from} and ${to}`,
  callsBetween: 'Calls between them',
} as const;

/** Words of "why together" and of rules made from it. */
export const whyText = {
  title: 'Why together?',
  first: 'First machine',
  second: 'Second machine',
  hint: 'Type part of a name',
  unknown: 'No machine has this name.',
  chooseBoth: 'Choose two machines to see what ties them.',
  same: 'Choose two different machines.',
  together: (from: string, to: string, steps: number): string =>
    `${from} and ${to} move together, ${steps === 1 ? 'directly' : `by ${formatNumber(steps)} steps`}:`,
  apart: (from: string, to: string): string => `${from} and ${to} need not move together.`,
  callsOnly: 'They call each other in one direction only, which ties nothing:',
  byHand: (title: string): string => `A person put both into the group “${title}”.`,
  step: {
    application: (from: string, to: string, detail: string): string => `${from} and ${to} belong to ${detail}.`,
    cluster: (from: string, to: string, detail: string): string =>
      `${from} and ${to} are nodes of ${detail === '' ? 'one cluster' : `the cluster ${detail}`}, with disks or addresses in common.`,
    'mutual-calls': (from: string, to: string, detail: string): string =>
      `${from} and ${to} call each other, directly or in a circle${detail === '' ? '' : ` (${detail})`}.`,
    latency: (from: string, to: string, detail: string): string =>
      `${from} and ${to}: calls of a database or queue${detail === '' ? '' : ` (${detail})`}, which feel every millisecond.`,
    person: (from: string, to: string, detail: string): string =>
      `A person said that ${from} and ${to} move together${detail === '' ? '' : `: ${detail}`}.`,
  },
  keepApart: 'Keep apart…',
  keepApartTitle: (from: string, to: string): string => `Keep ${from} and ${to} apart?`,
  cutsCalls: (count: number): string => `This cuts ${countOf(count, 'call')}:`,
  cutsNothing: 'This cuts no call.',
  confirmApart: 'Keep apart',
  confirmApartAnyway: 'Keep apart anyway',
  apartWhat: (from: string, to: string): string => `Accepted that ${from} and ${to} may move apart`,
  apartDone: 'They may move apart now',
  tie: 'Must move together…',
  tieReason: 'Why must they move together?',
  tieReasonMissing: 'Somebody will ask for the reason.',
  tieConfirm: 'Move together',
  tieWhat: (from: string, to: string): string => `${from} and ${to} must move together`,
  tieDone: 'They move together now',
  reason: 'Reason',
} as const;

/** Words of changing a group by hand. */
export const editGroupText = {
  title: (title: string): string => `Change ${title}`,
  meaning: 'The machines chosen here become a group of their own. The others stay with what ties them.',
  meaningHand: 'The machines chosen here are the group. The others go back to what ties them.',
  name: 'Name of the group',
  nameMissing: 'Give the group a name.',
  machines: 'Machines in it',
  add: 'Add a machine',
  addHint: 'Type part of a name',
  all: 'All',
  noneButton: 'None',
  chosen: (count: number): string => `${countOf(count, 'machine')} chosen`,
  checking: 'Looking for calls that this would cut …',
  nothing: 'Choose at least one machine.',
  cutsNothing: 'This cuts no call.',
  cuts: (count: number): string => `This cuts ${countOf(count, 'call')} between machines that move together today:`,
  splits: (titles: string): string => `Splits ${titles}.`,
  submit: 'Make the group',
  submitAnyway: 'Make the group anyway',
  giveBack: 'Give up this group',
  giveBackMeaning: 'Its machines go back to what ties them.',
  saved: 'The group is changed',
  notSaved: 'The group was not changed',
  ofMachines: (name: string): string => `${name} and others`,
} as const;
