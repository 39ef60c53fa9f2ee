import type { AzureHostParts } from './azure-parts.ts';
import type { Dispatch, EventHub, HostKind } from './host/handlers.ts';
import type { ForkWorker } from './workers/worker-process.ts';

/** The technical log: redacts before writing, never holds customer rows. Not the journal. */
export interface Log {
  readonly info: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** Native file dialogs, where the host has them. `null` = the person cancelled. */
export interface Dialogs {
  readonly chooseOpen: () => Promise<string | null>;
  readonly chooseCreate: (suggestedName: string) => Promise<string | null>;
}

/** What an entry (Electron, loopback, command line, test) hands to `assemble`. */
export interface AppParts {
  readonly hostKind: HostKind;
  readonly appVersion: string;
  /** Preferences, recent list, log and temporary files. */
  readonly userDataFolder: string;
  /** Where new engagements go unless told otherwise. */
  readonly documentsFolder: string;
  /** Read-only files that come with the app (sample estate, templates). */
  readonly resourcesFolder: string;
  readonly machineName: string;
  readonly personName: string;
  readonly fork: ForkWorker;
  readonly dialogs: Dialogs | null;
  readonly log: Log;
  /** Network, encryption and browser for signing in to Azure. */
  readonly azure: AzureHostParts;
  /** Tests hand in a clock; without one it is the computer's. */
  readonly now?: () => Date;
}

export interface App {
  readonly dispatch: Dispatch;
  readonly hub: EventHub;
  /** Closes the engagement (its file alone is then complete) and removes temporary files. */
  readonly close: () => Promise<void>;
}
