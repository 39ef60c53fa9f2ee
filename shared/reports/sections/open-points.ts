import { openDecisions } from '../open-decisions.ts';
import { sumOf, type ReportContext } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportSection } from '../report.ts';
import { rankRisks } from '../risks.ts';
import { countWords, numberWords } from '../words.ts';

interface OpenPoint {
  readonly id: string;
  readonly kind: 'Decision' | 'Risk' | 'Fact' | 'Plan' | 'Checklist';
  readonly text: string;
  readonly machines: number | null;
  readonly remedy: string;
}

/** Everything that still has to be settled, each with what settles it. */
export function openPointSection(context: ReportContext): ReportSection {
  const points: OpenPoint[] = [
    ...openDecisions(context).map(({ id, title, why }): OpenPoint => ({
      id,
      kind: 'Decision',
      text: title,
      machines: null,
      remedy: why,
    })),
    ...rankRisks(context).map(({ id, title, remedy, machineCount }): OpenPoint => ({
      id,
      kind: 'Risk',
      text: title,
      machines: machineCount,
      remedy,
    })),
    ...context.missingFacts.map(({ field, title, machineCount, ruleIds }): OpenPoint => ({
      id: `fact:${field}`,
      kind: 'Fact',
      text: `${title} is not known.`,
      machines: machineCount,
      remedy: `${countWords(ruleIds.length, 'rule')} ${ruleIds.length === 1 ? 'waits' : 'wait'} for it. Find it out and import it, or set it by hand.`,
    })),
    ...sizePoint(context),
    ...conflictPoint(context),
    ...planPoints(context),
    ...checklistPoint(context),
  ];
  return {
    id: 'open-points',
    title: 'Open points',
    blocks: [
      smallTable<OpenPoint>(
        {
          id: 'open-points',
          title: 'Open points',
          emptyText: 'Nothing is open as far as the engagement knows.',
          sheet: 'Risks',
          source: context.sources.journal,
          mostPrintedRows: 120,
        },
        [
          { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
          { key: 'kind', title: 'Kind', kind: 'text', from: ({ kind }) => kind },
          { key: 'text', title: 'Open point', kind: 'text', from: ({ text }) => text },
          { key: 'machines', title: 'Machines', kind: 'number', empty: 'none', from: ({ machines }) => machines },
          { key: 'remedy', title: 'What settles it', kind: 'text', empty: 'none', from: ({ remedy }) => remedy },
          { key: 'owner', title: 'Who', kind: 'text', empty: 'none', isDataOnly: true, choices: [], from: () => null },
          { key: 'due', title: 'Due', kind: 'text', empty: 'none', isDataOnly: true, choices: [], from: () => null },
        ],
        points,
      ),
    ],
  };
}

function sizePoint({ inScope }: ReportContext): OpenPoint[] {
  const { unknownCount } = sumOf(inScope, ({ sizeGiB }) => sizeGiB);
  if (unknownCount === 0) return [];
  return [
    {
      id: 'sizes',
      kind: 'Fact',
      text: 'The data to move is not known.',
      machines: unknownCount,
      remedy: 'Import disks or used space; until then these machines count nothing against the limit of a wave.',
    },
  ];
}

function conflictPoint({ inScope }: ReportContext): OpenPoint[] {
  const count = inScope.filter(({ row }) => Object.values(row.provenance).includes('conflict')).length;
  if (count === 0) return [];
  return [
    {
      id: 'conflicts',
      kind: 'Fact',
      text: 'Sources state different values.',
      machines: count,
      remedy: 'Look at the table of conflicts; where the newest source is wrong, set the value by hand.',
    },
  ];
}

function planPoints({ derived, names }: ReportContext): OpenPoint[] {
  const { plan } = derived;
  if (plan === null) return [{ id: 'no-plan', kind: 'Plan', text: 'No wave plan is in force.', machines: null, remedy: 'Plan waves.' }];
  const sizes = new Map(derived.groups.map((group) => [group.id, group.machineIds.length]));
  const titles = new Map(derived.groups.map((group) => [group.id, group.title]));
  return [
    ...plan.violations.map(({ rule, text }, index): OpenPoint => ({
      id: `violation:${index + 1}:${rule}`,
      kind: 'Plan',
      text,
      machines: null,
      remedy: 'Move groups back, relax the limit or plan again.',
    })),
    ...plan.leftOut.map(({ groupId, reason }): OpenPoint => ({
      id: `left-out:${groupId}`,
      kind: 'Plan',
      text: `${titles.get(groupId) ?? names.group(groupId)} stands in no wave. ${reason}`,
      machines: sizes.get(groupId) ?? null,
      remedy: 'Mend what keeps it out, then plan again or move it to a wave.',
    })),
    ...plan.unplannedGroupIds.map((groupId): OpenPoint => ({
      id: `unplanned:${groupId}`,
      kind: 'Plan',
      text: `${titles.get(groupId) ?? groupId} came after the plan was made.`,
      machines: sizes.get(groupId) ?? null,
      remedy: 'Plan again or move it to a wave.',
    })),
  ];
}

function checklistPoint({ derived }: ReportContext): OpenPoint[] {
  const open = derived.checklist.steps.filter(
    (step) => step.isCritical && step.totalCount > 0 && step.doneCount + step.notApplicableCount < step.totalCount,
  );
  if (open.length === 0) return [];
  const ready = open.filter((step) => step.blockedBy.length === 0);
  return [
    {
      id: 'critical-steps',
      kind: 'Checklist',
      text: `${countWords(open.length, 'critical step')} ${open.length === 1 ? 'is' : 'are'} open.`,
      machines: null,
      remedy:
        ready[0] === undefined ? 'Close what they wait for.' : `${numberWords(ready.length)} can begin now; first: ${ready[0].title}.`,
    },
  ];
}
