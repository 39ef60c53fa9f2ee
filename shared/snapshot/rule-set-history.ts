import type { ReadinessSummary, RuleSetChange } from '../contract/shapes.ts';
import type { RuleSetHistory, RuleSetRecord } from '../domain/finding.ts';
import type { EntryPayload } from '../journal/entry.ts';

type Record = EntryPayload<'readiness.recorded'>;

/** The readiness in numbers, as the journal keeps it. Scenarios are added up: the difference is asked rule by rule. */
export function recordOf(summary: ReadinessSummary): Record {
  const byRule = new Map<string, { ruleId: string; raised: number; unknown: number }>();
  for (const { ruleId, raised, unknown } of summary.byRule) {
    const sum = byRule.get(ruleId) ?? { ruleId, raised: 0, unknown: 0 };
    byRule.set(ruleId, { ruleId, raised: sum.raised + raised, unknown: sum.unknown + unknown });
  }
  return {
    ruleSetVersion: summary.ruleSetVersion,
    ruleSetDate: summary.ruleSetDate,
    verdicts: { ...summary.verdicts },
    byRule: [...byRule.values()].toSorted((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
  };
}

/**
 * What to record when an engagement is opened: the first numbers of a new rule set, right after the last ones of the old
 * rule set and before any data change. Nothing while the rule set is the same, or was never recorded.
 */
export function recordAtOpening(summary: ReadinessSummary, { newest }: RuleSetHistory): Record | null {
  return newest === null || newest.version === summary.ruleSetVersion ? null : recordOf(summary);
}

/** What to record when an engagement is closed: today's numbers, where they differ from the last recorded ones. */
export function recordAtClosing(summary: ReadinessSummary, { newest }: RuleSetHistory): Record | null {
  const record = recordOf(summary);
  const isEmpty = Object.values(record.verdicts).every((count) => count === 0);
  if (newest === null) return isEmpty ? null : record;
  return isSameRecord(record, newest) ? null : record;
}

function isSameRecord(record: Record, known: RuleSetRecord): boolean {
  return (
    record.ruleSetVersion === known.version &&
    JSON.stringify([sorted(record.verdicts), record.byRule]) === JSON.stringify([sorted(known.verdicts), known.byRule])
  );
}

function sorted(counts: Readonly<{ [verdict: string]: number }>): [string, number][] {
  return Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The difference that the last change of rules made; `null` when the rules never changed while the engagement existed. */
export function ruleSetChange({ before, after }: RuleSetHistory): RuleSetChange | null {
  if (before === null || after === null) return null;
  const verdicts = [...new Set([...Object.keys(before.verdicts), ...Object.keys(after.verdicts)])].map((verdict) => ({
    verdict,
    before: before.verdicts[verdict] ?? 0,
    after: after.verdicts[verdict] ?? 0,
  }));
  const old = new Map(before.byRule.map((count) => [count.ruleId, count]));
  const now = new Map(after.byRule.map((count) => [count.ruleId, count]));
  const rules = [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((ruleId) => {
    const [was, is] = [old.get(ruleId), now.get(ruleId)];
    const change = {
      ruleId,
      raisedBefore: was?.raised ?? 0,
      raisedAfter: is?.raised ?? 0,
      unknownBefore: was?.unknown ?? 0,
      unknownAfter: is?.unknown ?? 0,
    };
    return change.raisedBefore === change.raisedAfter && change.unknownBefore === change.unknownAfter ? [] : [change];
  });
  return {
    fromVersion: before.version,
    fromDate: before.date,
    toVersion: after.version,
    toDate: after.date,
    at: after.at,
    verdicts,
    rules,
  };
}
