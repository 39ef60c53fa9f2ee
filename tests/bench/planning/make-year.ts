import type { PlanGroup, PlanInput, PlanPrecedence, PlanWindow } from '../../../shared/planner/model.ts';

const GROUPS = 1500;
const MACHINES = 10_000;
const WEEKS = 52;
const FROZEN: readonly number[] = [15, 16, 25, 50, 51];

/**
 * A large customer's year: 10,000 machines in 1,500 groups, a window every week, five of them frozen, and a pilot first. Five
 * resources, of which the quota is a stock that grows; orders, conflicts, dates and pins. The same seed makes the same year.
 */
export function makeYear(seed: number): PlanInput {
  const random = numbers(seed);
  const sizes = shares(random);
  const groups = sizes.map((machines, index): PlanGroup => {
    const isCritical = random() < 0.08;
    const gib = Math.ceil(machines * (40 + 400 * random() ** 2));
    const base = {
      id: name(index),
      title: `Group ${index + 1}`,
      demands: [machines, gib, machines * 20, machines * 4, isCritical ? 1 : 0],
    };
    if (random() < 0.02) return { ...base, earliestWindowId: `w${6 + Math.floor(random() * 15)}` };
    if (random() < 0.02) return { ...base, latestWindowId: `w${30 + Math.floor(random() * 20)}` };
    return base;
  });
  const any = (): number => Math.floor(random() * GROUPS);
  const precedences = Array.from({ length: 500 }, (): PlanPrecedence => {
    const [before, after] = [any(), any()].toSorted((a, b) => a - b);
    return { before: name(before!), after: name(after!), kind: random() < 0.4 ? 'strict' : 'weak' };
  }).filter(({ before, after }) => before !== after);
  const conflicts = Array.from({ length: 300 }, () => [name(any()), name(any())] as const).filter(([a, b]) => a !== b);
  return {
    resources: [
      { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
      { id: 'gib', title: 'Data over the line', unit: 'GiB', kind: 'per-window' },
      { id: 'minutes', title: 'Cutover minutes', unit: 'minutes', kind: 'per-window' },
      { id: 'vcpu', title: 'Quota', unit: 'vCPU', kind: 'stock' },
      { id: 'critical', title: 'Critical systems', unit: 'systems', kind: 'per-window' },
    ],
    windows: Array.from({ length: WEEKS }, (_, week) => windowOf(week)),
    groups,
    precedences,
    conflicts,
    together: [],
    objective: 'fewest-waves',
  };
}

function windowOf(week: number): PlanWindow {
  const isPilot = week === 0;
  const size = isPilot ? 0.1 : week % 4 === 3 ? 1.3 : 1;
  return {
    id: `w${week + 1}`,
    title: `Week ${week + 1}`,
    isFrozen: FROZEN.includes(week),
    ...(isPilot ? { isRequired: true } : {}),
    capacities: [280, 60_000, 6000, Infinity, 6].map((room, at) => (at === 3 ? 6000 + 1500 * week : Math.floor(room * size))),
  };
}

/** How the machines are spread: a few large groups, many small ones. */
function shares(random: () => number): number[] {
  const weights = Array.from({ length: GROUPS }, () => random() ** 3 + 0.02);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * MACHINES)));
  for (let left = MACHINES - sizes.reduce((total, size) => total + size, 0), at = 0; left > 0; left -= 1, at += 1) sizes[at % GROUPS]! += 1;
  return sizes;
}

function name(index: number): string {
  return `g${String(index + 1).padStart(4, '0')}`;
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
