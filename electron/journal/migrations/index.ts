import { initialMigration } from './001-initial.ts';

/** One change of the file format; run in a transaction of its own, in order of `version`. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [initialMigration];
