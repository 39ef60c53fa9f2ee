import { scopeTitle } from '../../checklist/scopes.ts';
import type { StepView } from '../../contract/shapes.ts';
import type { ChecklistMark, Evidence } from '../../domain/engagement.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords, countWords, numberWords, SCOPE_TITLES } from '../words.ts';
import { progressBlocks } from './progress.ts';

const STATE_TITLES = { open: 'Open', done: 'Done', 'not-applicable': 'Not applicable' } as const;
const STATE_TONES = { Open: 'unknown', Done: 'good', 'Not applicable': 'neutral', 'Partly done': 'warning' } as const;

/** What was done, by whom, when, and what shows it. */
export function* checklistSection(context: ReportContext): Generator<void, ReportSection, void> {
  const { phases, steps } = context.derived.checklist;
  const closed = steps.filter((step) => step.totalCount > 0 && isClosed(step)).length;
  const active = steps.filter((step) => step.totalCount > 0).length;
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `${numberWords(closed)} of ${countWords(active, 'step')} are closed, that is done or not applicable for everything they concern. Evidence is named by its SHA-256; the bytes are kept in the engagement file.`,
    },
  ];
  blocks.push(...progressBlocks(context));
  if (phases.length > 0) blocks.push(phaseChart(context));
  blocks.push(phaseTable(context), stepTable(context), leftOutTable(context));
  yield;
  blocks.push({ kind: 'heading', level: 3, text: 'Evidence' }, yield* evidenceTable(context));
  blocks.push({ kind: 'heading', level: 3, text: 'Items one by one' }, yield* markTable(context));
  return { id: 'checklist', title: 'Checklists and evidence', blocks };
}

export function isClosed(step: StepView): boolean {
  return step.doneCount + step.notApplicableCount >= step.totalCount;
}

export function stepState(step: StepView): string {
  if (step.totalCount === 0) return 'Not applicable';
  if (isClosed(step)) return 'Done';
  return step.doneCount + step.notApplicableCount > 0 ? 'Partly done' : 'Open';
}

function phaseChart({ derived, sources }: ReportContext): ReportBlock {
  const { phases } = derived.checklist;
  return {
    kind: 'chart',
    title: 'Steps closed by phase',
    description: phases.map(({ title, done, total }) => `${title}: ${done} of ${total}`).join('. '),
    chart: 'stacked-bar',
    unit: 'steps',
    series: [
      { name: 'Closed', tone: 'good', points: phases.map(({ title, done }) => ({ label: title, value: done })) },
      { name: 'Open', tone: 'unknown', points: phases.map(({ title, done, total }) => ({ label: title, value: total - done })) },
    ],
    source: sources.journal,
  };
}

function phaseTable({ derived, sources }: ReportContext): ReportBlock {
  return smallTable(
    { id: 'phases', title: 'Phases', emptyText: 'The engagement has no checklist: no scenario is chosen.', source: sources.journal },
    [
      { key: 'phase', title: 'Phase', kind: 'text', from: ({ title }) => title },
      { key: 'closed', title: 'Steps closed', kind: 'number', from: ({ done }) => done },
      { key: 'total', title: 'Steps', kind: 'number', from: ({ total }) => total },
    ],
    derived.checklist.phases,
  );
}

function stepTable({ derived, sources }: ReportContext): ReportBlock {
  const phaseOf = new Map(derived.checklist.phases.map(({ id, title }) => [id, title]));
  return smallTable<StepView>(
    {
      id: 'steps',
      title: 'Steps',
      emptyText: 'The engagement has no checklist: no scenario is chosen.',
      sheet: 'Checklist',
      source: sources.journal,
    },
    [
      { key: 'id', title: 'Step id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'phase', title: 'Phase', kind: 'text', from: ({ phase }) => phaseOf.get(phase) ?? phase },
      { key: 'title', title: 'Step', kind: 'text', from: ({ title }) => title },
      { key: 'per', title: 'For', kind: 'text', from: ({ per }) => SCOPE_TITLES[per] ?? per },
      { key: 'critical', title: 'Critical', kind: 'boolean', from: ({ isCritical }) => isCritical },
      { key: 'done', title: 'Done', kind: 'number', from: ({ doneCount }) => doneCount },
      { key: 'notApplicable', title: 'Not applicable', kind: 'number', from: ({ notApplicableCount }) => notApplicableCount },
      { key: 'total', title: 'Of', kind: 'number', from: ({ totalCount }) => totalCount },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: stepState },
      { key: 'doneWhen', title: 'Done when', kind: 'text', isDataOnly: true, from: ({ doneWhen }) => doneWhen },
      {
        key: 'evidenceAsked',
        title: 'Evidence asked for',
        kind: 'text',
        empty: 'none',
        isDataOnly: true,
        from: ({ evidenceAsked }) => evidenceAsked,
      },
      { key: 'waitsFor', title: 'Waits for', kind: 'text', empty: 'none', isDataOnly: true, from: ({ blockedBy }) => blockedBy.join(' ') },
    ],
    derived.checklist.steps,
  );
}

function leftOutTable({ derived, sources }: ReportContext): ReportBlock {
  type LeftOut = (typeof derived.checklist.leftOut)[number];
  return smallTable<LeftOut>(
    {
      id: 'left-out-steps',
      title: 'Steps that nothing here needs',
      emptyText: 'Every step of the scenarios is needed.',
      sheet: 'StepsNotNeeded',
      source: sources.journal,
    },
    [
      { key: 'id', title: 'Step id', kind: 'text', isCode: true, isDataOnly: true, from: ({ stepId }) => stepId },
      { key: 'title', title: 'Step', kind: 'text', from: ({ title }) => title },
      { key: 'reason', title: 'Why not', kind: 'text', from: ({ reason }) => reason },
    ],
    derived.checklist.leftOut,
  );
}

function sortedMarks({ engagement }: ReportContext): ChecklistMark[] {
  return [...engagement.marks.values()].toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return compareWords(`${a.stepId}|${a.scope.id}`, `${b.stepId}|${b.scope.id}`);
  });
}

interface Item {
  readonly mark: ChecklistMark;
  readonly evidence: Evidence;
}

const itemId = ({ stepId, scope }: ChecklistMark): string => `${stepId}:${scope.kind}:${scope.id}`;

function evidenceTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const items = sortedMarks(context).flatMap((mark) => mark.evidence.map((evidence): Item => ({ mark, evidence })));
  return tableOf<Item>(
    {
      id: 'evidence',
      title: 'Evidence',
      emptyText: 'No evidence was recorded.',
      sheet: 'Evidence',
      source: context.sources.journal,
      mostPrintedRows: 200,
    },
    [
      {
        key: 'id',
        title: 'Item id',
        kind: 'text',
        isCode: true,
        isDataOnly: true,
        from: ({ mark }, index) => `${itemId(mark)}:${index + 1}`,
      },
      { key: 'step', title: 'Step', kind: 'text', from: ({ mark }) => context.names.step(mark.stepId) },
      { key: 'about', title: 'About', kind: 'text', from: ({ mark }) => scopeTitle(mark.scope, context.engagement) },
      { key: 'text', title: 'What it shows', kind: 'text', empty: 'none', from: ({ evidence }) => evidence.text },
      { key: 'file', title: 'File or link', kind: 'text', empty: 'none', from: ({ evidence }) => evidence.fileName ?? evidence.url },
      { key: 'sha256', title: 'SHA-256', kind: 'text', isCode: true, empty: 'none', from: ({ evidence }) => evidence.sha256 },
      { key: 'by', title: 'By', kind: 'text', from: ({ evidence }) => evidence.by },
      ...bothClocks<Item>('at', 'At', context.timeZone, ({ evidence }) => evidence.at),
    ],
    items,
  );
}

function markTable(context: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<ChecklistMark>(
    {
      id: 'marks',
      title: 'Every item that somebody marked',
      emptyText: 'No item was marked yet.',
      sheet: 'ChecklistItems',
      source: context.sources.journal,
      mostPrintedRows: 200,
    },
    [
      { key: 'id', title: 'Item id', kind: 'text', isCode: true, isDataOnly: true, from: itemId },
      { key: 'step', title: 'Step', kind: 'text', from: (mark) => context.names.step(mark.stepId) },
      { key: 'about', title: 'About', kind: 'text', from: (mark) => scopeTitle(mark.scope, context.engagement) },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: (mark) => STATE_TITLES[mark.state] },
      { key: 'reason', title: 'Reason', kind: 'text', empty: 'none', from: (mark) => mark.reason },
      { key: 'evidence', title: 'Pieces of evidence', kind: 'number', from: (mark) => mark.evidence.length },
      { key: 'by', title: 'By', kind: 'text', from: (mark) => mark.by },
      ...bothClocks<ChecklistMark>('at', 'At', context.timeZone, (mark) => mark.at),
    ],
    sortedMarks(context),
  );
}
