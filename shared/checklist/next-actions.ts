import type { ChecklistView, Snapshot } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { Verdict } from '../readiness/rule.ts';

type Action = Snapshot['nextActions'][number];
const MOST = 3;

/** Up to three things worth doing next, most urgent first, each with the reason. */
export function nextActions(engagement: Engagement, checklist: ChecklistView, verdicts: Readonly<Record<Verdict, number>>): Action[] {
  const actions: Action[] = [];
  const offer = (when: boolean, title: string, reason: string, screen: string, target: string | null = null): void => {
    if (when) actions.push({ title, reason, screen, target });
  };
  const hasMachines = engagement.machines.size > 0;
  offer(!hasMachines, 'Import an inventory', 'Everything else builds on the list of machines.', 'inventory', 'import');
  offer(
    engagement.settings.routeDecision === null,
    'Decide the route',
    'Site Recovery or Azure Migrate has to be decided once, with the reason.',
    'checklist',
    'choose-tool-route',
  );
  offer(
    verdicts.blocked > 0,
    `Clear ${verdicts.blocked} blocked ${verdicts.blocked === 1 ? 'machine' : 'machines'}`,
    'Its wave is not ready while a machine in it is blocked.',
    'readiness',
  );
  offer(hasMachines && engagement.plan === null, 'Plan waves', 'The machines are known and no plan is in force.', 'waves');
  offer(
    verdicts.undecided > 0,
    `Find missing facts of ${verdicts.undecided} ${verdicts.undecided === 1 ? 'machine' : 'machines'}`,
    'Unknown is not ready: a blocker may hide there.',
    'readiness',
  );
  const step = checklist.steps.find(
    (candidate) => candidate.blockedBy.length === 0 && candidate.doneCount + candidate.notApplicableCount < candidate.totalCount,
  );
  if (step !== undefined)
    offer(true, step.title, `The first open step that waits for nothing else: ${step.doneWhen}`, 'checklist', step.id);
  return actions.slice(0, MOST);
}
