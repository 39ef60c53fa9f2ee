import { assertNever } from '../../shared/domain/assert-never.ts';
import type { UnreadableEntry } from '../../shared/journal/parse-entry.ts';
import type { FileHeader } from './file-header.ts';

export function damagedSentence(fileName: string): string {
  return `${fileName} is damaged and was not opened; nothing in it was changed. Open the newest backup copy, or a colleague's copy of the file.`;
}

export function newerSentence(fileName: string, version: number, newestVersion: number): string {
  return `${fileName} was written by a newer Landfall (file format ${version}, this one knows ${newestVersion}). It was not changed; update Landfall to open it.`;
}

/** The file itself may be sound; only a copy could have told without touching it. */
export function noCopySentence(fileName: string, folder: string, code: string): string {
  return `${fileName} has to be looked at in a copy first, and none could be made in ${folder} (${code}). It was not changed; free some space there and open it again.`;
}

/** Why a file with this header is not opened, or `null`. Judged by its first bytes alone. */
export function refusalOf(header: FileHeader, fileName: string, newestVersion: number): string | null {
  switch (header.kind) {
    case 'missing':
      return `${fileName} is not there any more. Look whether it was moved or renamed.`;
    case 'folder':
      return `${fileName} is a folder. Choose an engagement file, which ends in .landfall.`;
    case 'empty':
      return `${fileName} is empty, so there is no engagement in it. It was not changed; look for a backup copy.`;
    case 'not-sqlite':
      return `${fileName} is not a Landfall engagement (or its first bytes are damaged). It was not changed.`;
    case 'other-sqlite':
      return `${fileName} is a database of another program, not a Landfall engagement. It was not changed.`;
    case 'unreadable':
      return `${fileName} cannot be read. Check its permissions and the disk it is on.`;
    case 'engagement':
      return header.version > newestVersion ? newerSentence(fileName, header.version, newestVersion) : null;
    default:
      return assertNever(header);
  }
}

/** Why a file with this entry is opened for reading only. */
export function unreadableSentence({ entryId, kind, reason }: UnreadableEntry): string {
  return reason === 'unknown-kind'
    ? `A newer Landfall wrote entry ${entryId} (${kind}), so this file is open for reading only. Update Landfall to go on working with it.`
    : `Entry ${entryId} (${kind}) cannot be understood, so this file is open for reading only. Run Verify in the journal to see what was changed.`;
}
