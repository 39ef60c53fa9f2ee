import type { Command } from './command.ts';

export function overallHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => `${command.name} ${command.usage}`.length));
  const lines = commands.map((command) => `  ${`${command.name} ${command.usage}`.padEnd(width)}  ${command.summary}`);
  return [
    'Landfall plans, rehearses, runs and proves migrations to Azure with Site Recovery.',
    '',
    'Usage: landfall COMMAND [ARGUMENTS] [--json]',
    '',
    ...lines,
    '',
    'landfall COMMAND --help tells the options of a command. --json writes what a program can read.',
    'Exit codes: 0 done, 1 refused (the reason stands on the error output), 2 wrong usage.',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options = [...Object.entries(command.optionHelp), ['json', 'write what a program can read'], ['help', 'show this help']] as const;
  const width = Math.max(...options.map(([option]) => option.length));
  return [
    command.summary,
    '',
    `Usage: landfall ${command.name} ${command.usage} [OPTIONS]`,
    '',
    ...options.map(([option, what]) => `  --${option.padEnd(width)}  ${what}`),
  ].join('\n');
}
