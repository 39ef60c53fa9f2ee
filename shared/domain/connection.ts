import type { Instant } from './ids.ts';

/** One end of a connection as a source names it; which machine it is gets decided when the state is folded. */
export interface ConnectionEnd {
  readonly name?: string;
  readonly address?: string;
  readonly application?: string;
  readonly process?: string;
}

/** Traffic that a source saw: `from` opened it, `to` listens on `port`. */
export interface ImportedConnection {
  readonly from: ConnectionEnd;
  readonly to: ConnectionEnd;
  readonly port?: number;
  readonly protocol?: string;
  /** How often it was seen, where the source counts. */
  readonly count?: number;
  readonly seenAt?: Instant;
  /** Sheet row it was first read from; 1 is the header. */
  readonly row: number;
}

/** An application of a portfolio list. */
export interface ImportedApplication {
  readonly name: string;
  readonly description?: string;
  readonly owner?: string;
  readonly businessService?: string;
  readonly criticality?: string;
  /** Names of applications that it calls. */
  readonly dependsOn: readonly string[];
  readonly row: number;
}
