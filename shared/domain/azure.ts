import type { ItemScope } from './engagement.ts';
import type { Instant, MachineId, Sha256, StepId } from './ids.ts';

export const CLOUD_IDS = ['public', 'us-government', 'china'] as const;
export type CloudId = (typeof CLOUD_IDS)[number];

/** Where an engagement works in Azure. Once a tenant and subscription stand here, nothing is sent to any other. */
export interface AzureTarget {
  readonly cloud: CloudId;
  readonly tenantId: string;
  readonly accountName: string;
  readonly clientId: string;
  readonly subscriptionId: string | null;
  readonly subscriptionName: string | null;
  readonly vaultId: string | null;
}

/** What was last read of a vault; the state itself is the attachment. */
export interface AzureRead {
  readonly sha256: Sha256;
  readonly vaultId: string;
  readonly readAt: Instant;
  readonly by: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What Azure's data said about a checklist item when they were last read. */
export interface AzureCheck {
  readonly stepId: StepId;
  readonly scope: ItemScope;
  readonly verdict: 'done' | 'not-done' | 'unknown';
  readonly text: string;
  /** Which resources and properties were looked at. */
  readonly read: readonly string[];
  readonly readAt: Instant;
  readonly by: string;
  /** When Azure last showed it done; a later "not done" is drift. `null` = never. */
  readonly lastDoneAt: Instant | null;
  readonly stateSha256: Sha256;
}

/** A person's word on which machine an item is. `machineId: null` = none of the inventory. */
export interface MatchDecision {
  readonly itemId: string;
  readonly machineId: MachineId | null;
  readonly by: string;
  readonly at: Instant;
}

/** One side of the engagement's dealings with Azure: the real one, or the rehearsal. They never mix. */
export interface AzureSide {
  readonly read: AzureRead | null;
  /** By `markKey`. */
  readonly checks: ReadonlyMap<string, AzureCheck>;
  /** By item id in lower case: the service changes the case of ids. */
  readonly matches: ReadonlyMap<string, MatchDecision>;
}

export interface EngagementAzure {
  readonly target: AzureTarget | null;
  /** The engagement talks to the simulator of this computer. Nothing of it counts as done. */
  readonly isRehearsing: boolean;
  readonly real: AzureSide;
  readonly rehearsal: AzureSide;
}

const EMPTY_SIDE: AzureSide = { read: null, checks: new Map(), matches: new Map() };
export const NO_AZURE: EngagementAzure = { target: null, isRehearsing: false, real: EMPTY_SIDE, rehearsal: EMPTY_SIDE };

/** The side that is worked with now. */
export function azureSide(azure: EngagementAzure): AzureSide {
  return azure.isRehearsing ? azure.rehearsal : azure.real;
}
