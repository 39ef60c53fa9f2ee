import type { PlanObjective } from '../../shared/domain/wave.ts';
import { dayIn } from '../../shared/planner/calendar.ts';
import { neededWords, type PlanClaim } from '../../shared/snapshot/plan-words.ts';
import { countOf, formatGiB, formatNumber } from './common-format.ts';

/** Words of the waves screen. */
export const wavesText = {
  title: 'Waves',
  answer(waves: number, claim: PlanClaim): string {
    if (waves === 0) return 'The plan holds no wave.';
    const { lowerBound, changedSince, finish } = claim;
    if (lowerBound !== null) return `${countOf(waves, 'wave')}${finish === null ? ';' : ','} ${neededWords(claim)}`;
    const end = finish === null ? '' : `, finished on ${dayIn(finish.endsAt, finish.timeZone)}`;
    return `${countOf(waves, 'wave')}${end}; ${changedSince === 'machines' ? 'machines' : 'limits'} changed since: plan again`;
  },
  isBest: 'No plan needs fewer',
  isEarliest: 'No plan finishes earlier',
  perhapsEarlier: 'Perhaps earlier',
  gap: (waves: number): string => `Perhaps ${formatNumber(waves)} fewer`,
  noPlan: 'There is no plan yet.',
  valid: 'Keeps every rule',
  invalid: (count: number): string => `${countOf(count, 'rule')} broken`,
  plan: 'Plan',
  planAgain: 'Plan again',
  planCommand: 'Plan waves',
  notPlanning: 'nothing is being planned',
  planning: 'Planning …',
  stop: 'Stop planning',
  planFailed: 'The waves were not planned',
  stopFailed: 'Planning was not stopped',
  showInJournal: 'Show in journal',
  oldLimits: 'The limits were changed after this plan was made.',
  why: 'Why?',
  wholePlan: 'The whole plan',
  stopped: 'Planning was stopped. The plan in force is unchanged.',
  stoppedWithPlan: 'Planning was stopped; the best plan found by then is kept.',
  course: {
    title: 'How the bound closed',
    meaning: {
      'fewest-waves':
        'The best plan comes down, the proven bound comes up. Where they meet, no plan needs fewer waves. Stop keeps the best plan.',
      'earliest-finish':
        'The best end comes down, the proven bound comes up. Where they meet, no plan finishes earlier. Stop keeps the best plan.',
    },
    elapsed: (seconds: number): string => `${formatNumber(seconds)} s`,
    upper: (value: number, objective: PlanObjective): string =>
      objective === 'fewest-waves' ? countOf(value, 'wave') : `window ${formatNumber(value)}`,
    lower: (value: number, objective: PlanObjective): string =>
      objective === 'fewest-waves' ? `at least ${formatNumber(value)}` : `not before ${formatNumber(value)}`,
    both: (upper: number, lower: number, objective: PlanObjective): string =>
      objective === 'fewest-waves'
        ? `${countOf(upper, 'wave')}; at least ${formatNumber(lower)} needed`
        : `Finished in window ${formatNumber(upper)}; not before window ${formatNumber(lower)}`,
  },
  proposal: {
    title: 'Proposed plan',
    waiting: 'A new plan is proposed. The present one stays in force until you adopt it.',
    choice: 'Which plan',
    variant: (waves: number, moves: number): string =>
      `${countOf(waves, 'wave')}, ${moves === 0 ? 'no group moves' : `${countOf(moves, 'group')} ${moves === 1 ? 'moves' : 'move'}`}`,
    what: 'What',
    now: 'Now',
    then: 'Proposed',
    waves: 'Waves',
    lastWave: 'Last wave',
    broken: 'Broken rules',
    moves: 'Groups that move',
    noMoves: 'No group moves',
    atLeast: (moves: number, least: number): string => {
      if (least === 0) return 'Every other group stays in its window.';
      if (moves === least) return 'All of them have to: they cannot stay where they are. Every other group stays.';
      return `${countOf(least, 'group')} of them cannot stay where ${least === 1 ? 'it is' : 'they are'}. Every other group stays.`;
    },
    move: (from: string, to: string): string => `${from} → ${to}`,
    nowhere: 'no wave',
    added: 'Groups that had no wave',
    zone: (zone: string): string => `Days in ${zone}.`,
    adopt: 'Adopt this plan',
    keep: 'Keep the present plan',
    failed: 'The plan was not adopted',
  },
  because: {
    here: 'Why here, and not earlier',
    isPinned: 'It is pinned here.',
    first: 'No earlier window is open.',
    asWell: 'It could stand there as well, without a wave more or less.',
    oneMore: 'It is free, but a wave there would be one more.',
    notIn: (wave: string): string => `Not in ${wave}`,
    unused: (window: string): string => `${window}, not used`,
    next: 'Why not more',
    couldJoin: 'It could stand here as well.',
    savings: { 'fewest-waves': 'What would save a wave', 'earliest-finish': 'What would finish it earlier' },
    save: {
      ask: 'Try other limits',
      asking: 'Trying other limits …',
      failed: 'The limits were not tried',
      nothingLimited: 'Nothing is limited, so nothing more would help.',
      words(saved: number | null, value: number | null, objective: PlanObjective): string {
        if (saved === null || value === null) return 'not found in the time';
        if (objective === 'earliest-finish') return saved === 0 ? 'not earlier' : `${countOf(saved, 'window')} earlier`;
        return saved === 0 ? 'saves no wave' : `saves ${countOf(saved, 'wave')}: ${formatNumber(value)}`;
      },
    },
  },
  adopted: (waves: number): string => `A plan of ${countOf(waves, 'wave')} is in force.`,
  limits: 'Limits',
  explain: 'Explain',
  showExplain: 'Explain the plan',
  group: 'Group',
  timelineLabel: (zone: string): string => `Windows and freezes, times in ${zone}`,
  timelineFreeze: (title: string): string => `Freeze: ${title}`,
  unusedWindow: (title: string, when: string): string => `${title}, ${when}: open, not used`,
  noDates: 'No wave has a date yet. Set the first window under Limits, then plan again.',
  loadOf: 'Bars show',
  limitLine: 'limit',
  loadWords(used: number, limit: number | null, unit: string): string {
    const usedText = formatNumber(used);
    if (limit === null) return `${usedText} ${unit}, no limit`;
    return `${usedText} of ${formatNumber(limit)} ${unit}`;
  },
  over: 'over the limit',
  tight: 'nearly full',
  waveTitle: (number: number): string => `Wave ${number}`,
  looseTitle: 'Not in a wave',
  looseMeaning: 'Came after the plan was made, or was left out.',
  cameLater: 'Came after the plan was made. Plan again, or move it to a wave.',
  emptyColumn: 'No group. Drop one here.',
  emptyFiltered: 'No group matches.',
  groupWords: (count: number): string => countOf(count, 'group'),
  machineWords: (count: number): string => countOf(count, 'machine'),
  sizeWords: (sizeGiB: number, unknown: number): string => {
    const size = formatGiB(sizeGiB);
    return unknown === 0 ? size : `${size} + ${formatNumber(unknown)} unknown`;
  },
  reasons: {
    application: 'Same application',
    cluster: 'Nodes of one cluster',
    single: 'Moves alone',
    person: 'Put together by hand',
    connections: 'Machines that call each other',
  },
  pinned: (number: number): string => `Pinned to wave ${number}`,
  violation: 'Breaks a rule',
  boardLabel: 'Waves and their groups',
  boardHelp: 'Arrow keys move between groups, Space chooses, Ctrl+Shift+M moves the chosen groups to a wave.',
  findLabel: 'Find a group',
  findPlaceholder: 'Group',
  chosen: (count: number): string => `${countOf(count, 'group')} chosen`,
  clearChoice: 'Clear choice',
  move: {
    command: 'Move to wave…',
    title: (count: number, name: string): string => (count === 1 ? `Move ${name} to a wave` : `Move ${countOf(count, 'group')} to a wave`),
    listLabel: 'Wave',
    submit: 'Move',
    submitAnyway: 'Move anyway',
    cancel: 'Cancel',
    fits: 'Fits',
    here: 'Stands here',
    breaks: 'Breaks a rule',
    overCapacity: 'Over capacity',
    checking: 'Checking every wave …',
    warning: 'The move is made and marked as a broken rule. It is never called valid.',
    done: (count: number, wave: string): string => (count === 1 ? `Moved to ${wave}.` : `Moved ${countOf(count, 'group')} to ${wave}.`),
    dropHere: 'Drop here',
    failed: 'The groups were not moved',
    previewFailed: 'The waves could not be checked',
    noneChosen: 'choose a group first',
    noPlan: 'there is no plan yet',
    readOnly: 'this file can only be read',
  },
  contradiction: {
    title: 'No plan can keep all of these rules together',
    text: 'This is a smallest set: without any one of them the others can be kept. Relax one; until then the plan in force is unchanged.',
    panel: 'Rules that contradict',
    relax: 'Relax',
    gain: (text: string, waves: number | null): string => (waves === null ? text : `${text} Then ${countOf(waves, 'wave')}.`),
    failed: 'The rule was not relaxed',
    change: 'Change limits',
    close: 'Close',
  },
  violations: {
    title: (count: number): string => `The plan breaks ${countOf(count, 'rule')}`,
    show: 'Show all',
    panel: 'Broken rules',
    none: 'The plan keeps every rule.',
    move: (group: string): string => `Move ${group}…`,
    limits: 'Change limits',
    showGroup: (group: string): string => `Show ${group}`,
  },
  explanation: {
    title: 'Why this plan',
    bound: { 'fewest-waves': 'Fewest waves', 'earliest-finish': 'Earliest finish' },
    check: 'Check again',
    checking: 'Checking …',
    confirmed: 'A second, independent program confirms the plan and the bound.',
    planOnly: 'A second, independent program confirms the plan. It cannot confirm the bound.',
    notConfirmed: 'A second, independent program finds broken rules:',
    tight: 'What is tight',
    nothingTight: 'No wave is near a limit.',
    tightLine: (wave: number, title: string, words: string): string => `Wave ${wave}: ${title}, ${words}`,
    handMoves: (count: number): string => (count === 0 ? 'No group was moved by hand since.' : `${countOf(count, 'move')} by hand since.`),
    checkFailed: 'The plan was not checked',
    history: 'History',
    adoptedBy: (by: string): string => `Put in force by ${by},`,
    leftOut: 'Left out',
    later: 'Came later',
    laterLine: (count: number): string => `${countOf(count, 'group')} came after the plan was made.`,
    chosenGroup: 'The chosen group',
    machines: 'Machines',
    together: 'Why together',
    wave: 'Wave',
    precedes: (name: string, isStrict: boolean): string => `Must move ${isStrict ? 'in an earlier wave than' : 'not later than'} ${name}.`,
    follows: (name: string, isStrict: boolean): string => `Must move ${isStrict ? 'in a later wave than' : 'not before'} ${name}.`,
    noRules: 'No pin and no order concerns this group.',
  },
  details: {
    when: 'When',
    window: 'Window',
    utc: 'UTC',
    noWindow: 'No date yet.',
    isReady: 'Ready for the cutover',
    isNotReady: 'Not ready for the cutover',
    capacity: 'How full',
    readiness: 'Readiness',
    groups: 'Groups',
    stands: 'Where it stands',
    pin: 'Pin',
    size: 'Data',
    rules: 'Rules',
    pinHere: 'Pin to this wave',
    unpin: 'Take the pin away',
    pinFailed: 'The pin was not changed',
    lock: 'Lock this wave',
    unlock: 'Unlock',
    isLocked: 'Planning again leaves it as it is: its groups stay, and no other joins.',
    markDone: 'Mark as done',
    notDone: 'Not done after all',
    isDone: 'It has moved. Planning again leaves it as it is and uses later windows only.',
    lockFailed: 'The lock was not changed',
  },
  empty: {
    noMachines: {
      title: 'Nothing to plan yet',
      text: 'Import an inventory first. Machines of the same application form a move group, and groups are put into waves.',
      action: 'Import an inventory',
    },
    noPlan: {
      title: (groups: number, machines: number): string =>
        `${countOf(groups, 'group')} with ${countOf(machines, 'machine')} wait for a plan`,
      text: 'Planning puts every group into a wave, keeps capacity, order, pins and freezes, and proves how many waves are needed at least. Set the limits of your site first, or plan with the present ones and change them later.',
    },
  },
} as const;

/** What to do about a broken rule. */
export function violationRemedy(rule: string): string {
  const remedies: Readonly<Record<string, string>> = {
    capacity: 'Move a group to a wave with room, or raise the limit.',
    precedence: 'Move one of the two, or change their order.',
    conflict: 'Move one of the two to another wave.',
    together: 'Move both to the same wave.',
    pin: 'Move the group to the wave it is pinned to, or take the pin away.',
    date: 'Move the group to a wave within its dates.',
    freeze: 'Move the group to a wave outside the freeze, or shorten the freeze.',
    missing: 'Move the group to a wave, or plan again.',
  };
  return remedies[rule] ?? 'Plan again.';
}
