/** Best plan and proven bound at a moment of planning. */
export interface Standing {
  readonly elapsedMs: number;
  readonly upper: number | null;
  readonly lower: number;
  readonly by: string;
}

/** The two lines of the chart as points in percent of its width and height; the higher a line, the more waves. */
export interface CourseLines {
  readonly upper: string;
  readonly lower: string;
  /** Waves at the top and at the bottom of the chart. */
  readonly most: number;
  readonly least: number;
}

/** Steps, not slopes: between two findings nothing is known to change. `null` before there is anything to draw. */
export function courseLines(course: readonly Standing[], untilMs: number): CourseLines | null {
  const first = course[0];
  if (first === undefined) return null;
  const values = course.flatMap(({ upper, lower }) => (upper === null ? [lower] : [upper, lower]));
  const most = Math.max(...values);
  const least = Math.max(0, Math.min(...values) - 1);
  const span = Math.max(1, most - least);
  const end = Math.max(untilMs, course.at(-1)?.elapsedMs ?? 0, 1);
  const x = (ms: number): string => ((Math.max(0, ms) / end) * 100).toFixed(2);
  const y = (waves: number): string => (100 - ((waves - least) / span) * 100).toFixed(2);
  const steps = (points: readonly { readonly at: number; readonly value: number }[]): string =>
    points
      .flatMap(({ at, value }, index) => {
        const next = points[index + 1]?.at ?? end;
        return [`${x(at)},${y(value)}`, `${x(next)},${y(value)}`];
      })
      .join(' ');
  return {
    upper: steps(course.flatMap(({ elapsedMs, upper }) => (upper === null ? [] : [{ at: elapsedMs, value: upper }]))),
    lower: steps(course.map(({ elapsedMs, lower }) => ({ at: elapsedMs, value: lower }))),
    most,
    least,
  };
}
