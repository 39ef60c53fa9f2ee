/** One number that went into an estimate, with its unit; `null` where it is unknown. */
export interface EstimateInput {
  readonly name: string;
  readonly value: number | string | null;
  readonly unit: string;
}

/** A number that can be looked into: what it was computed from, how, and who says so. `null` where an input is missing. */
export interface Estimate {
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly inputs: readonly EstimateInput[];
  /** The formula in words and signs. */
  readonly formula: string;
  /** Article the formula or its figures come from; `Landfall` for our own assumptions. */
  readonly source: string;
  /** Inputs without which nothing can be said. */
  readonly missing: readonly string[];
}

type Range = readonly [low: number, likely: number, high: number];
type About = Pick<Estimate, 'unit' | 'inputs' | 'formula' | 'source'>;

export function estimated([low, likely, high]: Range, about: About): Estimate {
  return { low: tidy(low), likely: tidy(likely), high: tidy(high), missing: [], ...about };
}

export function notEstimated(missing: readonly string[], about: About): Estimate {
  return { low: null, likely: null, high: null, missing, ...about };
}

/** Two decimals for small numbers, whole ones for large: nobody plans with hundredths of a day. */
function tidy(value: number): number {
  const factor = value < 100 ? 100 : 1;
  return Math.round(value * factor) / factor;
}

export function input(name: string, value: number | string | null | undefined, unit: string): EstimateInput {
  return { name, value: typeof value === 'number' ? tidy(value) : (value ?? null), unit };
}
