import type { EstateMachine, EstateVault } from './estate-vault.ts';
import { emptyEstate, makeId, type Body, type Estate, type SimMachine, type SimResource, type SimVault } from './estate.ts';
import { applianceShape } from './shapes/described-shapes.ts';
import { fabricShape, type FabricKind } from './shapes/fabric-shapes.ts';
import { protectableShape } from './shapes/protectable-shapes.ts';
import { containerShape, mappingShape, networkShape, policyShape, providerShape } from './shapes/small-shapes.ts';
import { vaultId } from './vault-id.ts';

/** Vaults with everything that stands before the first machine is protected: fabric, container, policy, mapping, servers. */
export function fillEstate(vaults: readonly EstateVault[]): Estate {
  const estate = emptyEstate();
  for (const wanted of vaults) estate.vaults.push(fillVault(estate, wanted));
  return estate;
}

function fillVault(estate: Estate, wanted: EstateVault): SimVault {
  const { subscriptionId, resourceGroup, name, location, provider } = wanted;
  const vault: SimVault = {
    subscriptionId,
    resourceGroup,
    name,
    location,
    isClassic: provider === 'InMageAzureV2',
    resources: {},
    machines: {},
    items: [],
    jobs: [],
    events: [],
  };
  const put = (path: string, type: string, properties: Body): void => {
    const resource: SimResource = { path, type: `Microsoft.RecoveryServices/vaults/${type}`, properties };
    vault.resources[path.toLowerCase()] = resource;
  };
  const { fabric, container } = namesOf(wanted);
  const fabricPath = `replicationFabrics/${fabric}`;
  const containerPath = `${fabricPath}/replicationProtectionContainers/${container}`;
  const id = vaultId(vault);
  const policyId = `${id}/replicationPolicies/landfall-policy`;
  const kind = fabricKindOf(provider);
  put(
    fabricPath,
    'replicationFabrics',
    fabricShape({
      name: fabric,
      kind,
      internalId: makeId(estate, 5),
      location: wanted.location,
      siteBase: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OffAzure`,
      siteName: `${name}site`,
      serverNames: [provider === 'InMageRcm' ? 'appliance-01' : 'server-01'],
    }),
  );
  const fabricProperties = vault.resources[fabricPath.toLowerCase()]?.properties ?? {};
  if (provider === 'InMageRcm')
    put(`replicationAppliances/${name}`, 'replicationAppliances', applianceShape(`${id}/${fabricPath}`, fabricProperties));
  put(
    containerPath,
    'replicationFabrics/replicationProtectionContainers',
    containerShape({ name: container, fabric, kind, isPaired: true }),
  );
  put(
    `${fabricPath}/replicationRecoveryServicesProviders/provider-${fabric}`,
    'replicationFabrics/replicationRecoveryServicesProviders',
    providerShape({ name: `provider-${fabric}`, fabric, kind }),
  );
  if (provider === 'A2A') putRecoverySide(estate, { wanted, put, fabric, container });
  put('replicationPolicies/landfall-policy', 'replicationPolicies', policyShape('landfall-policy', policyInputOf(provider)));
  put(
    `${containerPath}/replicationProtectionContainerMappings/landfall-mapping`,
    'replicationFabrics/replicationProtectionContainers/replicationProtectionContainerMappings',
    mappingShape({
      sourceFabric: fabric,
      sourceContainer: container,
      target:
        provider === 'A2A'
          ? {
              id: `${id}/replicationFabrics/recovery-${fabric}/replicationProtectionContainers/recovery-${container}`,
              container: `recovery-${container}`,
              fabric: `recovery-${fabric}`,
            }
          : { id: 'Microsoft Azure', container: 'Microsoft Azure', fabric: 'Microsoft Azure' },
      policyId,
      instanceType: provider,
    }),
  );
  for (const machine of wanted.machines) {
    const sourceId = sourceIdOf(wanted, machine, { id, containerPath });
    const made = machineOf(machine, sourceId);
    vault.machines[sourceId.toLowerCase()] = made;
    if (provider === 'HyperVReplicaAzure' || provider === 'InMageAzureV2') {
      put(
        `${containerPath}/replicationProtectableItems/${machine.id}`,
        'replicationFabrics/replicationProtectionContainers/replicationProtectableItems',
        protectableShape({
          machine: made,
          kind: provider === 'HyperVReplicaAzure' ? 'HyperVVirtualMachine' : 'VMwareVirtualMachine',
          providerId: `${id}/${fabricPath}/replicationRecoveryServicesProviders/provider-${fabric}`,
          itemId: null,
        }),
      );
    }
  }
  return vault;
}

/** The region that Azure machines go to stands in the vault too: a fabric, a container and the network of each side. */
function putRecoverySide(
  estate: Estate,
  parts: {
    readonly wanted: EstateVault;
    readonly put: (path: string, type: string, properties: Body) => void;
    readonly fabric: string;
    readonly container: string;
  },
): void {
  const { wanted, put, fabric, container } = parts;
  const recovery = `recovery-${fabric}`;
  put(
    `replicationFabrics/${recovery}`,
    'replicationFabrics',
    fabricShape({ name: recovery, kind: 'Azure', internalId: makeId(estate, 5), location: wanted.location }),
  );
  put(
    `replicationFabrics/${recovery}/replicationProtectionContainers/recovery-${container}`,
    'replicationFabrics/replicationProtectionContainers',
    containerShape({ name: `recovery-${container}`, fabric: recovery, kind: 'Azure', isPaired: true }),
  );
  for (const each of [fabric, recovery])
    put(
      `replicationFabrics/${each}/replicationNetworks/azureNetwork`,
      'replicationFabrics/replicationNetworks',
      networkShape({ name: 'azureNetwork', kind: 'Azure' }),
    );
}

export function fabricKindOf(provider: EstateVault['provider']): FabricKind {
  if (provider === 'A2A') return 'Azure';
  if (provider === 'HyperVReplicaAzure') return 'HyperVSite';
  return provider === 'InMageAzureV2' ? 'VMware' : 'InMageRcm';
}

function policyInputOf(provider: EstateVault['provider']): Body {
  if (provider === 'HyperVReplicaAzure') return { instanceType: provider, recoveryPointHistoryDuration: 24 };
  if (provider === 'InMageRcm') return { instanceType: provider, recoveryPointHistoryInMinutes: 1440 };
  return { instanceType: provider, recoveryPointHistory: 1440, recoveryPointThresholdInMinutes: 15 };
}

export function namesOf({ name, provider }: Pick<EstateVault, 'name' | 'provider'>): {
  readonly fabric: string;
  readonly container: string;
} {
  if (provider === 'InMageRcm') return { fabric: `${name}-vmwarefabric`, container: `${name}replicationcontainer` };
  if (provider === 'A2A') return { fabric: `${name}-source`, container: `${name}-source-container` };
  return { fabric: `${name}-site`, container: `cloud_${name}` };
}

function sourceIdOf(
  { provider, subscriptionId, resourceGroup, name }: EstateVault,
  { id, name: machineName }: EstateMachine,
  vault: { readonly id: string; readonly containerPath: string },
): string {
  if (provider === 'A2A')
    return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${machineName}`;
  if (provider === 'InMageRcm')
    return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OffAzure/VMwareSites/${name}site/machines/${id}`;
  return `${vault.id}/${vault.containerPath}/replicationProtectableItems/${id}`;
}

function machineOf(machine: EstateMachine, sourceId: string): SimMachine {
  const isLinux = machine.osFamily === 'linux';
  const disks = machine.disks ?? [];
  return {
    id: machine.id,
    name: machine.name,
    biosId: machine.biosId ?? machine.id,
    osType: isLinux ? 'Linux' : 'Windows',
    osName: machine.osName ?? (isLinux ? 'Linux' : 'Microsoft Windows Server'),
    cpuCount: machine.cpuCount ?? 2,
    memoryMiB: machine.memoryMiB ?? 4096,
    firmware: machine.firmware === 'uefi' ? 'UEFI' : 'BIOS',
    addresses: machine.addresses ?? [],
    macs: machine.macs ?? ['00:50:56:00:00:01'],
    disks:
      disks.length === 0
        ? [{ id: 'disk-0', name: 'disk-0', sizeGiB: 40, isOsDisk: true }]
        : disks.map((disk, index) => ({ id: disk.id, name: disk.id, sizeGiB: disk.sizeGiB ?? 40, isOsDisk: disk.isOsDisk ?? index === 0 })),
    sourceId,
  };
}
