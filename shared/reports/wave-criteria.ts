import type { PlanView, WaveView } from '../contract/shapes.ts';
import type { ReportContext, ReportMachine } from './report-context.ts';
import { countWords, listWords, numberWords } from './words.ts';

/** One condition of "go". Unknown is not met. */
export interface WaveCriterion {
  readonly id: string;
  readonly title: string;
  readonly state: 'Met' | 'Not met' | 'Unknown';
  readonly detail: string;
}

/** What has to hold before a wave may start, as far as the engagement knows it. */
export function waveCriteria(context: ReportContext, plan: PlanView, wave: WaveView): WaveCriterion[] {
  const members = context.machinesOfWave.get(wave.id) ?? [];
  const criteria = [
    windowCriterion(wave),
    ruleCriterion(wave),
    readinessCriterion(wave),
    sizeCriterion(wave),
    budgetCriterion(members),
    stepCriterion(wave),
  ];
  return plan.isValid || wave.problems.length > 0
    ? criteria
    : [...criteria, { id: 'plan', title: 'The plan as a whole is valid', state: 'Not met', detail: 'Another wave breaks a rule.' }];
}

function windowCriterion({ window }: WaveView): WaveCriterion {
  return window === null
    ? { id: 'window', title: 'The window is fixed', state: 'Not met', detail: 'The wave has no date.' }
    : {
        id: 'window',
        title: 'The window is fixed',
        state: 'Met',
        detail: window.isFrozen ? 'It touches a freeze.' : 'It touches no freeze.',
      };
}

function ruleCriterion({ problems }: WaveView): WaveCriterion {
  return {
    id: 'rules',
    title: 'Limits, order and pins are kept',
    state: problems.length === 0 ? 'Met' : 'Not met',
    detail: problems.length === 0 ? 'No rule is broken in this wave.' : problems.join(' '),
  };
}

function readinessCriterion({ verdicts, machineCount }: WaveView): WaveCriterion {
  const open = verdicts.blocked + verdicts.undecided;
  const detail =
    open === 0
      ? `${countWords(machineCount, 'machine')}, ${numberWords(verdicts['ready-with-warnings'])} with warnings.`
      : `${numberWords(verdicts.blocked)} blocked, ${numberWords(verdicts.undecided)} undecided of ${countWords(machineCount, 'machine')}.`;
  return {
    id: 'readiness',
    title: 'Every machine is ready',
    state: open === 0 ? 'Met' : verdicts.blocked > 0 ? 'Not met' : 'Unknown',
    detail,
  };
}

function sizeCriterion({ unknownSizeCount, machineCount }: WaveView): WaveCriterion {
  return {
    id: 'sizes',
    title: 'The data to move is known',
    state: unknownSizeCount === 0 ? 'Met' : 'Unknown',
    detail:
      unknownSizeCount === 0
        ? 'Every machine has a size.'
        : `${numberWords(unknownSizeCount)} of ${countWords(machineCount, 'machine')} ${unknownSizeCount === 1 ? 'has' : 'have'} no known size.`,
  };
}

function budgetCriterion(members: readonly ReportMachine[]): WaveCriterion {
  const without = members.filter(({ machine }) => machine.facts.downtimeBudgetMinutes === undefined).length;
  return {
    id: 'downtime',
    title: 'Downtime is agreed for every machine',
    state: without === 0 ? 'Met' : 'Unknown',
    detail: without === 0 ? 'Every machine has a downtime budget.' : `${countWords(without, 'machine')} without a downtime budget.`,
  };
}

function stepCriterion({ openCriticalCount, openCriticalItems }: WaveView): WaveCriterion {
  const open = openCriticalItems.map((item) => `${item.title} (${numberWords(item.open)} of ${numberWords(item.total)} open)`);
  return {
    id: 'steps',
    title: 'Every critical step is closed',
    state: openCriticalCount === 0 ? 'Met' : 'Not met',
    detail:
      openCriticalCount === 0
        ? 'Every critical checklist item is done or not applicable.'
        : `${countWords(openCriticalCount, 'critical checklist item')} open: ${listWords(open, 4)}.`,
  };
}
