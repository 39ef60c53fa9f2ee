import type { PlanView } from '../../contract/shapes.ts';
import { windowWords } from '../local-time.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportChart, ReportPoint } from '../report.ts';
import { countWords, listWords, numberWords } from '../words.ts';

/** More bars cannot be read; the table beside the chart holds all. */
const MOST_WAVES_DRAWN = 40;
const MOST_WAVES_DESCRIBED = 12;

/** Windows and freezes on one time axis. `null` when no wave has a date. */
export function planTimeline({ timeZone, sources }: ReportContext, plan: PlanView): ReportChart | null {
  const dated = plan.waves.flatMap((wave) => (wave.window === null ? [] : [{ ...wave, window: wave.window }]));
  const drawn = dated.slice(0, MOST_WAVES_DRAWN);
  const first = drawn[0]?.window;
  const last = drawn.at(-1)?.window;
  if (first === undefined || last === undefined) return null;
  const freezes = plan.limits.freezes.filter((freeze) => freeze.startsAt < last.endsAt && freeze.endsAt > first.startsAt);
  const points = drawn.map(({ number, window, machineCount }): ReportPoint => ({
    label: `Wave ${number}`,
    value: machineCount,
    start: window.startsAt,
    end: window.endsAt,
  }));
  const described = drawn.slice(0, MOST_WAVES_DESCRIBED).map(({ number, window }) => `Wave ${number}: ${windowWords(window, timeZone)}`);
  const more = dated.length > described.length ? ` ${countWords(dated.length - described.length, 'more wave')} follow.` : '';
  const frozen = freezes.length === 0 ? '' : ` Freezes: ${listWords(freezes.map(({ title }) => title))}.`;
  return {
    kind: 'chart',
    title: dated.length > drawn.length ? `The first ${drawn.length} of ${dated.length} cutover windows` : 'Cutover windows',
    description: `${described.join('. ')}.${more}${frozen}`,
    chart: 'timeline',
    unit: 'machines',
    series: [
      { name: 'Windows', tone: 'neutral', points },
      {
        name: 'Freezes',
        tone: 'unknown',
        points: freezes.map((freeze) => ({ label: freeze.title, value: 0, start: freeze.startsAt, end: freeze.endsAt })),
      },
    ],
    source: sources.plan,
  };
}

/** One bar per wave, with the limit of that wave as a line across it. */
export function loadChart(plan: PlanView, resourceId: string, source: string): ReportChart {
  const drawn = plan.waves.slice(0, MOST_WAVES_DRAWN);
  const loads = drawn.map((wave) => ({ wave, load: wave.loads.find((load) => load.resourceId === resourceId) }));
  const title = loads[0]?.load?.title ?? resourceId;
  const unit = loads[0]?.load?.unit ?? '';
  const points = loads.map(({ wave, load }) => ({ label: `Wave ${wave.number}`, value: load?.used ?? 0, limit: load?.limit ?? null }));
  const words = points
    .slice(0, MOST_WAVES_DESCRIBED)
    .map(({ label, value, limit }) => `${label}: ${numberWords(value)}${limit === null ? '' : ` of ${numberWords(limit)}`}`);
  return {
    kind: 'chart',
    title: `${title} per wave${plan.waves.length > drawn.length ? `, first ${drawn.length} of ${plan.waves.length} waves` : ''}`,
    description: `In ${unit}. ${words.join('. ')}.`,
    chart: 'bar',
    unit,
    series: [
      {
        name: title,
        tone: 'neutral',
        points: points.map(({ label, value, limit }) => ({ label, value, ...(limit === null ? {} : { limit }) })),
      },
    ],
    source,
  };
}
