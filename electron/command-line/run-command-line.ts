import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Client } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { App } from '../app-parts.ts';
import type { Command, Options, Outcome } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, overallHelp } from './help.ts';
import { createProgressBar } from './progress-bar.ts';

export type ExitCode = 0 | 1 | 2;

export interface CommandLineParts {
  /** Built only when a command runs: help and wrong usage need no app. */
  readonly startApp: () => App;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Columns of the terminal that shows errors, or `null` where there is none; only a terminal gets a progress bar. */
  readonly terminalColumns: () => number | null;
  /** Where the person is. */
  readonly currentFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** A host without a screen: arguments become calls, replies become text or JSON. Decides nothing else. */
export async function runCommandLine(args: readonly string[], parts: CommandLineParts): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return say(parts, overallHelp(commands));
  if (name === '--version') return say(parts, parts.version);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined)
    return blame(parts, name === undefined ? 'Name a command.' : `There is no command “${name}”.`, overallHelp(commands));
  const parsed = parse(command, rest);
  if (typeof parsed === 'string') return blame(parts, parsed, commandHelp(command));
  if (parsed.options.flag('help')) return say(parts, commandHelp(command));
  const { least, most } = command.positionals;
  if (parsed.positionals.length < least || parsed.positionals.length > (most ?? Infinity))
    return blame(parts, `The command “${command.name}” takes ${command.usage}, as below.`, commandHelp(command));
  return tell(parts, await runWithApp(command, parsed, parts), { command, asJson: parsed.options.flag('json') });
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly options: Options;
}

function parse(command: Command, args: readonly string[]): Parsed | string {
  try {
    const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const read = (option: string): unknown => (values as Readonly<Record<string, unknown>>)[option];
    const texts = (option: string): readonly string[] => [read(option) ?? []].flat().filter((value) => typeof value === 'string');
    return { positionals, options: { texts, text: (option) => texts(option).at(-1), flag: (option) => read(option) === true } };
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return `${sentence.replace(/\.$/, '')}.`;
  }
}

async function runWithApp(command: Command, parsed: Parsed, parts: CommandLineParts): Promise<Outcome> {
  const app = parts.startApp();
  const bar = createProgressBar(parts.writeError, () => parts.terminalColumns() ?? 80);
  const unsubscribe = parts.terminalColumns() === null ? () => undefined : app.hub.subscribe(bar.show);
  // `dispatch` checks the input; the types only say what it makes of it.
  const call = (async (method, input) => (await app.dispatch(method, input, parts.signal)) as Reply<never>) as Client['call'];
  try {
    return await command.run({
      call,
      ...parsed,
      pathOf: (named) => path.resolve(parts.currentFolder, named),
      environment: parts.environment,
    });
  } finally {
    unsubscribe();
    bar.clear();
    await app.close();
  }
}

function tell(
  parts: CommandLineParts,
  outcome: Outcome,
  { command, asJson }: { readonly command: Command; readonly asJson: boolean },
): ExitCode {
  if (outcome.kind === 'wrong-usage') return blame(parts, outcome.sentence, commandHelp(command));
  if (asJson && outcome.json !== undefined) parts.writeOut(`${JSON.stringify(outcome.json, null, 2)}\n`);
  else if (!asJson && outcome.text !== undefined && outcome.text !== '') parts.writeOut(`${outcome.text}\n`);
  if (outcome.kind === 'done') return 0;
  parts.writeError(`${outcome.failure.detail}\n`);
  return 1;
}

function say(parts: CommandLineParts, text: string): ExitCode {
  parts.writeOut(`${text}\n`);
  return 0;
}

function blame(parts: CommandLineParts, sentence: string, help: string): ExitCode {
  parts.writeError(`${sentence}\n\n${help}\n`);
  return 2;
}
