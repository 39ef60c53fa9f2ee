import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { ReadinessSummary, RuleSetChange } from '../../../shared/contract/shapes.ts';
import { fieldTitle, machineField } from '../../../shared/domain/machine-fields.ts';
import type { Verdict } from '../../../shared/readiness/rule.ts';
import { formatDayTime, formatNumber } from '../../text/common-format.ts';
import { readinessText } from '../../text/readiness.ts';

export const VERDICT_ORDER: readonly Verdict[] = ['ready', 'ready-with-warnings', 'undecided', 'blocked'];

export interface VerdictShare {
  readonly verdict: Verdict;
  readonly count: number;
  /** Whole percent of all machines assessed; never 0 where there is one, never 100 where one is missing. */
  readonly percent: number;
}

/** How the machines in scope are spread over the verdicts. */
export function verdictShares(verdicts: ReadinessSummary['verdicts']): {
  readonly total: number;
  readonly shares: readonly VerdictShare[];
} {
  const total = VERDICT_ORDER.reduce((sum, verdict) => sum + (verdicts[verdict] ?? 0), 0);
  const shares = VERDICT_ORDER.map((verdict) => {
    const count = verdicts[verdict] ?? 0;
    return { verdict, count, percent: honestPercent(count, total) };
  });
  return { total, shares };
}

/** Rounding must not turn "one machine" into "0 %", or "all but one" into "100 %". */
export function honestPercent(count: number, total: number): number {
  if (total <= 0 || count <= 0) return 0;
  if (count >= total) return 100;
  return Math.min(99, Math.max(1, Math.round((count / total) * 100)));
}

/** The values a rule saw on a machine, as short text: "Provisioned: 1,500 GiB, Firmware: bios". */
export function seenWords(seen: Readonly<Record<string, unknown>>): string {
  return Object.entries(seen)
    .map(([name, value]) => {
      const unit = typeof value === 'number' ? (machineField(name)?.unit ?? null) : null;
      return `${fieldTitle(name)}: ${valueWords(value)}${unit === null ? '' : ` ${unit}`}`;
    })
    .join(', ');
}

export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 2 });
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueWords).join('; ');
  return JSON.stringify(value);
}

type Override = NonNullable<MethodOutput<'machine.get'>['findings'][number]['override']>;

/** Who overrides, when, why, and by which rules it was raised. */
export function overrideWords({ by, at, reason, ruleSetVersion }: Override): string {
  const words = readinessText.override.by(by, formatDayTime(at), reason);
  return ruleSetVersion === undefined ? words : `${words} (${readinessText.override.byRules(ruleSetVersion)})`;
}

/** Machines of a rule before or after a change of rules: those it is raised for, and with a question mark those that lack data. */
export function countWords(raised: number, unknown: number): string {
  if (unknown === 0) return formatNumber(raised);
  return raised === 0 ? `${formatNumber(unknown)} ?` : `${formatNumber(raised)} + ${formatNumber(unknown)} ?`;
}

/** How much a change of rules says otherwise, for the line that leads to it. */
export function changeWords(change: RuleSetChange): string {
  return readinessText.change.link(change.fromVersion, change.rules.length);
}
