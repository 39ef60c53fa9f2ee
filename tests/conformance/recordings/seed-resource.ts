import { makeId, type Body, type Estate, type SimMachine, type SimVault } from '../../../electron/simulator/estate.ts';
import { kindOf, planProperties } from '../../../electron/simulator/resources.ts';
import { eventShape, healthErrorShape, type EventFacts } from '../../../electron/simulator/shapes/event-shapes.ts';
import { fabricErrorShape, fabricShape, type FabricFacts, type FabricKind } from '../../../electron/simulator/shapes/fabric-shapes.ts';
import { protectableShape } from '../../../electron/simulator/shapes/protectable-shapes.ts';
import {
  alertSettingShape,
  containerShape,
  mappingShape,
  networkMappingShape,
  networkShape,
  policyShape,
  providerShape,
} from '../../../electron/simulator/shapes/small-shapes.ts';
import { vaultId } from '../../../electron/simulator/vault-id.ts';
import { bag, list, text, type Bag } from './knowledge.ts';
import { describedShape, seedHealth, seedPlanRuns } from './seed-described.ts';
import { seedItem } from './seed-item.ts';

interface Seed {
  /** Path below the vault. */
  readonly path: string;
  /** What is known of it; `null`: only that it is there. */
  readonly body: Bag | null;
  readonly about: (id: string) => Bag | null;
}

/** Anything but items and jobs: made by the simulator's own shapes from the few facts that tell one from another. */
export function seedResource(estate: Estate, vault: SimVault, { path, body, about }: Seed): void {
  const properties = bag(body?.['properties']);
  const name = path.split('/').at(-1) ?? '';
  const kind = path.split('/').at(-2)?.toLowerCase() ?? '';
  if (kind === 'replicationevents') {
    const shape = eventShape({
      object: text(properties['affectedObjectFriendlyName']) ?? name,
      at: text(properties['timeOfOccurrence']) ?? '',
      fabricId: text(properties['fabricId']),
      instanceType: text(bag(properties['providerSpecificDetails'])['instanceType']),
      isDetailed: bag(properties['providerSpecificDetails'])['category'] != null,
      errors: list(properties['healthErrors']).map(errorOf),
      eventType: text(properties['eventType']) ?? 'VmHealth',
      severity: text(properties['severity']) ?? 'OK',
      ...jobOf(properties),
    });
    vault.events.push({
      id: `${vaultId(vault)}/${path}`,
      name,
      type: 'Microsoft.RecoveryServices/vaults/replicationEvents',
      properties: shape,
    });
    return;
  }
  if (kind === 'replicationvaulthealth') return seedHealth(vault, properties);
  const resource = kindOf(path);
  if (resource === undefined) return;
  const fabricKind = kindOfFabric(about(`${vaultId(vault)}/${path.split('/').slice(0, 2).join('/')}`) ?? body);
  const made = shapeOf({ estate, vault, path, name, kind, properties, fabricKind });
  if (made !== null) vault.resources[path.toLowerCase()] = { path, type: resource.type, properties: made };
}

function jobOf(properties: Bag): Pick<EventFacts, 'job'> {
  const details = bag(properties['eventSpecificDetails']);
  if (details['instanceType'] !== 'JobStatus') return {};
  const [id, kind, status, objectType] = ['jobId', 'jobFriendlyName', 'jobStatus', 'affectedObjectType'].map(
    (key) => text(details[key]) ?? '',
  );
  return { job: { id: id ?? '', kind: kind ?? '', status: status ?? '', objectType: objectType ?? '' } };
}

function kindOfFabric(body: Bag | null): FabricKind {
  return (text(bag(bag(body?.['properties'])['customDetails'])['instanceType']) ?? 'HyperVSite') as FabricKind;
}

interface Shaping {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly properties: Bag;
  readonly fabricKind: FabricKind;
}

function shapeOf({ estate, vault, path, name, kind, properties, fabricKind }: Shaping): Body | null {
  const fabric = path.split('/')[1] ?? '';
  switch (kind) {
    case 'replicationfabrics':
      return fabricOf({ estate, vault, path, name, kind, properties, fabricKind });
    case 'replicationprotectioncontainers':
      return containerShape({ name, fabric, kind: fabricKind, isPaired: properties['pairingStatus'] === 'Paired' });
    case 'replicationrecoveryservicesproviders':
      return providerShape({ name, fabric, kind: fabricKind });
    case 'replicationnetworkmappings':
      return networkMappingShape({
        fabric,
        primaryId: text(properties['primaryNetworkId']) ?? '',
        recoveryId: text(properties['recoveryNetworkId']) ?? '',
        recoveryFabricId: text(properties['recoveryFabricArmId']) ?? '',
        recoveryFabric: text(properties['recoveryFabricFriendlyName']) ?? '',
        instanceType: text(bag(properties['fabricSpecificSettings'])['instanceType']) ?? 'AzureToAzure',
        locations: { primary: 'eastus', recovery: 'westus' },
      });
    case 'replicationnetworks':
      return networkShape({ name, kind: fabricKind, subnets: list(properties['subnets']).map((_, index) => `subnet-${index}`) });
    case 'replicationpolicies':
      return policyShape(name, { ...bag(properties['providerSpecificDetails']) });
    case 'replicationprotectioncontainermappings':
      return mappingShape({
        sourceFabric: fabric,
        sourceContainer: path.split('/')[3] ?? '',
        target: { id: text(properties['targetProtectionContainerId']) ?? '', container: 'target', fabric: 'target' },
        policyId: text(properties['policyId']) ?? '',
        instanceType: text(bag(properties['providerSpecificDetails'])['instanceType']),
      });
    case 'replicationalertsettings':
      return alertSettingShape({ ...properties });
    case 'replicationprotectableitems':
      return protectableOf(name, properties, fabricKind);
    case 'replicationrecoveryplans':
      for (const provider of list(properties['replicationProviders'])) seedMember(estate, vault, String(provider));
      seedPlanRuns(estate, vault, { path, properties });
      return planProperties(
        name,
        {},
        {
          input: {
            primaryFabricId: properties['primaryFabricId'],
            recoveryFabricId: properties['recoveryFabricId'],
            groups: [
              {
                groupType: 'Boot',
                replicationProtectedItems: [{ id: '/replicationProtectedItems/member', virtualMachineId: 'member' }],
                startGroupActions: [],
                endGroupActions: [],
              },
            ],
          },
          vault,
        },
      );
    default:
      return describedShape(kind, { name, fabric, properties, vault });
  }
}

/** A plan names the providers of its members. */
function seedMember(estate: Estate, vault: SimVault, instanceType: string): void {
  seedItem(estate, vault, {
    path: 'replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/member',
    body: { properties: { providerSpecificDetails: { instanceType } } },
    now: 0,
  });
}

function fabricOf({ estate, name, properties, fabricKind }: Shaping): Body {
  const details = bag(properties['customDetails']);
  const count = Math.max(list(details['processServers']).length, list(details['hyperVHosts']).length);
  return fabricShape({
    name,
    kind: fabricKind,
    internalId: makeId(estate, 5),
    serverNames: Array.from({ length: count }, (_, index) => `server-${index + 1}`),
    containerIds: list(details['containerIds']).map(String),
    isEncrypted:
      bag(properties['encryptionDetails'])['kekState'] === 'Enabled' && bag(properties['encryptionDetails'])['kekCertThumbprint'] !== null,
    healthErrors: list(properties['healthErrorDetails']).map(fabricErrorOf),
    ...serversOf(details),
    isOlder: details['zones'] === undefined,
  });
}

/** Facts of a configuration server: how many of each part, and which of them reports an error. */
function serversOf(details: Bag): Pick<FabricFacts, 'masterTargets' | 'processServerErrors' | 'runAsAccounts'> {
  return {
    runAsAccounts: list(details['runAsAccounts']).length,
    processServerErrors: list(details['processServers']).map((server) => list(bag(server)['healthErrors']).map(fabricErrorOf)),
    masterTargets: list(details['masterTargetServers'])
      .map(bag)
      .map((server) => ({
        stores: list(server['dataStores']).length,
        volumes: list(server['retentionVolumes']).map((volume) => typeof bag(volume)['thresholdPercentage'] === 'number'),
        knowsSystem: server['osVersion'] !== null,
        healthErrors: list(server['healthErrors']).map(fabricErrorOf),
        validationErrors: list(server['validationErrors']).map(errorOf),
      })),
  };
}

function errorOf(error: unknown): Body {
  return healthErrorShape(text(bag(error)['errorCode']) ?? '', 'Something is wrong.', '2023-01-01T00:00:00Z');
}

function fabricErrorOf(error: unknown): Body {
  return fabricErrorShape(text(bag(error)['errorCode']) ?? '', bag(error)['errorSource'] !== null);
}

function protectableOf(name: string, properties: Bag, fabricKind: FabricKind): Body {
  const details = bag(properties['customDetails']);
  const disks = list(details['diskDetails']);
  const machine: SimMachine = {
    id: name,
    name: text(properties['friendlyName']) ?? name,
    biosId: name,
    osType: 'Windows',
    osName: 'Microsoft Windows Server 2019 (64-bit)',
    cpuCount: 2,
    memoryMiB: 4096,
    firmware: 'BIOS',
    addresses: ['10.0.0.4'],
    macs: [],
    disks: disks.map((_, index) => ({ id: `disk-${index}`, name: `disk-${index}`, sizeGiB: 40, isOsDisk: index === 0 })),
    sourceId: name,
  };
  return protectableShape({
    machine,
    kind: details['instanceType'] === 'HyperVVirtualMachine' ? 'HyperVVirtualMachine' : 'VMwareVirtualMachine',
    providerId: text(properties['recoveryServicesProviderId']) ?? '',
    itemId: text(properties['replicationProtectedItemId']),
    isBehindVmm: fabricKind === 'VMM',
    knowsSystem: details['osDetails'] !== null,
    hasAgent: details['agentInstalled'] === 'Installed',
    isReplicationServer: details['agentVersion'] === null,
    errors: list(details['validationErrors']).map(errorOf),
  });
}
