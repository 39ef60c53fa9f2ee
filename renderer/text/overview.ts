import { neededNote, neededWords, type PlanClaim } from '../../shared/snapshot/plan-words.ts';
import { countOf, formatNumber } from './common-format.ts';

const DAY_MS = 86_400_000;

/** Words of the overview. */
export const overviewText = {
  title: 'Overview',
  answer({ total, inScope, waves }: { readonly total: number; readonly inScope: number; readonly waves: number }): string {
    if (total === 0) return 'Nothing has been imported yet.';
    const scope = inScope === total ? countOf(total, 'machine') : `${formatNumber(inScope)} of ${countOf(total, 'machine')} in scope`;
    return waves === 0 ? `${scope}, no plan in force.` : `${scope}, planned in ${countOf(waves, 'wave')}.`;
  },
  fictional: 'Fictional data: the company and its machines are invented.',
  funnel: {
    title: 'How far the estate is',
    stages: { found: 'Found', 'in-scope': 'In scope', ready: 'Ready', planned: 'Ready and in a wave' },
    later: { replicating: 'Replicating', tested: 'Tested', moved: 'Moved', completed: 'Completed', 'source-off': 'Source off' },
    showStep: (stage: string, count: number): string => `Show in checklist: ${stage}, ${countOf(count, 'machine')}`,
    of: (count: number, total: number): string => `${formatNumber(count)} of ${formatNumber(total)}`,
    show: (stage: string, count: number): string => `Show in inventory: ${stage}, ${countOf(count, 'machine')}`,
    plannedUnready: (count: number): string =>
      `${countOf(count, 'machine')} more ${count === 1 ? 'is' : 'are'} in a wave without being ready.`,
  },
  next: {
    title: 'Next',
    none: 'Nothing is waiting. Every step that can be done now is done.',
    go: (title: string): string => `Go: ${title}`,
    label: 'What to do next, most urgent first',
  },
  verdicts: {
    title: 'Readiness',
    bar: (words: string): string => `Machines in scope by verdict: ${words}`,
    blockers: 'What stops most machines',
    noBlockers: 'No rule stops a machine in scope.',
    noRules: 'No machine in scope yet.',
    machines: (count: number): string => countOf(count, 'machine'),
    show: (title: string): string => `Show rule: ${title}`,
  },
  waves: {
    title: 'Waves',
    bound(waves: number, claim: PlanClaim): string {
      const { lowerBound, changedSince, finish } = claim;
      if (lowerBound === null) return `${countOf(waves, 'wave')}; ${changedSince === 'machines' ? 'machines' : 'limits'} changed since`;
      if (finish === null && waves === lowerBound) return `${countOf(waves, 'wave')}, the fewest possible`;
      return `${countOf(waves, 'wave')}, ${finish === null ? neededNote(claim) : neededWords(claim)}`;
    },
    invalid: 'The plan breaks rules',
    noDate: 'No date yet',
    none: 'No plan is in force. Planning puts every move group into the fewest waves that windows and capacity allow.',
    plan: 'Plan waves',
    all: (count: number): string => `All ${countOf(count, 'wave')}`,
    show: (title: string): string => `Show ${title}`,
    listLabel: 'Waves with their windows, first to last',
  },
  sources: {
    title: 'Data',
    file: 'Source',
    asOf: 'Data of',
    machines: 'Machines',
    age(instant: string, nowMs: number): string {
      const days = Math.max(0, Math.floor((nowMs - Date.parse(instant)) / DAY_MS));
      return days === 0 ? 'today' : `${countOf(days, 'day')} old`;
    },
    isOld: (instant: string, nowMs: number): boolean => nowMs - Date.parse(instant) > 30 * DAY_MS,
    oldHint: 'Older than 30 days. Machines may have come, grown or gone since.',
    conflicts: (count: number): string => `${countOf(count, 'machine')} with sources that differ`,
    showConflicts: 'Show',
    leftOut: (count: number): string => `${countOf(count, 'row')} left out`,
  },
  empty: {
    title: 'Begin with an inventory',
    text: 'Import an RVTools workbook or any table with one row per machine. What it holds is checked against the rules of the scenario at once, and what stands in the way is shown here.',
    action: 'Import a file',
  },
} as const;
