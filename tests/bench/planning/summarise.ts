import type { Measurement } from './measure-instance.ts';

export interface SetSummary {
  readonly set: string;
  readonly instances: number;
  /** Plan equals bound. */
  readonly proven: number;
  /** Of these, bounds that the checker verified by itself. */
  readonly confirmed: number;
  /** Plans that reach the best known number of waves (or the proven bound where none is published). */
  readonly reached: number;
  readonly better: number;
  readonly meanGap: number;
  /** Most waves above the best known. */
  readonly maxAbove: number;
  readonly meanWallMs: number;
  readonly meanCpuMs: number;
  readonly maxFirstPlanMs: number;
  readonly maxMemoryMiB: number;
  readonly withoutPlan: number;
  readonly invalid: number;
  /** Our bound is above a published plan: one of the two is wrong. */
  readonly contradicted: number;
  /** Our plan, accepted by the checker, is below a published bound: that bound is wrong. */
  readonly refuted: number;
  /** Waves of the simple greedy planner for each of ours, over the instances where both have a plan. */
  readonly greedyRatio: number;
  readonly greedyWithout: number;
}

export function summarise(set: string, rows: readonly Measurement[]): SetSummary {
  const count = (test: (row: Measurement) => boolean): number => rows.filter(test).length;
  const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
  const planned = rows.flatMap((row) => (row.upper === null ? [] : [{ ...row, upper: row.upper }]));
  const both = planned.filter((row) => row.greedy !== null);
  const bestOf = (row: Measurement): number => row.published?.upper ?? row.lower;
  return {
    set,
    instances: rows.length,
    proven: planned.filter((row) => row.upper === row.lower).length,
    confirmed: planned.filter((row) => row.upper === row.lower && row.isBoundConfirmed).length,
    reached: planned.filter((row) => row.upper <= bestOf(row)).length,
    better: planned.filter((row) => row.published !== null && row.upper < row.published.upper).length,
    meanGap: mean(planned.map((row) => (row.upper - row.lower) / Math.max(1, row.lower))),
    maxAbove: Math.max(0, ...planned.map((row) => row.above ?? 0)),
    meanWallMs: mean(rows.map((row) => row.wallMs)),
    meanCpuMs: mean(rows.map((row) => row.cpuMs)),
    maxFirstPlanMs: Math.max(0, ...rows.map((row) => row.firstPlanMs ?? 0)),
    maxMemoryMiB: Math.max(0, ...rows.map((row) => row.memoryMiB)),
    withoutPlan: rows.length - planned.length,
    invalid: count((row) => row.problem !== null),
    contradicted: count((row) => isContradicting(row)),
    refuted: count((row) => isRefuting(row)),
    greedyRatio: sum(both.map((row) => row.greedy ?? 0)) / Math.max(1, sum(both.map((row) => row.upper))),
    greedyWithout: count((row) => row.greedy === null),
  };
}

/** Our bound says that a published plan cannot exist. */
export function isContradicting({ published, lower }: Measurement): boolean {
  return published !== null && lower > published.upper;
}

/** Our plan says that a published bound cannot hold; the checker has accepted the plan. */
export function isRefuting({ published, upper, problem }: Measurement): boolean {
  return published !== null && problem === null && upper !== null && upper < published.lower;
}

export function tableOf(summaries: readonly SetSummary[]): string {
  const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
  const columns: readonly (readonly [string, (summary: SetSummary) => string])[] = [
    ['set', (s) => s.set],
    ['n', (s) => `${s.instances}`],
    ['proven', (s) => `${s.proven}`],
    ['confirmed', (s) => `${s.confirmed}`],
    ['best value', (s) => `${s.reached}`],
    ['better', (s) => `${s.better}`],
    ['mean gap', (s) => percent(s.meanGap)],
    ['max above', (s) => `${s.maxAbove}`],
    ['time ms', (s) => s.meanWallMs.toFixed(0)],
    ['cpu ms', (s) => s.meanCpuMs.toFixed(0)],
    ['first plan ms', (s) => s.maxFirstPlanMs.toFixed(0)],
    ['memory MiB', (s) => s.maxMemoryMiB.toFixed(0)],
    ['no plan', (s) => `${s.withoutPlan}`],
    ['invalid', (s) => `${s.invalid}`],
    ['contradicted', (s) => `${s.contradicted}`],
    ['refuted', (s) => `${s.refuted}`],
    ['greedy waves', (s) => `x ${s.greedyRatio.toFixed(3)}`],
    ['greedy none', (s) => `${s.greedyWithout}`],
  ];
  const rows = [columns.map(([title]) => title), ...summaries.map((summary) => columns.map(([, show]) => show(summary)))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]!.length)));
  return rows
    .map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!))).join('  '))
    .join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
