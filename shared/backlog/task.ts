import type { TaskMark, TaskState } from '../domain/backlog.ts';
import type { Instant, MachineId, RuleId } from '../domain/ids.ts';
import { seenKey } from '../readiness/assess-readiness.ts';
import type { Finding, Severity } from '../readiness/rule.ts';

/** One thing to mend, decide or accept: a blocker or warning of one machine. */
export interface Task {
  readonly ruleId: RuleId;
  readonly machineId: MachineId;
  readonly severity: Severity;
  readonly state: TaskState;
  /** Why it is open again though somebody had closed it; `null` where nobody had. */
  readonly reopenedBecause: string | null;
  /** The newest data show that it is mended: the rule is no longer raised. */
  readonly isProven: boolean;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly note: string | null;
  readonly stateBy: string | null;
  readonly stateAt: Instant | null;
  readonly finding: Finding | null;
}

/** When the newest data about the machine (or about the whole engagement, for rules that look at that) were stated. */
export type DataAt = () => Instant | null;

/** Findings that make a task: raised, and not mere news. */
export function makesTask(finding: Finding): boolean {
  return finding.outcome === 'raised' && finding.severity !== 'info';
}

/**
 * The task of a finding, as it stands. An overridden blocker is accepted. What was called fixed opens again when newer data
 * still show it; what was accepted opens again when the values are no longer those that were accepted.
 */
export function taskOf(finding: Finding, machineId: MachineId, mark: TaskMark | undefined, dataAt: DataAt): Task {
  const own = { ruleId: finding.ruleId, machineId, severity: finding.severity, isProven: false, finding, ...wordsOf(mark) };
  const { override } = finding;
  if (override !== undefined && !override.isStale)
    return { ...own, state: 'accepted', reopenedBecause: null, note: override.reason, stateBy: override.by, stateAt: override.at };
  const reopenedBecause = mark === undefined ? null : reasonToReopen(mark, finding, dataAt);
  return { ...own, state: reopenedBecause === null ? (mark?.state ?? 'open') : 'open', reopenedBecause };
}

/** The task of a mark whose rule is no longer raised; `null` where it was never worked on, so that nothing is left to say. */
export function closedTask(mark: TaskMark, severity: Severity, finding: Finding | null): Task {
  return {
    ruleId: mark.ruleId,
    machineId: mark.machineId,
    severity,
    state: 'fixed',
    reopenedBecause: null,
    isProven: finding === null,
    finding,
    ...wordsOf(mark),
  };
}

function wordsOf(mark: TaskMark | undefined): Pick<Task, 'owner' | 'dueOn' | 'note' | 'stateBy' | 'stateAt'> {
  return {
    owner: mark?.owner ?? null,
    dueOn: mark?.dueOn ?? null,
    note: mark?.note ?? null,
    stateBy: mark?.stateBy ?? null,
    stateAt: mark?.stateAt ?? null,
  };
}

function reasonToReopen(mark: TaskMark, finding: Finding, dataAt: DataAt): string | null {
  if (mark.state !== 'fixed' && mark.state !== 'accepted') return null;
  const hasOtherValues = mark.seen !== null && mark.seen !== seenKey(finding.seen);
  if (mark.state === 'accepted') return hasOtherValues ? 'The values are no longer those that were accepted.' : null;
  if (hasOtherValues) return 'The values have changed, and the rule is still raised.';
  const at = dataAt();
  return at !== null && at > mark.stateAt ? `Data of ${at.slice(0, 10)} still show it.` : null;
}

/** Keeps its wave from being called ready: mended but not proven is not mended. */
export function isBlockingWave(task: Task): boolean {
  return task.state !== 'accepted' && !(task.state === 'fixed' && task.isProven);
}
