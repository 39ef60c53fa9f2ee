import type { Command } from './registry.ts';

export interface CommandGroup {
  readonly group: Command['group'];
  readonly commands: readonly Command[];
}

/** Commands under their headings, in the order in which they were registered. */
export function groupCommands(commands: readonly Command[]): readonly CommandGroup[] {
  const groups = new Map<Command['group'], Command[]>();
  for (const command of commands) {
    const known = groups.get(command.group);
    if (known === undefined) groups.set(command.group, [command]);
    else known.push(command);
  }
  return [...groups].map(([group, members]) => ({ group, commands: members }));
}
