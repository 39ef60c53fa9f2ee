import type { ParseArgsOptionsConfig } from 'node:util';

import type { Client } from '../../shared/contract/client.ts';
import type { Failure } from '../../shared/contract/failure.ts';

/** How a command ended. What a refused command did before it was refused is told as well. */
export type Outcome =
  | { readonly kind: 'done'; readonly json: unknown; readonly text: string }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly json?: unknown; readonly text?: string }
  | { readonly kind: 'wrong-usage'; readonly sentence: string };

export interface CommandInput {
  readonly call: Client['call'];
  readonly positionals: readonly string[];
  readonly options: Options;
  /** Full path of something the person named relative to where they are. */
  readonly pathOf: (named: string) => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Values of options, by name; absent ones are not there. */
export interface Options {
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
}

/** One command: words, options and what it does with calls of the contract. Knows neither services nor the terminal. */
export interface Command {
  readonly name: string;
  /** Positional arguments as the usage line shows them, e.g. `ENGAGEMENT FILE...`. */
  readonly usage: string;
  readonly summary: string;
  /** `most: null` = any number. */
  readonly positionals: { readonly least: number; readonly most: number | null };
  readonly options: ParseArgsOptionsConfig;
  /** Option -> what it does, for the help. */
  readonly optionHelp: Readonly<Record<string, string>>;
  readonly run: (input: CommandInput) => Promise<Outcome>;
}

export function done(json: unknown, text: string): Outcome {
  return { kind: 'done', json, text };
}

export function refused(failure: Failure, soFar?: { readonly json: unknown; readonly text: string }): Outcome {
  return { kind: 'refused', failure, ...soFar };
}

export function wrongUsage(sentence: string): Outcome {
  return { kind: 'wrong-usage', sentence };
}
