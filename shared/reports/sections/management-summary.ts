import { dayWords, windowWords } from '../local-time.ts';
import { openDecisions } from '../open-decisions.ts';
import { memoryGiB, sumOf, verdictCounts, type ReportContext, type Sum } from '../report-context.ts';
import type { ReportBlock, ReportFigure, ReportSection } from '../report.ts';
import { rankRisks } from '../risks.ts';
import { countWords, numberWords, shareWords, sizeWords } from '../words.ts';
import { readinessChart } from './readiness-charts.ts';

/** One page for people who read one page. */
export function managementSummary(context: ReportContext): ReportSection {
  const decisions = openDecisions(context);
  const risks = rankRisks(context).slice(0, 3);
  const blocks: ReportBlock[] = [
    {
      kind: 'figures',
      figures: figuresOf(context),
      source: `${context.sources.inventory} Verdicts: ${context.sources.readiness.replace('Source: ', '')}`,
    },
    { kind: 'list', items: sentencesOf(context) },
  ];
  if (context.inScope.length > 0) blocks.push(readinessChart(context));
  blocks.push({ kind: 'heading', level: 3, text: 'Largest risks' });
  blocks.push(
    risks.length === 0
      ? { kind: 'paragraph', text: 'No risk follows from the data in this document.' }
      : { kind: 'list', isOrdered: true, items: risks.map((risk) => `${risk.title} ${risk.remedy}`) },
  );
  blocks.push({ kind: 'heading', level: 3, text: 'Decisions wanted' });
  blocks.push(
    decisions.length === 0
      ? { kind: 'paragraph', text: 'None. Everything that Landfall asks for is decided.' }
      : { kind: 'list', items: decisions.map((decision) => `${decision.title}: ${decision.why}`) },
  );
  return { id: 'summary', title: 'Management summary', blocks };
}

function figuresOf(context: ReportContext): ReportFigure[] {
  const { machines, inScope, engagement } = context;
  const counts = verdictCounts(inScope);
  const movable = counts.ready + counts['ready-with-warnings'];
  const out = machines.length - inScope.length;
  const size = sumOf(inScope, (each) => each.sizeGiB);
  const memory = sumOf(inScope, memoryGiB);
  const cpu = sumOf(inScope, (each) => each.row.cpuCount);
  const figures: ReportFigure[] = [
    {
      label: 'Machines in scope',
      value: numberWords(inScope.length),
      note: out === 0 ? 'all that were found' : `${numberWords(machines.length)} found, ${numberWords(out)} out of scope`,
    },
    { label: 'Can move', value: numberWords(movable), note: `${shareWords(movable, inScope.length)} of the scope`, tone: 'good' },
    { label: 'Blocked', value: numberWords(counts.blocked), note: 'a rule stands in the way', tone: counts.blocked > 0 ? 'bad' : 'good' },
    {
      label: 'Undecided',
      value: numberWords(counts.undecided),
      note: 'a fact is missing; not ready',
      tone: counts.undecided > 0 ? 'unknown' : 'good',
    },
    { label: 'Data to move', value: knownSum(size, sizeWords), note: unknownNote(size, 'in use, else provisioned') },
    { label: 'Memory', value: knownSum(memory, sizeWords), note: unknownNote(memory, 'as configured') },
    { label: 'Processors', value: knownSum(cpu, numberWords), note: unknownNote(cpu, 'vCPU') },
  ];
  const { plan } = engagement;
  figures.push(
    plan === null
      ? { label: 'Waves', value: '–', note: 'no plan is in force' }
      : { label: 'Waves', value: numberWords(plan.waves.length), note: `at least ${numberWords(plan.lowerBound)} needed` },
  );
  return figures;
}

/** A sum of which nothing is known is unknown, not zero. */
function knownSum(sum: Sum, words: (value: number) => string): string {
  return sum.value === 0 && sum.unknownCount > 0 ? 'unknown' : words(sum.value);
}

function unknownNote({ unknownCount }: Sum, otherwise: string): string {
  return unknownCount === 0 ? otherwise : `${otherwise}; unknown for ${countWords(unknownCount, 'machine')}`;
}

function sentencesOf(context: ReportContext): string[] {
  const counts = verdictCounts(context.inScope);
  const total = context.inScope.length;
  if (total === 0) return ['No machine is in scope. Import an inventory first.'];
  const movable = counts.ready + counts['ready-with-warnings'];
  const sentences = [
    `${countWords(movable, 'machine')} of ${numberWords(total)} can move as things stand: ${numberWords(counts.ready)} without any objection, ${numberWords(counts['ready-with-warnings'])} with warnings that somebody should read first.`,
  ];
  if (counts.blocked + counts.undecided > 0)
    sentences.push(
      `${numberWords(counts.blocked)} ${counts.blocked === 1 ? 'is' : 'are'} blocked and ${numberWords(counts.undecided)} cannot be decided, because facts are missing that a blocking rule needs. Unknown counts as not ready.`,
    );
  sentences.push(...planSentences(context));
  return sentences;
}

function planSentences({ engagement, derived, timeZone }: ReportContext): string[] {
  const plan = derived.plan;
  if (plan === null) return ['No wave plan is in force yet.'];
  const state = plan.isValid
    ? 'The plan keeps every rule that was set.'
    : `The plan breaks ${countWords(plan.violations.length, 'rule')} and cannot be called valid.`;
  const sentences = [
    `${countWords(plan.waves.length, 'wave')} are planned; at least ${numberWords(plan.lowerBound)} ${plan.lowerBound === 1 ? 'is' : 'are'} needed. ${plan.lowerBoundReason} ${state}`,
  ];
  const windows = plan.waves.flatMap((wave) => (wave.window === null ? [] : [wave.window]));
  const [first] = windows;
  const last = windows.at(-1);
  if (first !== undefined && last !== undefined)
    sentences.push(
      `The first cutover window is ${windowWords(first, timeZone)}, the last ends on ${dayWords(last.endsAt, timeZone)} (${timeZone}).`,
    );
  const outside = plan.leftOut.length + plan.unplannedGroupIds.length;
  if (outside > 0 && engagement.plan !== null)
    sentences.push(`${countWords(outside, 'move group')} ${outside === 1 ? 'stands' : 'stand'} outside the plan; see “Open points”.`);
  return sentences;
}
