import type { MachineRow, RuleSummary } from '../../../shared/contract/shapes.ts';
import type { Severity, Verdict } from '../../../shared/readiness/rule.ts';
import type { GridSort } from '../../ui/row-grid.tsx';
import { FIRST_BACKLOG, type BacklogView } from './backlog-view.ts';

export const READINESS_TABS = ['rules', 'machines', 'missing', 'backlog'] as const;
export type ReadinessTab = (typeof READINESS_TABS)[number];

/** What the screen shows; outlives leaving it. */
export interface ReadinessView {
  readonly tab: ReadinessTab;
  readonly text: string;
  readonly severities: readonly Severity[];
  readonly scenario: string | null;
  readonly verdicts: readonly Verdict[];
  readonly ruleId: string | null;
  readonly machineId: string | null;
  readonly field: string | null;
  readonly sort: GridSort;
  readonly taskKey: string | null;
  readonly backlog: BacklogView;
  /** A panel in place of the details: assigning many tasks, the answers for all machines, or what new rules say otherwise. */
  readonly panel: 'details' | 'bulk' | 'facts' | 'changes';
}

export const FIRST_VIEW: ReadinessView = {
  tab: 'rules',
  text: '',
  severities: [],
  scenario: null,
  verdicts: [],
  ruleId: null,
  machineId: null,
  field: null,
  sort: { columnId: 'verdict', isDescending: false },
  taskKey: null,
  backlog: FIRST_BACKLOG,
  panel: 'details',
};

/** What a link into this screen shows: a rule, a machine, or the screen as it was left. */
export function viewAt(view: ReadinessView, target: string, rules: readonly Pick<RuleSummary, 'id'>[]): ReadinessView {
  if (target === 'backlog' || target === 'missing') return { ...view, tab: target, panel: 'details' };
  if (rules.some((rule) => rule.id === target))
    return { ...view, panel: 'details', tab: 'rules', ruleId: target, text: '', severities: [], scenario: null };
  return { ...view, panel: 'details', tab: 'machines', machineId: target, text: '', verdicts: [], scenario: null };
}

export function isFiltered(view: Pick<ReadinessView, 'tab' | 'text' | 'severities' | 'scenario' | 'verdicts'>): boolean {
  if (view.tab === 'backlog') return false;
  const chips = view.tab === 'machines' ? view.verdicts.length : view.severities.length;
  return view.text.trim() !== '' || view.scenario !== null || (view.tab !== 'missing' && chips > 0);
}

/** A chip switched on or off. */
export function toggled<T>(known: readonly T[], one: T): readonly T[] {
  return known.includes(one) ? known.filter((other) => other !== one) : [...known, one];
}

const WORST_FIRST: readonly Verdict[] = ['blocked', 'undecided', 'ready-with-warnings', 'ready'];
const byName = new Intl.Collator('en', { numeric: true });

type Compare = (a: MachineRow, b: MachineRow) => number;

const COMPARE: Readonly<Record<string, Compare>> = {
  name: () => 0,
  verdict: (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || b.blockerCount - a.blockerCount,
  scenario: (a, b) => byName.compare(a.scenario, b.scenario),
  blockers: (a, b) => a.blockerCount - b.blockerCount,
  warnings: (a, b) => a.warningCount - b.warningCount,
  unknown: (a, b) => a.unknownCount - b.unknownCount,
  application: (a, b) => byName.compare(a.application ?? '', b.application ?? ''),
  owner: (a, b) => byName.compare(a.owner ?? '', b.owner ?? ''),
};

/** Machines in scope that the filters leave, sorted; equal ones by name. */
export function filterMachines(
  rows: readonly MachineRow[],
  view: Pick<ReadinessView, 'text' | 'verdicts' | 'scenario' | 'sort'>,
): MachineRow[] {
  const text = view.text.trim().toLowerCase();
  const compare = COMPARE[view.sort.columnId];
  const sign = view.sort.isDescending ? -1 : 1;
  return rows
    .filter((row) => row.isInScope)
    .filter((row) => view.verdicts.length === 0 || view.verdicts.includes(row.verdict))
    .filter((row) => view.scenario === null || row.scenario === view.scenario)
    .filter((row) => text === '' || `${row.name} ${row.application ?? ''} ${row.owner ?? ''}`.toLowerCase().includes(text))
    .toSorted((a, b) => {
      const first = view.sort.columnId === 'name' ? byName.compare(a.name, b.name) : (compare?.(a, b) ?? 0);
      return sign * first || byName.compare(a.name, b.name);
    });
}

/** Machines in scope per scenario: the columns of the heat table and what its shades are measured by. */
export function machinesByScenario(rows: readonly MachineRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) if (row.isInScope) counts.set(row.scenario, (counts.get(row.scenario) ?? 0) + 1);
  return counts;
}
