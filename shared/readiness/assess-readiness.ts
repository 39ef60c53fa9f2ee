import type { FindingOverride, MachineOverrides } from '../domain/finding.ts';
import type { Machine } from '../domain/machine.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Unknown } from './outcomes.ts';
import type { Finding, MachineAssessment, Rule, RuleContext, RuleOutcome, Verdict } from './rule.ts';

/**
 * Asks all rules of a machine's scenario about it. Rules come from `rulesFor`, which put those that look at what others
 * lacked last. Without rules (a scenario nobody knows) nothing is called ready. Pure, without side effects; called for every machine after each change that may concern it.
 */
export function assessMachine(
  machine: Machine,
  context: RuleContext,
  rules: readonly Rule[],
  overrides?: MachineOverrides,
): MachineAssessment {
  const findings: Finding[] = [];
  const lacked: Unknown[] = [];
  for (const rule of rules) {
    const asked = rule.fields === MISSING_FIELDS ? { ...context, requiredFieldsMissing: fieldsOf(lacked) } : context;
    const outcome = rule.check(machine.facts, asked);
    if (outcome === null) continue;
    if (outcome.outcome === 'unknown') {
      if (isBlocking(rule)) lacked.push(outcome);
      findings.push(unknownFinding(rule, outcome));
    } else findings.push(raisedFinding(rule, outcome, overrides?.get(rule.id)));
  }
  return { machineId: machine.id, verdict: rules.length === 0 ? 'undecided' : verdictOf(findings), findings };
}

/** The fields of the rule that is asked last, about what blocker rules lacked. Compared by identity. */
export const MISSING_FIELDS: readonly string[] = ['requiredFieldsMissing'];

/**
 * Blocked beats undecided, which beats everything else. A rule that lacks its field is never counted as passed: a blocker
 * rule leaves the machine undecided, a warning rule keeps it from being called ready without warnings.
 */
export function verdictOf(findings: readonly Finding[]): Verdict {
  let isUndecided = false;
  let hasWarning = false;
  for (const finding of findings) {
    if (!isBlocking(finding)) hasWarning ||= finding.severity === 'warning';
    else if (finding.outcome === 'unknown') isUndecided = true;
    else if (finding.override === undefined || finding.override.isStale) return 'blocked';
    else hasWarning = true;
  }
  if (isUndecided) return 'undecided';
  return hasWarning ? 'ready-with-warnings' : 'ready';
}

export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'refused' || severity === 'blocker';
}

/** Values seen, as an override keeps them. */
export function seenKey(seen: Finding['seen']): string {
  return canonicalJson(seen);
}

function raisedFinding(rule: Rule, outcome: Extract<RuleOutcome, { outcome: 'raised' }>, override: FindingOverride | undefined): Finding {
  const finding: Finding = {
    ruleId: rule.id,
    severity: outcome.severity ?? rule.severity,
    outcome: 'raised',
    seen: outcome.seen,
    missing: [],
    detail: outcome.detail ?? null,
  };
  // What the service itself refuses cannot be talked away, also when the entry says so.
  if (override === undefined || finding.severity !== 'blocker') return finding;
  return { ...finding, override: { ...override, isStale: override.seen !== seenKey(finding.seen) } };
}

const unknownFindings = new WeakMap<Rule, WeakMap<Unknown, Finding>>();

/** One finding for all machines that lack the same fields of the same rule: thousands of machines lack the same. */
function unknownFinding(rule: Rule, outcome: Unknown): Finding {
  const known = unknownFindings.get(rule) ?? new WeakMap<Unknown, Finding>();
  unknownFindings.set(rule, known);
  const made = known.get(outcome);
  if (made !== undefined) return made;
  const finding: Finding = {
    ruleId: rule.id,
    severity: rule.severity,
    outcome: 'unknown',
    seen: {},
    missing: outcome.missing,
    detail: null,
  };
  known.set(outcome, finding);
  return finding;
}

interface FieldNode {
  readonly next: Map<Unknown, FieldNode>;
  fields: readonly string[] | null;
}

const fieldTree: FieldNode = { next: new Map(), fields: [] };

/**
 * All fields of several lacks, sorted, each once. Machines of one export lack the same things in the same order, so the
 * answer is looked up along that order instead of being gathered ten thousand times.
 */
function fieldsOf(lacked: readonly Unknown[]): readonly string[] {
  let node = fieldTree;
  for (const lack of lacked) {
    let next = node.next.get(lack);
    if (next === undefined) {
      next = { next: new Map(), fields: null };
      node.next.set(lack, next);
    }
    node = next;
  }
  node.fields ??= [...new Set(lacked.flatMap((lack) => lack.missing))].toSorted();
  return node.fields;
}
