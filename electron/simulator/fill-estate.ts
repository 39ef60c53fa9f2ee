import { fabricDetails, fabricType, policyDetails, protectable } from './estate-shapes.ts';
import type { EstateMachine, EstateVault } from './estate-vault.ts';
import { emptyEstate, makeId, type Body, type Estate, type SimMachine, type SimResource, type SimVault } from './estate.ts';
import { vaultId } from './job-view.ts';

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
  const key = { kekState: 'None', kekCertThumbprint: null };
  put(fabricPath, 'replicationFabrics', {
    friendlyName: fabric,
    encryptionDetails: key,
    rolloverEncryptionDetails: key,
    internalIdentifier: makeId(estate, 5),
    bcdrState: 'Valid',
    customDetails: fabricDetails(wanted, fabric),
    healthErrorDetails: [],
    health: 'Normal',
  });
  put(containerPath, 'replicationFabrics/replicationProtectionContainers', {
    fabricFriendlyName: fabric,
    friendlyName: container,
    fabricType: fabricType(provider),
    protectedItemCount: 0,
    pairingStatus: 'Paired',
    role: 'Primary',
    fabricSpecificDetails: null,
  });
  put(`${fabricPath}/replicationRecoveryServicesProviders/provider-${fabric}`, 'replicationFabrics/replicationRecoveryServicesProviders', {
    friendlyName: `provider-${fabric}`,
    fabricFriendlyName: fabric,
    fabricType: fabricType(provider),
    connectionStatus: 'Connected',
    providerVersion: '5.24.0901.1',
    serverVersion: '9.55.0.0',
    protectedItemCount: 0,
    allowedScenarios: [],
    healthErrorDetails: [],
  });
  put('replicationPolicies/landfall-policy', 'replicationPolicies', {
    friendlyName: 'landfall-policy',
    providerSpecificDetails: policyDetails(provider),
  });
  put(
    `${containerPath}/replicationProtectionContainerMappings/landfall-mapping`,
    'replicationFabrics/replicationProtectionContainers/replicationProtectionContainerMappings',
    {
      targetProtectionContainerId:
        provider === 'A2A'
          ? `${id}/replicationFabrics/recovery-${fabric}/replicationProtectionContainers/recovery-${container}`
          : 'Microsoft Azure',
      targetProtectionContainerFriendlyName: provider === 'A2A' ? `recovery-${container}` : 'Microsoft Azure',
      providerSpecificDetails: provider === 'InMageRcm' ? { instanceType: 'InMageRcm', enableAgentAutoUpgrade: 'true' } : null,
      health: 'Normal',
      healthErrorDetails: [],
      policyId,
      state: 'Paired',
      sourceProtectionContainerFriendlyName: container,
      sourceFabricFriendlyName: fabric,
      targetFabricFriendlyName: provider === 'A2A' ? `recovery-${fabric}` : 'Microsoft Azure',
      policyFriendlyName: 'landfall-policy',
    },
  );
  for (const machine of wanted.machines) {
    const sourceId = sourceIdOf(wanted, machine, { id, containerPath });
    const made = machineOf(machine, sourceId);
    vault.machines[sourceId.toLowerCase()] = made;
    if (provider === 'HyperVReplicaAzure' || provider === 'InMageAzureV2') {
      put(
        `${containerPath}/replicationProtectableItems/${machine.id}`,
        'replicationFabrics/replicationProtectionContainers/replicationProtectableItems',
        protectable(made, { provider, id, fabric }),
      );
    }
  }
  return vault;
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
