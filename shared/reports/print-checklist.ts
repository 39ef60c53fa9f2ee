import type { ChecklistFacts } from '../checklist/checklist-index.ts';
import { deriveChecklist, itemsOf } from '../checklist/checklist.ts';
import type { ChecklistItem, ChecklistView, StepView } from '../contract/shapes.ts';
import { smallTable } from './report-table.ts';
import type { ReportBlock, ReportFact, ReportSection } from './report.ts';
import { countWords, numberWords, ROLE_TITLES, SCOPE_TITLES } from './words.ts';

/** What of the checklist goes on paper; `null` does not narrow. */
export interface ChecklistSheet {
  readonly role: string | null;
  readonly waveId: string | null;
}

/** So many items of a step are printed one by one; whoever needs all of a large estate prints wave by wave. */
const MOST_ITEMS = 100;
const STATES = { open: 'Open', done: 'Done', 'not-applicable': 'Not applicable' } as const;
const STATE_TONES = { Open: 'unknown', Done: 'good', 'Not applicable': 'neutral' } as const;

interface Context {
  readonly facts: ChecklistFacts;
  readonly view: ChecklistView;
  readonly sheet: ChecklistSheet;
}

/**
 * The checklist as each role gets it in hand: one section per role with its steps in working order, what to do, how it is known
 * to be done, and every item with room for a signature. Pure; yields between steps.
 */
export function* printChecklist(facts: ChecklistFacts, sheet: ChecklistSheet): Generator<void, ReportSection[], void> {
  const view = yield* deriveChecklist(facts);
  const roles = Object.keys(ROLE_TITLES).filter((role) => view.steps.some((step) => step.who.includes(role)));
  const sections: ReportSection[] = [];
  for (const role of roles) {
    if (sheet.role !== null && sheet.role !== role) continue;
    const section = yield* roleSection(role, { facts, view, sheet });
    if (section !== null) sections.push(section);
  }
  return sections;
}

function* roleSection(role: string, context: Context): Generator<void, ReportSection | null, void> {
  const blocks: ReportBlock[] = [];
  let count = 0;
  for (const step of context.view.steps) {
    if (!step.who.includes(role)) continue;
    const filter = { stepId: step.id, waveId: context.sheet.waveId, machineId: null };
    const { items, total } = itemsOf(context.facts, filter, MOST_ITEMS);
    yield;
    if (total === 0) continue;
    count += 1;
    blocks.push(...stepBlocks(step, { role, items, total, phaseTitle: phaseTitle(step, context.view) }));
  }
  if (count === 0) return null;
  const title = ROLE_TITLES[role] ?? role;
  const intro = `${countWords(count, 'step')} for this role, in working order. A step that other roles share stands with them as well.`;
  const signatures: ReportBlock = { kind: 'signatures', title: 'Handed over', lines: [title, 'Migration consultant'] };
  return { id: `role-${role}`, title, blocks: [{ kind: 'paragraph', text: intro }, ...blocks, signatures] };
}

function phaseTitle(step: StepView, view: ChecklistView): string {
  return view.phases.find((phase) => phase.id === step.phase)?.title ?? step.phase;
}

interface StepParts {
  readonly role: string;
  readonly items: readonly ChecklistItem[];
  readonly total: number;
  readonly phaseTitle: string;
}

function stepBlocks(step: StepView, { role, items, total, phaseTitle: phase }: StepParts): ReportBlock[] {
  const isClosed = total === items.length && items.every((item) => item.state !== 'open');
  const [waits] = step.blockedBy;
  const facts: ReportFact[] = [
    { label: 'Phase', value: phase },
    { label: 'How often', value: SCOPE_TITLES[step.per] ?? step.per },
    { label: 'Done when', value: step.doneWhen },
    { label: 'How it is checked', value: step.verification },
    ...fact('Evidence asked for', step.evidenceAsked),
    ...fact('Typical time', step.typicalTime),
    ...fact('Why it is here', step.conditionText),
    ...fact('Waits', isClosed ? null : (waits ?? null)),
    { label: 'If it goes wrong', value: `${step.badOutcome} ${step.badOutcomeRemedy}` },
    { label: 'Documents', value: step.sources.map(({ title, date }) => (date === '' ? title : `${title}, ${date}`)).join('; ') },
  ];
  return [
    { kind: 'heading', level: 3, text: `${isClosed ? '☑' : '☐'} ${step.title}${step.isCritical ? ' (critical)' : ''}` },
    { kind: 'list', isOrdered: true, items: step.what },
    { kind: 'facts', facts },
    itemTable(step, { role, items, total }),
    ...(total > items.length ? [restOf(items.length, total)] : []),
  ];
}

function fact(label: string, value: string | null): ReportFact[] {
  return value === null ? [] : [{ label, value }];
}

function itemTable(step: StepView, { role, items, total }: Omit<StepParts, 'phaseTitle'>): ReportBlock {
  return smallTable<ChecklistItem>(
    { id: `${role}-${step.id}`, title: countWords(total, 'item'), emptyText: 'Nothing.' },
    [
      { key: 'for', title: 'For', kind: 'text', from: ({ scopeTitle }) => scopeTitle },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: ({ state }) => STATES[state] },
      { key: 'by', title: 'By', kind: 'text', empty: 'none', from: ({ by, state }) => (state === 'open' ? null : by) },
      { key: 'remark', title: 'Reason, evidence or what is missing', kind: 'text', empty: 'none', from: remark },
      { key: 'signature', title: 'Date and signature', kind: 'text', empty: 'none', from: () => null },
    ],
    items,
  );
}

function remark(item: ChecklistItem): string | null {
  if (item.state === 'not-applicable') return item.reason;
  const shown = item.evidence.map(({ text, url, fileName }) =>
    [text, fileName ?? url].filter((part) => part !== undefined && part !== '').join(': '),
  );
  if (item.state === 'done') return shown.length === 0 ? null : shown.join('; ');
  return item.drift ?? item.blockedBy[0] ?? item.seen?.text ?? null;
}

function restOf(shown: number, total: number): ReportBlock {
  const text = `${numberWords(shown)} of ${countWords(total, 'item')} are printed. Print wave by wave to have them all.`;
  return { kind: 'note', tone: 'warning', text };
}
