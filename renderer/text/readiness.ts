import type { Severity, Verdict } from '../../shared/readiness/rule.ts';
import { countOf, formatNumber } from './common-format.ts';

/** Words of the readiness screen. */
export const readinessText = {
  title: 'Readiness',
  /** What each verdict means, for the tooltip. */
  verdictMeanings: {
    ready: 'No rule speaks against moving these machines.',
    'ready-with-warnings': 'They can move; somebody should look at the warnings first.',
    undecided: 'A fact is missing that a blocking rule needs. Unknown is not ready.',
    blocked: 'At least one rule says that the move would fail or is not supported.',
  } satisfies Readonly<Record<Verdict, string>>,
  severityMeanings: {
    refused: 'Azure Site Recovery itself refuses these machines.',
    blocker: 'The move would fail or is not supported.',
    warning: 'The move works, with a consequence to know about.',
    info: 'Nothing stands in the way.',
  } satisfies Readonly<Record<Severity, string>>,
  answer(total: number, blocked: number, undecided: number): string {
    if (total === 0) return 'No machine is in scope.';
    const movable = total - blocked - undecided;
    const parts = [`${countOf(movable, 'machine')} of ${formatNumber(total)} can move`];
    if (blocked > 0) parts.push(`${formatNumber(blocked)} ${blocked === 1 ? 'is' : 'are'} blocked`);
    if (undecided > 0) parts.push(`${formatNumber(undecided)} cannot be decided yet`);
    return `${parts.join(', ')}.`;
  },
  ruleSet: (version: string, date: string): string => `Rule set ${version} of ${date}`,
  dataAge: (words: string): string => `Data from ${words}`,
  noData: 'No data yet',
  tabs: { rules: 'Rules', machines: 'Machines', missing: 'Missing facts', backlog: 'Fix backlog' },
  tabsLabel: 'What to look at',
  rulesTitle: 'Readiness by rule',
  machinesTitle: 'Readiness by machine',
  columns: {
    severity: 'Weight',
    rule: 'Rule',
    title: 'What it says',
    machine: 'Machine',
    verdict: 'Verdict',
    blockers: 'Blockers',
    warnings: 'Warnings',
    unknown: 'Unknown',
    scenario: 'Scenario',
    application: 'Application',
    owner: 'Owner',
  },
  findMachine: 'Find a machine',
  findMachinePlaceholder: 'Name, application, owner',
  verdictLabel: 'Verdict',
  machinesLabel: 'Machines in scope with their verdict',
  noMachineMatch: 'No machine matches the filters.',
  chooseMachine: 'Choose a machine to see what speaks against moving it.',
  counts: (shown: number, total: number, what: string): string =>
    shown === total ? countOf(total, what) : `${formatNumber(shown)} of ${countOf(total, what)}`,
  override: {
    open: 'Override…',
    openAll: (count: number): string => `Override for ${countOf(count, 'machine')}…`,
    meaning: (count: number, actor: string): string =>
      `${actor} takes the responsibility that ${count === 1 ? 'this machine' : `these ${formatNumber(count)} machines`} can move in spite of this blocker. It holds for the values seen now; other values count again.`,
    reason: 'Reason',
    reasonNeeded: 'The reason is needed: it stands in the journal and in the report.',
    submit: 'Override',
    cancel: 'Cancel',
    failed: 'The blocker was not overridden',
    by: (who: string, when: string, reason: string): string => `Overridden by ${who}, ${when}: ${reason}`,
    byRules: (version: string): string => `rule set ${version}`,
    stale: 'The values have changed since: it counts again.',
    withdraw: 'Withdraw',
    withdrawFailed: 'The override was not withdrawn',
    refused: 'Azure itself refuses such machines; nobody can override that.',
  },
  facts: {
    open: 'Answers for all…',
    title: 'Answers for all machines',
    intro: 'Each answer speaks for every machine that does not say otherwise. An emptied field takes the answer back.',
    close: 'Close',
    save: 'Save',
    saveOne: (title: string): string => `Save: ${title}`,
    unanswered: 'not answered',
    listHint: 'Separated by commas; “none” for an empty list',
    notANumber: 'Write a number.',
    failed: 'The answer was not saved',
    here: 'One answer for all machines',
    settings: 'It is asked in the settings of the engagement.',
    openSettings: 'Open settings',
  },
  change: {
    title: 'What the new rules say otherwise',
    from: (from: string, to: string): string => `Rule set ${to} instead of ${from}, about the same data`,
    before: 'Before',
    after: 'After',
    verdict: 'Verdict',
    rule: 'Rule',
    none: 'Every number is as it was.',
    link: (from: string, rules: number): string =>
      rules === 0
        ? `Nothing else since rule set ${from}`
        : `${rules === 1 ? 'One rule says' : `${rules} rules say`} otherwise than in ${from}`,
    close: 'Close the comparison',
    gone: (id: string): string => `${id} (no longer a rule)`,
  },
  findings: 'Findings',
  foundBy: (version: string): string => `Found by rule set ${version}`,
  cellHint: 'Machines for which the rule is raised, and with a question mark those that lack data',
  noFindings: 'No rule has anything to say about this machine.',
  showRule: (id: string): string => `Show rule ${id}`,
  openInventory: 'Open in inventory',
  readFailed: 'The findings were not read',
  sourceLine: (code: string, date: string): string => `${code}, ${date}`,
  inScenarios: 'Asked for',
  searchLabel: 'Find a rule',
  searchPlaceholder: 'Rule, reason or remedy',
  allScenarios: 'All scenarios',
  scenarioLabel: 'Scenario',
  severityLabel: 'Severity',
  ruleColumn: 'Rule',
  raisedColumn: 'Raised',
  unknownColumn: 'Lacks data',
  tableLabel: 'Rules by severity, with the number of machines per scenario',
  /** `stopped` is `null` for rules that never stop a machine. */
  cell(raised: number, unknown: number, stopped: number | null): string {
    const parts: string[] = [];
    if (raised > 0) parts.push(`raised for ${countOf(raised, 'machine')}`);
    if (stopped !== null && stopped < raised) parts.push(stopped === 0 ? 'stops none of them' : `stops ${formatNumber(stopped)} of them`);
    if (unknown > 0) parts.push(`data missing for ${formatNumber(unknown)}`);
    return parts.length === 0 ? 'nobody concerned' : parts.join(', ');
  },
  milder: (title: string): string => `${title} here.`,
  notAsked: 'not asked',
  noMatch: 'No rule matches the filters.',
  clearFilters: 'Clear filters',
  why: 'Why',
  remedy: 'What to do',
  source: 'Source',
  openArticle: 'Open the article',
  machines: 'Machines',
  machineColumn: 'Machine',
  outcomeColumn: 'Result',
  seenColumn: 'Values seen',
  raised: 'Raised',
  lacksData: 'Lacks data',
  missingFields: (fields: string): string => `Missing: ${fields}`,
  loadingMachines: 'Reading the machines …',
  noMachines: 'No machine is concerned any more.',
  shownOf: (shown: number, total: number): string => `${formatNumber(shown)} of ${formatNumber(total)} machines shown`,
  chooseRule: 'Choose a rule to see why it exists, what to do, and which machines it concerns.',
  export: 'Export this table',
  exportCsv: 'As CSV',
  exportXlsx: 'As workbook',
  showMachine: (name: string): string => `Show ${name} in the inventory`,
  showAffected: 'Show in inventory',
  missing: {
    intro: 'These facts are in none of the sources. As long as they are missing, the rules that need them cannot say “ready”.',
    fieldColumn: 'Fact',
    machinesColumn: 'Machines',
    rulesColumn: 'Rules waiting for it',
    title: 'Missing facts',
    undecidedColumn: 'Left undecided',
    undecidedHint: 'Machines that a blocking rule cannot decide for want of this fact',
    chooseFact: 'Choose a fact to see which rules wait for it, and how to supply it.',
    rules: 'Rules waiting for it',
    blocking: 'can block',
    howTo: 'How to supply it',
    howToText:
      'Import a source that states it, such as the facts that the guest scripts collect, or set the value by hand in the inventory; a value set by hand is marked as such.',
    none: 'No rule waits for a fact. Every machine in scope is decided.',
    loading: 'Looking for missing facts …',
    tableLabel: 'Facts that are missing, with the number of machines',
  },
  guestFacts: {
    lack: (without: number, all: number): string =>
      without === all
        ? `No guest script was run on any of the ${countOf(all, 'machine')} in scope.`
        : `No guest script was run on ${formatNumber(without)} of the ${countOf(all, 'machine')} in scope.`,
    undecided: (blockers: number, machines: number): string =>
      blockers === 0
        ? 'No blocker waits for what it would tell.'
        : `That leaves ${countOf(blockers, 'blocker')} on ${countOf(machines, 'machine')} undecided.`,
    show: 'Show them',
  },
  empty: {
    title: 'Nothing to assess yet',
    text: 'Import an inventory: an RVTools workbook, or any table with one machine per row. Each machine is then checked against the rules of its scenario, and everything that stands in the way is listed here with its remedy.',
    action: 'Import an inventory',
  },
} as const;
