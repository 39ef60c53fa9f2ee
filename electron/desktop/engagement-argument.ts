import path from 'node:path';

/** The engagement file among the arguments of a start (double click, second start), as a full path; `null` when there is none. */
export function engagementArgument(args: readonly string[], workingFolder: string): string | null {
  // The first argument is the program; switches are for Electron and Chromium.
  const file = args.slice(1).findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.landfall'));
  return file === undefined ? null : path.resolve(workingFolder, file);
}
