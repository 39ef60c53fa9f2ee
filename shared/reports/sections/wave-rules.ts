import type { PlanView } from '../../contract/shapes.ts';
import type { Window } from '../../domain/wave.ts';
import { windowSequence } from '../../planner/calendar.ts';
import { hoursBetween, momentWords } from '../local-time.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { countWords, numberWords } from '../words.ts';

interface CalendarEvent {
  readonly id: string;
  readonly what: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Windows that are used, windows that a freeze took, and the freezes, in the order of time. */
export function* calendarTable(context: ReportContext, plan: PlanView): Generator<void, ReportBlock, void> {
  const { timeZone } = context;
  const used: CalendarEvent[] = plan.waves.flatMap((wave) =>
    wave.window === null ? [] : [{ id: wave.id, what: 'Cutover window', title: wave.title, ...spanOf(wave.window) }],
  );
  const lost: CalendarEvent[] = (yield* windowsLost(plan)).map((window) => ({
    id: `lost:${window.id}`,
    what: 'Window lost to a freeze',
    title: window.title,
    ...spanOf(window),
  }));
  const freezes: CalendarEvent[] = plan.limits.freezes.map((freeze, index) => ({
    id: `freeze:${index + 1}`,
    what: 'Freeze',
    title: freeze.title,
    ...spanOf(freeze),
  }));
  const events = [...used, ...lost, ...freezes].toSorted((a, b) => {
    if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  return yield* tableOf<CalendarEvent>(
    {
      id: 'calendar',
      title: 'Calendar',
      emptyText: 'No wave has a date yet and no freeze is set.',
      sheet: 'Calendar',
      source: context.sources.plan,
      mostPrintedRows: 80,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      {
        key: 'what',
        title: 'What',
        kind: 'text',
        tones: { 'Window lost to a freeze': 'warning' },
        from: ({ what }) => what,
      },
      { key: 'title', title: 'Title', kind: 'text', from: ({ title }) => title },
      ...bothClocks<CalendarEvent>('start', 'Starts', timeZone, ({ startsAt }) => startsAt),
      ...bothClocks<CalendarEvent>('end', 'Ends', timeZone, ({ endsAt }) => endsAt),
      { key: 'hours', title: 'Length', unit: 'h', kind: 'number', decimals: 1, from: (event) => hoursBetween(event) },
    ],
    events,
  );
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  return { startsAt, endsAt };
}

/** Windows of the same rhythm that a freeze touched, up to the last wave. */
function* windowsLost(plan: PlanView): Generator<void, Window[], void> {
  const first = plan.limits.firstWindowStartsAt ?? plan.waves.find((wave) => wave.window !== null)?.window?.startsAt;
  const last = plan.waves.findLast((wave) => wave.window !== null)?.window?.startsAt;
  const lost: Window[] = [];
  if (first === undefined || last === undefined || plan.limits.freezes.length === 0) return lost;
  for (const window of windowSequence(plan.limits, first)) {
    if (window.startsAt > last) break;
    if (window.isFrozen) lost.push(window);
    yield;
  }
  return lost;
}

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly value: string;
}

/** The limits and rules under which the plan was made, as it remembers them. */
export function limitTable(context: ReportContext, plan: PlanView): ReportBlock {
  return smallTable<Rule>(
    {
      id: 'plan-rules',
      title: 'Limits and rules of the plan',
      emptyText: 'The plan was made without any rule.',
      sheet: 'PlanRules',
      source: context.sources.plan,
      mostPrintedRows: 60,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'rule', title: 'Rule', kind: 'text', from: ({ title }) => title },
      { key: 'value', title: 'Value', kind: 'text', from: ({ value }) => value },
    ],
    rulesOf(context, plan),
  );
}

function rulesOf({ timeZone, derived }: ReportContext, { limits }: PlanView): Rule[] {
  const titles = new Map(derived.groups.map((group) => [group.id, group.title]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const none = 'no limit';
  return [
    { id: 'aim', title: 'Aim', value: limits.objective === 'fewest-waves' ? 'fewest waves' : 'earliest finish' },
    {
      id: 'machines-per-wave',
      title: 'Machines per wave',
      value: limits.machinesPerWave === null ? none : numberWords(limits.machinesPerWave),
    },
    { id: 'data-per-wave', title: 'Data per wave', value: limits.gibPerWave === null ? none : `${numberWords(limits.gibPerWave)} GiB` },
    {
      id: 'pilot',
      title: 'Machines in the first wave',
      value: limits.pilotMachines === null ? 'no pilot' : numberWords(limits.pilotMachines),
    },
    {
      id: 'first-window',
      title: 'First window',
      value: limits.firstWindowStartsAt === null ? 'not set' : momentWords(limits.firstWindowStartsAt, timeZone),
    },
    {
      id: 'rhythm',
      title: 'Rhythm',
      value: `every ${countWords(limits.daysBetweenWindows, 'day')}, ${countWords(limits.windowHours, 'hour')} long, at the same local hour in ${limits.timeZone}`,
    },
    {
      id: 'only-ready',
      title: 'Only ready machines',
      value: limits.onlyReadyMachines
        ? 'yes: groups with a machine that is not ready are left out'
        : 'no: groups are planned whatever their readiness',
    },
    ...limits.precedences.map(({ before, after, kind }) => ({
      id: `order:${before}:${after}`,
      title: 'Order',
      value: `${titleOf(before)} must move ${kind === 'strict' ? 'in an earlier wave than' : 'not later than'} ${titleOf(after)}`,
    })),
    ...limits.pins.map(({ groupId, waveNumber }) => ({
      id: `pin:${groupId}`,
      title: 'Pin',
      value: `${titleOf(groupId)} moves in wave ${waveNumber}`,
    })),
  ];
}
