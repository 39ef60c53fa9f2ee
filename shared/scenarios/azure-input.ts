import type { SourceIds, TargetAdapter, TargetChoices } from '../domain/azure-target.ts';

/** Properties of a request body, as they go over the wire. */
export type Properties = Readonly<Record<string, unknown>>;

/** A body, or what is still missing for it, in words a person understands. */
export type Built = { readonly ok: true; readonly properties: Properties } | { readonly ok: false; readonly missing: readonly string[] };

export interface PolicyValues {
  readonly retentionHours: number;
  /** 0 = no application-consistent points. */
  readonly appConsistentHours: number;
}

export interface EnableValues {
  readonly policyId: string;
  readonly cacheStorageId: string;
  readonly source: Partial<SourceIds>;
  readonly target: TargetChoices;
  readonly disks: readonly { readonly id: string; readonly isLeftOut: boolean }[];
}

export interface ChangeValues {
  readonly target: TargetChoices;
  readonly adapters: readonly TargetAdapter[];
}

/** Where a classic item is moved to. */
export interface MoveValues {
  readonly vaultId: string;
  readonly fabricId: string;
  readonly applianceId: string;
}

/** `null` = newest: everything that was sent is processed first. */
export type RecoveryPointChoice = string | null;

/**
 * The provider-specific part of each request of a scenario. Pure: ids and choices in, body out. Whoever sends it decides
 * whether it may be sent (recipe, allowed operations); nothing here knows the network.
 */
export interface AzureInput {
  /** Name of the provider in the API. */
  readonly instanceType: string;
  readonly createPolicy: (values: PolicyValues) => Properties;
  /** `null`: new protection is refused by the service. */
  readonly enable: ((values: EnableValues) => Built) | null;
  readonly change: (values: ChangeValues) => Properties;
  readonly testFailover: (networkId: string, point: RecoveryPointChoice) => Properties;
  readonly failOver: {
    readonly call: 'unplannedFailover' | 'plannedFailover';
    /** `shutDownSource` is ignored where the service cannot shut the source down. */
    readonly body: (point: RecoveryPointChoice, shutDownSource: boolean) => Properties;
  };
  readonly applyRecoveryPoint: (pointId: string) => Properties;
  /** Ends replication. `completed`: after a failover that was accepted; else replication is given up. */
  readonly remove: (end: 'completed' | 'given-up') => Properties;
  /** Only for items that move to the modernized provider. */
  readonly moveToModernized?: (values: MoveValues) => Properties;
}

/** Members that are not undefined: absent means "not stated" to the service, too. */
export function stated(values: Properties): Properties {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const WORDS: Readonly<Record<keyof SourceIds, string>> = {
  discoveredMachineId: 'the machine as the appliance discovered it',
  processServerId: 'the process server of the appliance',
  runAsAccountId: 'the credential for the push installation',
  protectableItemId: 'the protectable item of the machine',
  hypervisorMachineId: 'the id of the machine on its host',
  machineName: 'the name of the machine on its host',
  osType: 'the operating system, Windows or Linux',
  systemDiskId: 'the system disk',
  azureMachineId: 'the Azure id of the source machine',
  recoveryContainerId: 'the container of the target region',
};

/** Ids a provider needs: all of them, or words for those that are not known. */
export function need<K extends keyof SourceIds>(
  source: Partial<SourceIds>,
  keys: readonly K[],
): { readonly ok: true; readonly ids: Pick<SourceIds, K> } | { readonly ok: false; readonly missing: readonly string[] } {
  const missing = keys.filter((key) => source[key] === undefined || source[key] === '');
  if (missing.length > 0) return { ok: false, missing: missing.map((key) => WORDS[key]) };
  return { ok: true, ids: Object.fromEntries(keys.map((key) => [key, source[key]])) as Pick<SourceIds, K> };
}
