import path from 'node:path';

import type { Dialogs } from '../app-parts.ts';

interface Filter {
  readonly name: string;
  readonly extensions: string[];
}

/** What is needed of Electron's dialogs, already bound to the window. */
interface SystemDialogs {
  readonly showOpenDialog: (options: {
    readonly title: string;
    readonly defaultPath: string;
    readonly filters: Filter[];
    readonly properties: 'openFile'[];
  }) => Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>;
  readonly showSaveDialog: (options: {
    readonly title: string;
    readonly defaultPath: string;
    readonly filters: Filter[];
  }) => Promise<{ readonly canceled: boolean; readonly filePath: string }>;
}

const ENGAGEMENTS: Filter = { name: 'Landfall engagements', extensions: ['landfall'] };

/** The system's own file dialogs. Each begins where the last one ended. */
export function createNativeDialogs(system: SystemDialogs, firstFolder: string): Dialogs {
  let folder = firstFolder;
  const remember = (file: string): string => {
    folder = path.dirname(file);
    return file;
  };
  return {
    async chooseOpen() {
      const chosen = await system.showOpenDialog({
        title: 'Open an engagement',
        defaultPath: folder,
        filters: [ENGAGEMENTS],
        properties: ['openFile'],
      });
      const [file] = chosen.filePaths;
      return chosen.canceled || file === undefined ? null : remember(file);
    },
    async chooseCreate(suggestedName) {
      const chosen = await system.showSaveDialog({
        title: 'Where to keep the new engagement',
        defaultPath: path.join(folder, suggestedName),
        filters: [ENGAGEMENTS],
      });
      return chosen.canceled || chosen.filePath === '' ? null : remember(chosen.filePath);
    },
  };
}
