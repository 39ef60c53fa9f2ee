/** Resources that are stored as they are given, with the jobs that changing them starts. */
export interface ResourceKind {
  /** Words of the path, lower case, joined by `/`, names left out. */
  readonly path: string;
  readonly type: string;
  readonly create: string | null;
  readonly update: string | null;
  readonly remove: string | null;
  readonly purge: string | null;
  readonly seconds: number;
  /** Changed at once with 200, without a job. */
  readonly isImmediate?: boolean;
}

const BASE = 'Microsoft.RecoveryServices/vaults';
const FABRIC = 'replicationfabrics';
const CONTAINER = `${FABRIC}/replicationprotectioncontainers`;

const kind = (path: string, type: string, jobs: Partial<Omit<ResourceKind, 'path' | 'type'>> = {}): ResourceKind => ({
  path,
  type: `${BASE}/${type}`,
  create: null,
  update: null,
  remove: null,
  purge: null,
  seconds: 30,
  ...jobs,
});

export const RESOURCE_KINDS: readonly ResourceKind[] = [
  kind(FABRIC, 'replicationFabrics', { create: 'CreateSite', remove: 'UnregisterFabric', purge: 'PurgeVMM', seconds: 60 }),
  kind(CONTAINER, 'replicationFabrics/replicationProtectionContainers', { create: 'Other', remove: 'Other', seconds: 20 }),
  kind(
    `${CONTAINER}/replicationprotectioncontainermappings`,
    'replicationFabrics/replicationProtectionContainers/replicationProtectionContainerMappings',
    {
      create: 'AssociateProtectionProfile',
      update: 'Other',
      remove: 'DissociateProtectionProfile',
      purge: 'PurgeProtectionProfileAssociation',
      seconds: 60,
    },
  ),
  kind(`${CONTAINER}/replicationprotectableitems`, 'replicationFabrics/replicationProtectionContainers/replicationProtectableItems'),
  kind(`${CONTAINER}/replicationmigrationitems`, 'replicationFabrics/replicationProtectionContainers/replicationMigrationItems', {
    create: 'Other',
    update: 'Other',
    purge: 'Other',
  }),
  kind(
    `${CONTAINER}/replicationmigrationitems/migrationrecoverypoints`,
    'replicationFabrics/replicationProtectionContainers/replicationMigrationItems/migrationRecoveryPoints',
  ),
  kind(`${FABRIC}/replicationnetworks`, 'replicationFabrics/replicationNetworks'),
  kind(`${FABRIC}/replicationnetworks/replicationnetworkmappings`, 'replicationFabrics/replicationNetworks/replicationNetworkMappings', {
    create: 'NetworkPairing',
    update: 'NetworkPairing',
    purge: 'NetworkUnPairing',
  }),
  kind(`${FABRIC}/replicationlogicalnetworks`, 'replicationFabrics/replicationLogicalNetworks'),
  kind(`${FABRIC}/replicationrecoveryservicesproviders`, 'replicationFabrics/replicationRecoveryServicesProviders', {
    create: 'RegisterDra',
    remove: 'UnregisterDra',
    purge: 'PurgeDra',
  }),
  kind(`${FABRIC}/replicationvcenters`, 'replicationFabrics/replicationvCenters', {
    create: 'DiscoverVCenter',
    update: 'UpdateVCenter',
    purge: 'RemoveVCenter',
  }),
  kind(`${FABRIC}/replicationstorageclassifications`, 'replicationFabrics/replicationStorageClassifications'),
  kind(
    `${FABRIC}/replicationstorageclassifications/replicationstorageclassificationmappings`,
    'replicationFabrics/replicationStorageClassifications/replicationStorageClassificationMappings',
    {
      create: 'Other',
      purge: 'Other',
    },
  ),
  kind('replicationpolicies', 'replicationPolicies', {
    create: 'AddProtectionProfile',
    update: 'ModifyProtectionProfile',
    purge: 'RemoveProtectionProfile',
    seconds: 30,
  }),
  kind('replicationrecoveryplans', 'replicationRecoveryPlans', {
    create: 'SaveRecoveryPlan',
    update: 'UpdateRecoveryPlan',
    purge: 'DeleteRecoveryPlan',
    seconds: 10,
  }),
  kind('replicationalertsettings', 'replicationAlertSettings', { isImmediate: true }),
  kind('replicationvaultsettings', 'replicationVaultSettings', { isImmediate: true }),
  kind('replicationprotectionintents', 'replicationProtectionIntents', { isImmediate: true }),
  kind('replicationappliances', 'replicationAppliances'),
];

/** Lists over the whole vault of what hangs below fabrics: word -> kind. */
export const VAULT_WIDE: Readonly<Record<string, string>> = {
  replicationprotectioncontainers: CONTAINER,
  replicationprotectioncontainermappings: `${CONTAINER}/replicationprotectioncontainermappings`,
  replicationnetworks: `${FABRIC}/replicationnetworks`,
  replicationnetworkmappings: `${FABRIC}/replicationnetworks/replicationnetworkmappings`,
  replicationrecoveryservicesproviders: `${FABRIC}/replicationrecoveryservicesproviders`,
  replicationstorageclassifications: `${FABRIC}/replicationstorageclassifications`,
  replicationstorageclassificationmappings: `${FABRIC}/replicationstorageclassifications/replicationstorageclassificationmappings`,
  replicationvcenters: `${FABRIC}/replicationvcenters`,
  replicationmigrationitems: `${CONTAINER}/replicationmigrationitems`,
};
