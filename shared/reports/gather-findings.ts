import { fieldTitle } from '../domain/machine-fields.ts';
import type { Finding } from '../readiness/rule.ts';
import type { ReportMachine } from './report-context.ts';
import { compareWords } from './words.ts';

/** Machines that one rule blocks. */
export interface BlockingRule {
  readonly ruleId: string;
  readonly machines: readonly ReportMachine[];
}

/** A fact that blocking rules lack, of machines that cannot be decided because of it. */
export interface MissingFact {
  readonly field: string;
  readonly title: string;
  readonly machineCount: number;
  readonly ruleIds: readonly string[];
}

/** One finding of one machine. */
export interface MachineFinding {
  readonly each: ReportMachine;
  readonly finding: Finding;
}

export interface GatheredFindings {
  /** By name of the machine. */
  readonly openBlockers: readonly MachineFinding[];
  /** For which a person took the responsibility, whether or not that still holds. */
  readonly overridden: readonly MachineFinding[];
  /** Most machines first. */
  readonly blockers: readonly BlockingRule[];
  readonly missingFacts: readonly MissingFact[];
}

/** Could block: raised it stops the machine, without data it leaves it undecided. */
export function isBlocking({ severity }: Finding): boolean {
  return severity === 'refused' || severity === 'blocker';
}

/** A named person took the responsibility, and the values are still those that were seen then. */
export function isOverridden({ override }: Finding): boolean {
  return override !== undefined && !override.isStale;
}

/** Raised, blocking, and nobody answers for it. */
export function isOpenBlocker(finding: Finding): boolean {
  return finding.outcome === 'raised' && isBlocking(finding) && !isOverridden(finding);
}

const SLICE = 500;

/** Turns findings per machine into machines per rule and per missing fact, in one pass. */
export function* gatherFindings(machines: readonly ReportMachine[]): Generator<void, GatheredFindings, void> {
  const byRule = new Map<string, ReportMachine[]>();
  const byFact = new Map<string, { machines: number; rules: Set<string> }>();
  const openBlockers: MachineFinding[] = [];
  const overridden: MachineFinding[] = [];
  for (const [index, each] of machines.entries()) {
    const blocking = each.assessment.findings.filter(isBlocking);
    for (const finding of blocking) {
      if (finding.override !== undefined) overridden.push({ each, finding });
      if (!isOpenBlocker(finding)) continue;
      openBlockers.push({ each, finding });
      const { ruleId } = finding;
      const members = byRule.get(ruleId);
      if (members === undefined) byRule.set(ruleId, [each]);
      else members.push(each);
    }
    if (each.verdict === 'undecided') countMissing(blocking, byFact);
    if (index % SLICE === SLICE - 1) yield;
  }
  return {
    openBlockers,
    overridden,
    blockers: [...byRule]
      .map(([ruleId, members]) => ({ ruleId, machines: members }))
      .toSorted((a, b) => b.machines.length - a.machines.length || compareWords(a.ruleId, b.ruleId)),
    missingFacts: [...byFact]
      .map(([field, { machines: machineCount, rules }]) => ({
        field,
        title: fieldTitle(field),
        machineCount,
        ruleIds: [...rules].toSorted(compareWords),
      }))
      .toSorted((a, b) => b.machineCount - a.machineCount || compareWords(a.field, b.field)),
  };
}

function countMissing(blocking: readonly Finding[], byFact: Map<string, { machines: number; rules: Set<string> }>): void {
  const seen = new Set<string>();
  for (const { outcome, missing, ruleId } of blocking) {
    if (outcome !== 'unknown') continue;
    for (const field of missing) {
      const known = byFact.get(field) ?? { machines: 0, rules: new Set<string>() };
      if (!seen.has(field)) known.machines += 1;
      seen.add(field);
      known.rules.add(ruleId);
      byFact.set(field, known);
    }
  }
}
