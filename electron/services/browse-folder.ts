import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import { ENGAGEMENT_ENDING } from '../../shared/domain/engagement-file-name.ts';

/** Sub-folders and engagement files of one folder, for hosts without a native file dialog. Hidden folders are left out. */
export async function browseFolder(folder: string): Promise<Reply<MethodOutput<'engagement.browse'>>> {
  if (!path.isAbsolute(folder)) return failed('invalid-input', 'folder: give the full path of the folder.');
  const absolute = path.resolve(folder);
  try {
    const entries = await readdir(absolute, { withFileTypes: true });
    const visible = entries.filter((entry) => !entry.name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const files = await Promise.all(
      visible
        .filter((entry) => entry.isFile() && entry.name.endsWith(ENGAGEMENT_ENDING))
        .map(async (entry) => {
          const filePath = path.join(absolute, entry.name);
          const { size, mtime } = await stat(filePath);
          return { name: entry.name, path: filePath, sizeBytes: size, changedAt: mtime.toISOString() };
        }),
    );
    const parent = path.dirname(absolute);
    return success({
      folder: absolute,
      parent: parent === absolute ? null : parent,
      folders: visible.filter((entry) => entry.isDirectory()).map((entry) => ({ name: entry.name, path: path.join(absolute, entry.name) })),
      files,
    });
  } catch {
    return failed('not-found', `The folder ${absolute} cannot be read. Choose another one.`);
  }
}
