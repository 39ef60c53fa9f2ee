import type { RuleSummary } from '../../contract/shapes.ts';
import { scenarioById } from '../../scenarios/index.ts';
import type { MissingFact } from '../gather-findings.ts';
import { verdictCounts, type ReportContext } from '../report-context.ts';
import { smallTable, type TableColumn } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords, countWords, numberWords, SEVERITY_TITLES, SEVERITY_TONES, severityRank } from '../words.ts';
import { acceptedFindings } from './accepted-findings.ts';
import { blockedMachines } from './blocked-machines.ts';
import { blockerSummary, findingTable, undecidedMachines } from './findings.ts';
import { readinessByEnvironment, readinessChart } from './readiness-charts.ts';

/** Who can move, who cannot, why, and what mends it. */
export function* readinessSection(context: ReportContext): Generator<void, ReportSection, void> {
  const counts = verdictCounts(context.inScope);
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `Of ${countWords(context.inScope.length, 'machine')} in scope: ready ${numberWords(counts.ready)}, ready with warnings ${numberWords(counts['ready-with-warnings'])}, undecided ${numberWords(counts.undecided)}, blocked ${numberWords(counts.blocked)}. A machine is undecided as long as a fact is missing that a blocking rule needs: unknown is never taken for ready.`,
    },
  ];
  if (context.inScope.length > 0) blocks.push(readinessChart(context), readinessByEnvironment(context));
  yield;
  blocks.push({ kind: 'heading', level: 3, text: 'What stands in the way, and what to do' }, blockerSummary(context));
  yield;
  blocks.push(...(yield* blockedMachines(context)), yield* acceptedFindings(context));
  blocks.push({ kind: 'heading', level: 3, text: 'What is not known' }, missingFactTable(context), yield* undecidedMachines(context));
  blocks.push(
    { kind: 'heading', level: 3, text: 'Rules by scenario' },
    ruleMatrix(context),
    ruleTable(context),
    yield* findingTable(context),
  );
  return { id: 'readiness', title: 'Readiness', blocks };
}

function missingFactTable(context: ReportContext): ReportBlock {
  return smallTable<MissingFact>(
    {
      id: 'missing-facts',
      title: 'Facts that undecided machines lack',
      emptyText: 'No blocking rule lacks a fact.',
      sheet: 'MissingFacts',
      source: context.sources.readiness,
    },
    [
      { key: 'id', title: 'Field', kind: 'text', isCode: true, isDataOnly: true, from: ({ field }) => field },
      { key: 'fact', title: 'Fact', kind: 'text', from: ({ title }) => title },
      { key: 'machines', title: 'Machines', kind: 'number', from: ({ machineCount }) => machineCount },
      { key: 'rules', title: 'Rules that wait for it', kind: 'text', from: ({ ruleIds }) => ruleIds.join(', ') },
    ],
    context.missingFacts,
  );
}

function sortedRules(context: ReportContext): RuleSummary[] {
  return [...context.rules.values()].toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || compareWords(a.id, b.id));
}

/** Rule by scenario: how often it is raised and how often it lacks data. */
function ruleMatrix(context: ReportContext): ReportBlock {
  const { byRule } = context.derived.readiness;
  const counts = new Map(byRule.map((count) => [`${count.ruleId}|${count.scenario}`, count]));
  const present = new Set(context.inScope.map(({ machine }) => machine.scenario));
  const scenarios = [...present].toSorted(compareWords);
  const columns = scenarios.flatMap((scenario): TableColumn<RuleSummary>[] => {
    const title = scenarios.length === 1 ? '' : `${scenarioById(scenario)?.title ?? scenario}: `;
    const of = (rule: RuleSummary): { raised: number; unknown: number } | null =>
      counts.get(`${rule.id}|${scenario}`) ?? (rule.scenarios.includes(scenario) ? { raised: 0, unknown: 0 } : null);
    return [
      {
        key: `${scenario}-raised`,
        title: `${title}Raised`,
        unit: 'machines',
        kind: 'number',
        empty: 'none',
        from: (rule) => of(rule)?.raised,
      },
      {
        key: `${scenario}-unknown`,
        title: `${title}Lacks data`,
        unit: 'machines',
        kind: 'number',
        empty: 'none',
        from: (rule) => of(rule)?.unknown,
      },
    ];
  });
  return smallTable<RuleSummary>(
    {
      id: 'rule-matrix',
      title: 'Rules that were raised or lack data, in machines',
      emptyText: 'No rule was raised and none lacks data.',
      sheet: 'Readiness',
      source: context.sources.readiness,
    },
    [
      { key: 'id', title: 'Rule', kind: 'text', isCode: true, from: (rule) => rule.id },
      { key: 'title', title: 'What it says', kind: 'text', from: (rule) => rule.title },
      { key: 'severity', title: 'Weight', kind: 'text', tones: SEVERITY_TONES, from: (rule) => SEVERITY_TITLES[rule.severity] },
      ...columns,
    ],
    sortedRules(context),
  );
}

/** The rules in full, with their documents: what a reviewer needs to look them up. */
function ruleTable(context: ReportContext): ReportBlock {
  return smallTable<RuleSummary>(
    {
      id: 'rules',
      title: 'The rules in full',
      emptyText: 'No rule was raised and none lacks data.',
      sheet: 'Rules',
      source: context.sources.readiness,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Rule', kind: 'text', isCode: true, from: (rule) => rule.id },
      { key: 'title', title: 'What it says', kind: 'text', from: (rule) => rule.title },
      { key: 'severity', title: 'Weight', kind: 'text', tones: SEVERITY_TONES, from: (rule) => SEVERITY_TITLES[rule.severity] },
      { key: 'why', title: 'Why', kind: 'text', from: (rule) => rule.why },
      { key: 'remedy', title: 'What to do', kind: 'text', from: (rule) => rule.remedy },
      { key: 'source', title: 'Document', kind: 'text', from: (rule) => rule.source.title },
      { key: 'sourceDate', title: 'Date of the document', kind: 'text', empty: 'none', from: (rule) => rule.source.date },
      { key: 'sourceUrl', title: 'Address', kind: 'text', empty: 'none', from: (rule) => rule.source.url },
    ],
    sortedRules(context),
  );
}
