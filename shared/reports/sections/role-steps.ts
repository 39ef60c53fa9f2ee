import type { StepView } from '../../contract/shapes.ts';
import type { ReportContext } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { countWords, ROLE_TITLES, SCOPE_TITLES } from '../words.ts';
import { stepState } from './checklist.ts';

const STATE_TONES = { Open: 'unknown', Done: 'good', 'Not applicable': 'neutral', 'Partly done': 'warning' } as const;

/** The steps by who does them: what each team can be handed. */
export function roleSteps(context: ReportContext): ReportSection {
  const steps = context.derived.checklist.steps.filter((step) => step.totalCount > 0);
  const roles = Object.keys(ROLE_TITLES).filter((role) => steps.some((step) => step.who.includes(role)));
  const tables = roles.map((role) =>
    roleTable(
      context,
      role,
      steps.filter((step) => step.who.includes(role)),
    ),
  );
  return {
    id: 'roles',
    title: 'Steps by role',
    blocks: [
      {
        kind: 'paragraph',
        text:
          roles.length === 0
            ? 'There is no step: no scenario is chosen.'
            : `${countWords(steps.length, 'step')} for ${countWords(roles.length, 'role')}; a step that two roles share stands with both. The steps follow Microsoft’s documents; their dates are in the list of documents.`,
      },
      ...tables,
      runbookTable(context, steps),
    ],
  };
}

function roleTable(context: ReportContext, role: string, steps: readonly StepView[]): ReportBlock {
  const phaseOf = new Map(context.derived.checklist.phases.map(({ id, title }) => [id, title]));
  return smallTable<StepView>(
    {
      id: `role-${role}`,
      title: `${ROLE_TITLES[role] ?? role}, ${countWords(steps.length, 'step')}`,
      emptyText: 'No step.',
      source: context.sources.journal,
    },
    [
      { key: 'phase', title: 'Phase', kind: 'text', from: ({ phase }) => phaseOf.get(phase) ?? phase },
      { key: 'title', title: 'Step', kind: 'text', from: ({ title }) => title },
      { key: 'per', title: 'For', kind: 'text', from: ({ per }) => SCOPE_TITLES[per] ?? per },
      { key: 'doneWhen', title: 'Done when', kind: 'text', from: ({ doneWhen }) => doneWhen },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: stepState },
    ],
    steps,
  );
}

/** All steps with everything that whoever does them needs, as a work sheet. */
function runbookTable(context: ReportContext, steps: readonly StepView[]): ReportBlock {
  const phaseOf = new Map(context.derived.checklist.phases.map(({ id, title }) => [id, title]));
  return smallTable<StepView>(
    {
      id: 'runbook',
      title: 'Steps in working order',
      emptyText: 'There is no step: no scenario is chosen.',
      sheet: 'Runbook',
      source: context.sources.journal,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Step id', kind: 'text', isCode: true, from: ({ id }) => id },
      { key: 'phase', title: 'Phase', kind: 'text', from: ({ phase }) => phaseOf.get(phase) ?? phase },
      { key: 'title', title: 'Step', kind: 'text', from: ({ title }) => title },
      { key: 'what', title: 'What to do', kind: 'text', from: ({ what }) => what.join(' ') },
      { key: 'who', title: 'Who', kind: 'text', from: ({ who }) => who.map((role) => ROLE_TITLES[role] ?? role).join(', ') },
      { key: 'per', title: 'For', kind: 'text', from: ({ per }) => SCOPE_TITLES[per] ?? per },
      { key: 'condition', title: 'Only when', kind: 'text', empty: 'none', from: ({ conditionText }) => conditionText },
      { key: 'waitsFor', title: 'Waits for', kind: 'text', empty: 'none', from: ({ blockedBy }) => blockedBy.join(' ') },
      { key: 'time', title: 'Typical time', kind: 'text', from: ({ typicalTime }) => typicalTime },
      { key: 'check', title: 'Done when', kind: 'text', from: ({ doneWhen }) => doneWhen },
      { key: 'evidence', title: 'Evidence asked for', kind: 'text', empty: 'none', from: ({ evidenceAsked }) => evidenceAsked },
      { key: 'risk', title: 'If it goes wrong', kind: 'text', empty: 'none', from: ({ badOutcome }) => badOutcome },
      { key: 'wayBack', title: 'Way back', kind: 'text', empty: 'none', from: ({ badOutcomeRemedy }) => badOutcomeRemedy },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: stepState },
      {
        key: 'documents',
        title: 'Documents',
        kind: 'text',
        empty: 'none',
        from: ({ sources }) => sources.map(({ title, date }) => (date === '' ? title : `${title}, ${date}`)).join('; '),
      },
      { key: 'owner', title: 'Person', kind: 'text', empty: 'none', choices: [], from: () => null },
      { key: 'plannedStart', title: 'Planned start', kind: 'text', empty: 'none', choices: [], from: () => null },
      { key: 'plannedEnd', title: 'Planned end', kind: 'text', empty: 'none', choices: [], from: () => null },
    ],
    steps,
  );
}
