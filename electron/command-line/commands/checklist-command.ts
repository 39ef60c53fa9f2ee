import type { ChecklistItem, ChecklistView, QuestionView, StepView } from '../../../shared/contract/shapes.ts';
import { done, refused, type Command, type CommandInput, type Outcome } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { textTable } from '../text-table.ts';

const MOST_ITEMS = 100_000;
const NO_CHECKLIST = 'The engagement has no checklist: it has no scenario.';

export const checklistCommand: Command = {
  name: 'checklist',
  usage: 'ENGAGEMENT',
  summary: 'Show the checklist: phases, steps, how far each is and what it waits for.',
  positionals: { least: 1, most: 1 },
  options: { step: { type: 'string' } },
  optionHelp: { 'step ID': 'show the items of one step, one by one' },
  async run(input) {
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const stepId = input.options.text('step');
    if (stepId !== undefined) return await showItems(stepId, input);
    const snapshot = await input.call('snapshot.get', {});
    if (!snapshot.ok) return refused(snapshot.failure);
    const checklist = snapshot.value?.checklist;
    return checklist === undefined ? done(null, NO_CHECKLIST) : done(checklist, checklistText(checklist));
  },
};

async function showItems(stepId: string, input: CommandInput): Promise<Outcome> {
  const items = await input.call('checklist.items', { stepId, limit: MOST_ITEMS });
  if (!items.ok) return refused(items.failure);
  return done(items.value, items.value.total === 0 ? `The engagement has no items of step ${stepId}.` : itemTable(items.value.items));
}

function checklistText({ phases, steps, questions }: ChecklistView): string {
  if (steps.length === 0) return NO_CHECKLIST;
  const open = questions.filter((question) => question.answer === null).map(questionLine);
  const blocks = phases.map((phase) => {
    const lines = steps.filter((step) => step.phase === phase.id).map(stepLine);
    return [`${phase.title}: ${phase.done} of ${phase.total} steps`, ...lines].join('\n');
  });
  const first = open.length === 0 ? [] : [['Questions without an answer:', ...open].join('\n')];
  return [...first, ...blocks].join('\n\n');
}

function questionLine({ id, title, options }: QuestionView): string {
  return `  ${id}  ${title}  (${options.map((option) => option.value).join(', ')})`;
}

function stepLine(step: StepView): string {
  const closed = step.doneCount + step.notApplicableCount;
  const mark = step.totalCount > 0 && closed === step.totalCount ? 'x' : ' ';
  const waits = step.blockedBy.length === 0 || mark === 'x' ? '' : `  (${step.blockedBy.join(' ')})`;
  return `  [${mark}] ${closed}/${step.totalCount}  ${step.id}  ${step.title}${waits}`;
}

function itemTable(items: readonly ChecklistItem[]): string {
  const rows = items.map((item) => [
    item.scopeTitle,
    item.state,
    item.by,
    item.at,
    item.evidence.length,
    item.reason ?? item.blockedBy.join(' '),
  ]);
  return textTable(['For', 'State', 'By', 'At (UTC)', 'Evidence', 'Remark'], rows);
}
