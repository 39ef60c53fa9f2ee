import type { Entry, EntryKind } from '../journal/entry.ts';
import type { Engines } from '../snapshot/derive.ts';
import type { Derived } from '../snapshot/derived.ts';

/** What a report shows, as of one entry of the journal. */
export interface ReportState {
  readonly derived: Derived;
  /** In engagement order. Never empty. */
  readonly entries: readonly Entry[];
}

/** Kinds that leave what a report shows as it is: an export itself, a laptop that writes for the first time, numbers of rules. */
const CHANGES_NOTHING: ReadonlySet<EntryKind> = new Set<EntryKind>(['report.exported', 'journal.replica-joined', 'readiness.recorded']);

/**
 * The state that a report tells of: that of the last entry which is not itself an export. Exporting twice without a change in
 * between therefore gives the same bytes, although the journal has grown and a checklist item may look at what was exported.
 */
export function* reportState(
  { derived, entries }: ReportState,
  { deriveChecklist, planWithReadiness }: Pick<Engines, 'deriveChecklist' | 'planWithReadiness'>,
): Generator<void, ReportState, void> {
  const last = entries.findLastIndex((entry) => !CHANGES_NOTHING.has(entry.kind));
  const counted = entries.slice(0, last + 1);
  const later = entries.slice(last + 1).filter((entry) => entry.kind === 'report.exported').length;
  if (later === 0) return { derived, entries: counted };
  const { reports } = derived.engagement;
  const engagement = { ...derived.engagement, reports: reports.slice(0, reports.length - later) };
  const checklistFacts = { ...derived.checklistFacts, engagement };
  const checklist = yield* deriveChecklist(checklistFacts);
  yield;
  const plan = derived.basePlan === null ? null : planWithReadiness(derived.basePlan, checklistFacts, derived);
  return { derived: { ...derived, engagement, checklistFacts, checklist, plan }, entries: counted };
}
