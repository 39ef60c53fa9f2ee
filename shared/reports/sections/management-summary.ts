import { neededWords } from '../../snapshot/plan-words.ts';
import { dayWords, windowWords } from '../local-time.ts';
import { openDecisions, type OpenDecision } from '../open-decisions.ts';
import { verdictCounts, type ReportContext } from '../report-context.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { rankRisks } from '../risks.ts';
import { countWords, numberWords } from '../words.ts';
import { readinessChart } from './readiness-charts.ts';
import { figureWords, summaryFigures, summaryTable } from './summary-figures.ts';

/** One page for people who read one page. */
export function managementSummary(context: ReportContext): ReportSection {
  const decisions = openDecisions(context);
  const risks = rankRisks(context).slice(0, 3);
  const blocks: ReportBlock[] = [
    {
      kind: 'figures',
      figures: summaryFigures(context).map(figureWords),
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
      : { kind: 'list', items: decisionWords(decisions) },
  );
  blocks.push(summaryTable(context));
  return { id: 'summary', title: 'Management summary', blocks };
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
  const sentences = [`${countWords(plan.waves.length, 'wave')} are planned; ${neededWords(plan)}. ${plan.lowerBoundReason} ${state}`];
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

const MOST_DECISIONS = 4;

function decisionWords(decisions: readonly OpenDecision[]): string[] {
  const shown = decisions.slice(0, MOST_DECISIONS).map(({ title, why }) => `${title.endsWith('?') ? title : `${title}:`} ${why}`);
  const more = decisions.length - shown.length;
  return more === 0 ? shown : [...shown, `${countWords(more, 'further decision')}; see “Open points”.`];
}
