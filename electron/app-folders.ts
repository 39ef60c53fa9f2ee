import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the place of folders depends on; handed in, so that all three systems can be tested on one. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface AppFolders {
  /** Preferences, recent list, log, temporary files. */
  readonly userDataFolder: string;
  /** Where new engagements go unless told otherwise. */
  readonly documentsFolder: string;
}

/**
 * The same folders in every host, so that desktop app, browser and command line share the laptop's id, preferences and recent
 * list. `LANDFALL_USER_DATA` and `LANDFALL_DOCUMENTS` put them elsewhere, e.g. on an encrypted volume.
 */
export function appFolders({ platform, homeFolder, environment }: Surroundings): AppFolders {
  const documents = path.join(homeFolder, 'Documents');
  return {
    userDataFolder: environment['LANDFALL_USER_DATA'] ?? path.join(settingsFolder({ platform, homeFolder, environment }), 'Landfall'),
    documentsFolder: environment['LANDFALL_DOCUMENTS'] ?? (existsSync(documents) ? documents : homeFolder),
  };
}

function settingsFolder({ platform, homeFolder, environment }: Surroundings): string {
  if (platform === 'win32') return environment['APPDATA'] ?? path.join(homeFolder, 'AppData', 'Roaming');
  if (platform === 'darwin') return path.join(homeFolder, 'Library', 'Application Support');
  return environment['XDG_CONFIG_HOME'] ?? path.join(homeFolder, '.config');
}
