import type { ItemScope } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';
import type { Step } from '../scenarios/scenario.ts';
import { stepById } from '../scenarios/steps.ts';
import { concernsMachine, scopeKey, scopesOf, siteOf, type ChecklistIndex } from './scopes.ts';

/** Done, or closed as not applicable: both let the next step go on. */
export function isClosed(stepId: string, scope: ItemScope, index: ChecklistIndex): boolean {
  const mark = index.marks.get(stepId)?.get(scopeKey(scope));
  return mark !== undefined && mark.state !== 'open';
}

/**
 * What must be closed before a step can be done for one thing, and is not. The rule: a prerequisite counts where it
 * overlaps. A machine looks at itself, its wave and its site; a wave at itself and at its machines and their sites; a site
 * at itself and its machines; what concerns the whole engagement or vault looks at everything.
 */
export function unmetPrerequisites(step: Step, scope: ItemScope, index: ChecklistIndex): string[] {
  const sentences: string[] = [];
  for (const id of step.after) {
    const before = index.hasStep.has(id) ? stepById(id) : undefined;
    if (before === undefined) continue;
    const needed = [...overlapping(before, scope, index)];
    const open = needed.filter((candidate) => !isClosed(before.id, candidate, index)).length;
    if (before.per === 'wave' && needed.length === 0) sentences.push(`First plan waves: “${before.title}” is done per wave.`);
    else if (open > 0)
      sentences.push(
        needed.length === 1 ? `First: ${before.title}.` : `First: ${before.title} (${needed.length - open} of ${needed.length} done).`,
      );
  }
  return sentences;
}

function* overlapping(before: Step, scope: ItemScope, index: ChecklistIndex): Generator<ItemScope, void, void> {
  const machines = machinesOf(scope, index);
  if (machines === null || before.per === 'engagement' || before.per === 'vault') {
    yield* scopesOf(before, index);
    return;
  }
  if (before.per === 'machine') {
    for (const machine of machines) if (concernsMachine(before, machine)) yield { kind: 'machine', id: machine.id };
    return;
  }
  const ids = before.per === 'site' ? machines.map(siteOf) : machines.flatMap((machine) => index.waveOfMachine.get(machine.id) ?? []);
  for (const id of new Set(ids)) yield { kind: before.per, id };
}

/** Machines that a thing stands for; `null` = all of the engagement. */
function machinesOf(scope: ItemScope, index: ChecklistIndex): readonly Machine[] | null {
  if (scope.kind === 'machine') {
    const machine = index.engagement.machines.get(scope.id);
    return machine === undefined ? [] : [machine];
  }
  if (scope.kind === 'wave') return index.machinesOfWave.get(scope.id) ?? [];
  if (scope.kind === 'site') return index.machinesOfSite.get(scope.id) ?? [];
  return null;
}
