import type { ItemChange } from '../../../../electron/azure/site-recovery.ts';
import type { EstateVault } from '../../../../electron/simulator/estate-vault.ts';
import type { Estate } from '../../../../electron/simulator/estate.ts';
import type { AzureInput } from '../../../../shared/scenarios/azure-input.ts';
import { azureInput as physicalInput } from '../../../../shared/scenarios/on-premises/physical/azure-input.ts';
import { azureInput as vmwareInput } from '../../../../shared/scenarios/on-premises/vmware/azure-input.ts';
import { azureToAzureInput } from '../../../../shared/scenarios/providers/azure-to-azure.ts';
import { hyperVReplicaAzureInput } from '../../../../shared/scenarios/providers/hyper-v-replica-azure.ts';
import { inMageAzureV2Input } from '../../../../shared/scenarios/providers/in-mage-azure-v2.ts';

export interface Life {
  readonly title: string;
  readonly provider: EstateVault['provider'];
  readonly input: AzureInput;
}

export const LIVES: readonly Life[] = [
  { title: 'VMware, modernized', provider: 'InMageRcm', input: vmwareInput },
  { title: 'physical and AWS', provider: 'InMageRcm', input: physicalInput },
  { title: 'classic vault', provider: 'InMageAzureV2', input: inMageAzureV2Input },
  { title: 'Hyper-V', provider: 'HyperVReplicaAzure', input: hyperVReplicaAzureInput },
  { title: 'cross-region', provider: 'A2A', input: azureToAzureInput },
];

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
export const VAULT = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-vault', vault: 'vault1' };
const arm = (provider: string, rest: string): string => `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/${provider}/${rest}`;

/** The changes of a whole life, in order: what the scenarios send. */
export function stepsOf({ input }: Life, estate: Estate): ItemChange[] {
  return [
    { kind: 'enable', properties: enableBody(input, estate) },
    {
      kind: 'update',
      properties: input.change({
        target: {
          resourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-target`,
          diskType: 'Standard_LRS',
          machineName: 'new-name',
        },
        adapters: [],
      }),
    },
    { kind: 'test-failover', properties: input.testFailover(arm('Microsoft.Network', 'virtualNetworks/test'), null) },
    { kind: 'clean-up-test', comments: 'all good' },
    {
      kind: input.failOver.call === 'plannedFailover' ? 'planned-failover' : 'unplanned-failover',
      properties: input.failOver.body(null, true),
    },
    { kind: 'commit' },
    { kind: 'remove', properties: input.remove('completed') },
  ];
}

/** How the requests of a change look, for a fault to find them. */
export function requestOf(kind: ItemChange['kind']): { readonly method: string; readonly path: string } {
  const found = REQUESTS[kind];
  if (found === undefined) throw new Error(`${kind} is no step of a life`);
  return found;
}

const REQUESTS: Readonly<Partial<Record<ItemChange['kind'], { readonly method: string; readonly path: string }>>> = {
  enable: { method: 'PUT', path: 'replicationProtectedItems/' },
  update: { method: 'PATCH', path: 'replicationProtectedItems/' },
  'test-failover': { method: 'POST', path: '/testFailover' },
  'clean-up-test': { method: 'POST', path: '/testFailoverCleanup' },
  'planned-failover': { method: 'POST', path: '/plannedFailover' },
  'unplanned-failover': { method: 'POST', path: '/unplannedFailover' },
  commit: { method: 'POST', path: '/failoverCommit' },
  remove: { method: 'POST', path: '/remove' },
};

function enableBody(input: AzureInput, estate: Estate): Readonly<Record<string, unknown>> {
  const [source] = Object.values(estate.vaults[0]?.machines ?? {});
  const sourceId = source?.sourceId ?? '';
  const policyId = `/Subscriptions/${SUBSCRIPTION}/resourceGroups/${VAULT.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${VAULT.vault}/replicationPolicies/landfall-policy`;
  // A classic vault takes nothing new; its items are there already, enabled the way they once were.
  if (input.enable === null)
    return {
      policyId,
      protectableItemId: sourceId,
      providerSpecificDetails: { instanceType: input.instanceType, processServerId: 'ps-01' },
    };
  const built = input.enable({
    policyId,
    cacheStorageId: arm('Microsoft.Storage', 'storageAccounts/cache'),
    source: {
      discoveredMachineId: sourceId,
      protectableItemId: sourceId,
      azureMachineId: sourceId,
      processServerId: 'ps-01',
      hypervisorMachineId: 'machine-1',
      machineName: 'srv-1',
      osType: 'Windows',
      systemDiskId: 'disk-os',
      recoveryContainerId: arm('Microsoft.RecoveryServices', 'vaults/v'),
      runAsAccountId: '1',
    },
    target: {
      resourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-target`,
      networkId: arm('Microsoft.Network', 'virtualNetworks/target'),
      subnetName: 'default',
      diskType: 'Standard_LRS',
    },
    disks: [
      { id: 'disk-os', isLeftOut: false },
      { id: 'disk-data', isLeftOut: false },
    ],
  });
  if (!built.ok) throw new Error(`still missing: ${built.missing.join(', ')}`);
  return built.properties;
}

/** Scenario of the job that a change starts. */
export const JOB_KINDS: Readonly<Partial<Record<ItemChange['kind'], string>>> = {
  enable: 'EnableDr',
  update: 'UpdateVmProperties',
  'test-failover': 'TestFailover',
  'clean-up-test': 'TestFailoverCleanup',
  'planned-failover': 'PlannedFailover',
  'unplanned-failover': 'UnplannedFailover',
  commit: 'CommitFailover',
  remove: 'DisableDr',
};
