import type { ReadinessSummary, RuleSummary } from '../../../shared/contract/shapes.ts';
import type { Severity } from '../../../shared/readiness/rule.ts';

/** One rule about one scenario: how many machines it is raised for, and for how many it lacks data. */
export interface HeatCell {
  readonly scenario: string;
  /** The rule is not asked of machines of this scenario. */
  readonly applies: boolean;
  readonly raised: number;
  readonly unknown: number;
  /** Of the raised ones, those that the rule keeps from moving: it may be milder for one machine, or overridden. */
  readonly stopped: number;
  /** 0 (nobody) to 4 (most machines of the scenario). */
  readonly shade: number;
}

export interface HeatRow {
  readonly rule: RuleSummary;
  readonly cells: readonly HeatCell[];
  readonly raised: number;
  readonly unknown: number;
}

export interface HeatSection {
  readonly severity: Severity;
  readonly rows: readonly HeatRow[];
}

/** Worst first: the order of sections, and of everything else that lists severities. */
export const SEVERITY_ORDER: readonly Severity[] = ['refused', 'blocker', 'warning', 'info'];

const BY_ID = new Intl.Collator('en', { numeric: true });

export interface HeatFilter {
  readonly severities: ReadonlySet<Severity>;
  readonly scenario: string | null;
  readonly text: string;
}

export const NO_HEAT_FILTER: HeatFilter = { severities: new Set(), scenario: null, text: '' };

/**
 * Rules by severity, the most frequent first, with a cell per scenario. Rules that nobody raises and that lack no data are
 * left out. `machinesByScenario` counts machines in scope; it sets the shade.
 */
export function buildHeatTable(
  readiness: Pick<ReadinessSummary, 'byRule' | 'rules'>,
  machinesByScenario: ReadonlyMap<string, number>,
  filter: HeatFilter = NO_HEAT_FILTER,
): { readonly scenarios: readonly string[]; readonly sections: readonly HeatSection[] } {
  const scenarios = scenariosOf(readiness, machinesByScenario).filter((id) => filter.scenario === null || id === filter.scenario);
  const counts = new Map(readiness.byRule.map((count) => [`${count.ruleId}|${count.scenario}`, count]));
  const rows = readiness.rules
    .filter((rule) => matches(rule, filter))
    .map((rule) => heatRow(rule, scenarios, counts, machinesByScenario))
    .filter((row) => row.raised + row.unknown > 0)
    .toSorted((a, b) => b.raised - a.raised || b.unknown - a.unknown || BY_ID.compare(a.rule.id, b.rule.id));
  const sections = SEVERITY_ORDER.map((severity) => ({ severity, rows: rows.filter((row) => row.rule.severity === severity) }));
  return { scenarios, sections: sections.filter((section) => section.rows.length > 0) };
}

function scenariosOf(readiness: Pick<ReadinessSummary, 'byRule'>, machinesByScenario: ReadonlyMap<string, number>): string[] {
  return [...new Set([...machinesByScenario.keys(), ...readiness.byRule.map((count) => count.scenario)])].toSorted(BY_ID.compare);
}

function matches(rule: RuleSummary, filter: HeatFilter): boolean {
  if (filter.severities.size > 0 && !filter.severities.has(rule.severity)) return false;
  const text = filter.text.trim().toLowerCase();
  return text === '' || `${rule.id} ${rule.title} ${rule.why} ${rule.remedy}`.toLowerCase().includes(text);
}

function heatRow(
  rule: RuleSummary,
  scenarios: readonly string[],
  counts: ReadonlyMap<string, ReadinessSummary['byRule'][number]>,
  machinesByScenario: ReadonlyMap<string, number>,
): HeatRow {
  const cells = scenarios.map((scenario): HeatCell => {
    const { raised, unknown, stopped = 0 } = counts.get(`${rule.id}|${scenario}`) ?? { raised: 0, unknown: 0 };
    const applies = rule.scenarios.includes(scenario) || raised + unknown > 0;
    return { scenario, applies, raised, unknown, stopped, shade: shadeOf(raised, machinesByScenario.get(scenario) ?? raised) };
  });
  return {
    rule,
    cells,
    raised: cells.reduce((sum, cell) => sum + cell.raised, 0),
    unknown: cells.reduce((sum, cell) => sum + cell.unknown, 0),
  };
}

/** Any machine at all is visible; the darkest shade is from half of the machines on. */
export function shadeOf(raised: number, machines: number): number {
  if (raised <= 0) return 0;
  const share = machines <= 0 ? 1 : raised / machines;
  if (share >= 0.5) return 4;
  if (share >= 0.2) return 3;
  return share >= 0.05 ? 2 : 1;
}

/** Rows in the order in which they are shown, for moving with the arrow keys. */
export function rowsInOrder(sections: readonly HeatSection[]): HeatRow[] {
  return sections.flatMap((section) => [...section.rows]);
}
