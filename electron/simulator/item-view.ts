import type { Body, SimItem, SimVault } from './estate.ts';
import { allowedOperations, stateOf } from './item-states.ts';
import { azureToAzureDetails } from './providers/azure-to-azure.ts';
import type { DetailsContext } from './providers/common.ts';
import { hyperVReplicaAzureDetails } from './providers/hyper-v-replica-azure.ts';
import { inMageAzureV2Details } from './providers/in-mage-azure-v2.ts';
import { inMageRcmFailbackDetails } from './providers/in-mage-rcm-failback.ts';
import { inMageRcmDetails } from './providers/in-mage-rcm.ts';
import { hyperVReplicaDetails, inMageDetails } from './providers/two-sites.ts';
import { iso, itemPath, vaultId } from './vault-id.ts';

const PROTECTABLE_TYPES: Readonly<Record<string, string>> = {
  HyperVReplicaAzure: 'HyperVVirtualMachine',
  HyperVReplica2012R2: 'HyperVVirtualMachine',
  InMageAzureV2: 'VMwareVirtualMachine',
  InMage: 'VMwareVirtualMachine',
};
const UNSET = '1753-01-01T01:01:01Z';

/** An item as the service shows it at a time. A list leaves out what only the single answer has. */
export function itemView(vault: SimVault, item: SimItem, { now, isList }: { readonly now: number; readonly isList: boolean }): Body {
  const id = vaultId(vault);
  const { state, words, active } = stateOf(item);
  const policyName = item.policyId.split('/').at(-1) ?? '';
  const isRcm = item.provider === 'InMageRcm' || item.provider === 'InMageRcmFailback';
  const isToAzure = !['A2A', 'InMageRcmFailback', 'HyperVReplica2012R2', 'InMage'].includes(item.provider);
  return {
    id: `${id}/${itemPath(item)}`,
    name: item.name,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems',
    properties: {
      friendlyName: item.machine.name,
      protectedItemType: PROTECTABLE_TYPES[item.provider] ?? '',
      protectableItemId: isRcm || item.provider === 'A2A' ? null : item.machine.sourceId,
      recoveryServicesProviderId: `${id}/replicationFabrics/${item.fabric}/replicationRecoveryServicesProviders/provider-${item.fabric}`,
      primaryFabricFriendlyName: item.fabric,
      primaryFabricProvider: fabricProviderOf(item),
      recoveryFabricFriendlyName: isToAzure ? 'Microsoft Azure' : item.fabric,
      recoveryFabricId: isToAzure ? 'Microsoft Azure' : `${id}/replicationFabrics/${item.fabric}`,
      primaryProtectionContainerFriendlyName: item.container,
      recoveryProtectionContainerFriendlyName: isToAzure ? 'Microsoft Azure' : item.container,
      protectionState: state,
      protectionStateDescription: words,
      activeLocation: active,
      testFailoverState: item.testFailover,
      testFailoverStateDescription: testWords(item.testFailover),
      switchProviderState: 'None',
      switchProviderStateDescription: null,
      allowedOperations: [...allowedOperations(item)],
      ...healthOf(item, now),
      policyId: item.policyId,
      policyFriendlyName: policyName,
      ...(item.lastFailoverAt === null ? {} : { lastSuccessfulFailoverTime: iso(item.lastFailoverAt) }),
      ...(item.lastTestFailoverAt === null ? {} : { lastSuccessfulTestFailoverTime: iso(item.lastTestFailoverAt) }),
      currentScenario:
        item.runningJob === null
          ? { scenarioName: 'None', jobId: `${id}/replicationJobs/None`, startTime: UNSET }
          : {
              scenarioName: item.runningScenario ?? 'None',
              jobId: `${id}/replicationJobs/${item.runningJob}`,
              startTime: iso(item.runningSince),
            },
      failoverRecoveryPointId: item.recoveryPointId ?? (isToAzure || item.provider === 'A2A' ? null : ''),
      providerSpecificDetails: detailsOf(item, { now, isList, vaultId: id, location: vault.location }),
      recoveryContainerId: `${id}/replicationFabrics/${item.fabric}/replicationProtectionContainers/recovery-${item.container}`,
      eventCorrelationId: item.id,
    },
  };
}

function detailsOf(item: SimItem, context: DetailsContext): Body {
  switch (item.provider) {
    case 'InMageRcm':
      return inMageRcmDetails(item, context);
    case 'InMageRcmFailback':
      return inMageRcmFailbackDetails(item, context);
    case 'HyperVReplica2012R2':
      return hyperVReplicaDetails(item, context);
    case 'InMage':
      return inMageDetails(item, context);
    case 'InMageAzureV2':
      return inMageAzureV2Details(item, context);
    case 'HyperVReplicaAzure':
      return hyperVReplicaAzureDetails(item, context);
    case 'A2A':
      return azureToAzureDetails(item, context);
    default:
      return item.provider satisfies never;
  }
}

function fabricProviderOf({ provider }: SimItem): string {
  if (provider === 'InMageRcm' || provider === 'InMageRcmFailback') return 'InMageRcmFabric';
  if (provider === 'HyperVReplicaAzure') return 'SingleHostHyperVFabric';
  if (provider === 'HyperVReplica2012R2') return 'VMM';
  return provider === 'A2A' ? 'AzureFabric' : 'VMware';
}

function testWords(state: SimItem['testFailover']): string {
  if (state === 'WaitingForCompletion') return 'Waiting for user input';
  return state === 'MarkedForDeletion' ? 'Cleaning up test environment' : 'None';
}

/** A fresh item warns that no test failover was done; the modernized VMware provider does not. */
function healthOf(item: SimItem, now: number): Body {
  if (item.health !== null)
    return {
      replicationHealth: item.health.replicationHealth,
      failoverHealth: item.health.replicationHealth,
      healthErrors: [...item.health.errors],
    };
  const isFailed = item.phase === 'failover-failed';
  const warns =
    item.provider !== 'InMageRcm' &&
    item.provider !== 'InMageRcmFailback' &&
    item.phase === 'protected' &&
    item.lastTestFailoverAt === null;
  return {
    replicationHealth: isFailed ? 'Critical' : 'Normal',
    failoverHealth: warns ? 'Warning' : 'Normal',
    healthErrors: warns ? [noTestYet(item, now)] : [],
  };
}

function noTestYet(item: SimItem, now: number): Body {
  return {
    ...itemErrorShape({
      code: '161011',
      message: `No successful test failover has been done on the virtual machine '${item.machine.name}'.`,
      entityId: item.id,
      at: Math.min(item.phaseAt, now),
    }),
    errorSource: 'ReplicationUnitFailoverValidatorError',
    errorType: '8010',
    errorLevel: 'Warning',
    errorCategory: 'TestFailover',
    possibleCauses: 'No test failover was done since the machine was replicated.',
    recommendedAction: 'Do a test failover of the virtual machine.',
    errorId: '6:8010',
  };
}

/** A health error as an item carries it. */
export function itemErrorShape(facts: {
  readonly code: string;
  readonly message: string;
  readonly entityId: string;
  readonly at: number;
}): Body {
  return {
    innerHealthErrors: [],
    errorSource: 'ReplicationUnitProviderErrorOnPrimary',
    errorType: '',
    errorLevel: 'Error',
    errorCategory: 'Replication',
    errorCode: facts.code,
    summaryMessage: '',
    errorMessage: facts.message,
    possibleCauses: '',
    recommendedAction: '',
    creationTimeUtc: iso(facts.at),
    recoveryProviderErrorMessage: null,
    entityId: facts.entityId,
    errorId: facts.code,
    customerResolvability: 'NotAllowed',
  };
}
