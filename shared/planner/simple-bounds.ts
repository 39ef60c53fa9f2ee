import type { Dates } from './calendar/spread-dates.ts';
import type { BoundCertificate, PlanBound } from './model.ts';
import { objectiveOfWaves, type Problem } from './problem.ts';

/** Bounds that follow from sums, chains and dates, best first; always at least the trivial one. */
export function simpleBounds(problem: Problem, dates: Dates): PlanBound[] {
  if (problem.count === 0) return [{ value: 0, certificate: { kind: 'none' }, reason: 'There is nothing to move.' }];
  const trivial: PlanBound = {
    value: problem.isEarliestFinish ? 1 : Math.max(1, problem.required.length),
    certificate: { kind: 'none' },
    reason: 'What has to move needs at least one wave.',
  };
  const bounds = [trivial, chainBound(problem), ...volumeBounds(problem, dates)];
  if (problem.isEarliestFinish) bounds.push(dateBound(problem, dates));
  return bounds.toSorted((a, b) => b.value - a.value);
}

export function titleOf({ input, members }: Problem, item: number): string {
  const ids = members[item]!;
  const titles = ids.map((id) => input.groups.find((group) => group.id === id)?.title ?? id);
  return titles.length > 3 ? `${titles[0]} with ${titles.length - 1} others` : titles.join(' with ');
}

export function waveWords(count: number): string {
  return count === 1 ? '1 wave' : `${count.toLocaleString('en')} waves`;
}

function volumeBounds(problem: Problem, dates: Dates): PlanBound[] {
  const { input, isEarliestFinish, windows } = problem;
  return input.resources.flatMap((_, dimension) => {
    const whole = volumeBound(problem, dates, dimension, 0);
    if (!isEarliestFinish) return [whole];
    // Late starters: what cannot stand before a window has only the windows from there on.
    const starts = [...new Set(dates.earliest)].filter((window) => window > 0 && window < windows);
    return [whole, ...starts.map((from) => volumeBound(problem, dates, dimension, from))];
  });
}

function volumeBound(problem: Problem, { earliest }: Dates, dimension: number, from: number): PlanBound {
  const { input, count, dimensions, demand, windows, capacity, isStock, isEarliestFinish, placeOf, required } = problem;
  const resource = input.resources[dimension]!;
  let total = 0;
  for (let item = 0; item < count; item += 1) if (earliest[item]! >= from) total += demand[item * dimensions + dimension]!;
  const roomAt = (window: number): number => capacity[window * dimensions + dimension]!;
  const open = Array.from({ length: windows - from }, (_, at) => from + at);
  const isPrefix = isStock[dimension] === true;
  if (!isEarliestFinish) open.sort((a, b) => Number(required.includes(b)) - Number(required.includes(a)) || roomAt(b) - roomAt(a));
  const rooms = open.map(roomAt);
  let used = 0;
  let rest = total;
  while (used < rooms.length && rest > 0) {
    rest = isPrefix ? total - rooms[used]! : rest - rooms[used]!;
    used += 1;
  }
  if (isPrefix && !isEarliestFinish) used = Math.min(used, 1);
  const value = !isEarliestFinish || used === 0 ? used : placeOf[from + used - 1]! + 1;
  const fromWindow = from === 0 ? undefined : input.windows[placeOf[from]!];
  const certificate: BoundCertificate = {
    kind: 'volume',
    resourceId: resource.id,
    ...(fromWindow === undefined ? {} : { fromWindowId: fromWindow.id }),
  };
  const largest = Math.max(0, ...rooms.filter((room) => Number.isFinite(room)));
  const start = `${total.toLocaleString('en')} ${resource.unit} have to move`;
  const reason = isEarliestFinish
    ? `${start}${fromWindow === undefined ? '' : ` from ${fromWindow.title} on`}, which fills the windows up to ${input.windows[value - 1]?.title ?? `number ${value}`}.`
    : `${start} and a wave takes at most ${largest.toLocaleString('en')}, so at least ${waveWords(value)} are needed.`;
  return { value, certificate, reason };
}

function chainBound(problem: Problem): PlanBound {
  const { count, previous, members } = problem;
  const length = new Int32Array(count);
  const from = new Int32Array(count).fill(-1);
  const measure = (start: number): void => {
    // Depth first without recursion: chains may be thousands long.
    const path = [start];
    while (path.length > 0) {
      const item = path.at(-1)!;
      const open = previous[item]!.find((link) => length[link.item] === 0);
      if (open !== undefined) {
        path.push(open.item);
        continue;
      }
      path.pop();
      length[item] = 1;
      for (const link of previous[item]!) {
        const through = length[link.item]! + (link.isStrict ? 1 : 0);
        if (through <= length[item]) continue;
        length[item] = through;
        from[item] = link.item;
      }
    }
  };
  let end = 0;
  for (let item = 0; item < count; item += 1) {
    if (length[item] === 0) measure(item);
    if (length[item]! > length[end]!) end = item;
  }
  const chain: number[] = [];
  for (let at = end; at !== -1; at = from[at]!) chain.unshift(at);
  const waves = length[end]!;
  const titles = chain.map((item) => titleOf(problem, item));
  return {
    value: objectiveOfWaves(problem, waves),
    certificate: { kind: 'chain', groupIds: chain.map((item) => members[item]![0]!) },
    reason: `${titles.join(', then ')} must move one after another, so at least ${waveWords(waves)} are needed.`,
  };
}

function dateBound(problem: Problem, { earliest }: Dates): PlanBound {
  const { placeOf, members, windows } = problem;
  const last = earliest.reduce((best, window, item) => (window < windows && window > earliest[best]! ? item : best), 0);
  const value = placeOf[Math.min(earliest[last]!, windows - 1)]! + 1;
  const reason = `${titleOf(problem, last)} cannot move before window ${value}, by its dates and what must come first.`;
  return { value, certificate: { kind: 'dates', groupId: members[last]![0]! }, reason };
}
