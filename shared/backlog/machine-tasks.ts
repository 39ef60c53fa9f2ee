import { statedAt } from '../domain/effective-facts.ts';
import { engagementField } from '../domain/engagement-fields.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { Instant, MachineId, RuleId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { Finding, MachineAssessment, Severity } from '../readiness/rule.ts';
import { closedTask, makesTask, taskOf, type DataAt, type Task } from './task.ts';

/** What the backlog needs to know of rules. */
export interface RuleWords {
  readonly severity: Severity;
  readonly fields: readonly string[];
}

/** Everything a backlog is made from. */
export interface BacklogFacts {
  readonly engagement: Engagement;
  readonly assessments: ReadonlyMap<MachineId, MachineAssessment>;
  readonly rule: (id: RuleId) => RuleWords | undefined;
}

/** Asks for the tasks of one machine after another; dates of imports are gathered once. */
export function createTaskReader({ engagement, assessments, rule }: BacklogFacts): (machine: Machine) => Task[] {
  const dates = new Map(engagement.imports.map((record) => [record.id, statedAt(record)]));
  return (machine) => {
    const findings = assessments.get(machine.id)?.findings ?? [];
    const marks = engagement.tasks.get(machine.id);
    const tasks: Task[] = [];
    for (const finding of findings) {
      if (!makesTask(finding)) continue;
      const dataAt: DataAt = () => newestData(machine, dates, isAboutEngagement(rule(finding.ruleId)) ? engagement.factsChangedAt : null);
      tasks.push(taskOf(finding, machine.id, marks?.get(finding.ruleId), dataAt));
    }
    if (marks !== undefined && marks.size > 0) tasks.push(...closedTasks({ marks, findings, rule }));
    return tasks;
  };
}

interface Marked {
  readonly marks: NonNullable<ReturnType<Engagement['tasks']['get']>>;
  readonly findings: readonly Finding[];
  readonly rule: BacklogFacts['rule'];
}

/** Marks whose rule is not raised any more, or cannot be decided any more. */
function closedTasks({ marks, findings, rule }: Marked): Task[] {
  const byRule = new Map(findings.map((finding) => [finding.ruleId, finding]));
  return [...marks.values()].flatMap((mark) => {
    const finding = byRule.get(mark.ruleId) ?? null;
    if (finding !== null && makesTask(finding)) return [];
    return [closedTask(mark, rule(mark.ruleId)?.severity ?? 'warning', finding)];
  });
}

function isAboutEngagement(rule: RuleWords | undefined): boolean {
  return rule?.fields.some((field) => engagementField(field) !== undefined) === true;
}

function newestData(machine: Machine, dates: ReadonlyMap<string, Instant>, factsAt: Instant | null): Instant | null {
  let newest = factsAt;
  const take = (at: Instant | undefined): void => {
    if (at !== undefined && (newest === null || at > newest)) newest = at;
  };
  for (const { importId } of machine.statements) take(dates.get(importId));
  for (const value of Object.values(machine.personValues)) take(value?.at);
  return newest;
}
