import type { Body, SimMachine } from '../estate.ts';

export interface ProtectableFacts {
  readonly machine: SimMachine;
  readonly kind: 'HyperVVirtualMachine' | 'VMwareVirtualMachine';
  readonly providerId: string;
  /** Id of its protected item; `null` while it is not protected. */
  readonly itemId: string | null;
  readonly isPhysical?: boolean;
  /** A Virtual Machine Manager with what it knows of the guest; hosts on their own do not tell it. */
  readonly knowsSystem?: boolean;
  readonly isBehindVmm?: boolean;
  readonly hasAgent?: boolean;
  /** A server of the replication itself has an agent that tells nothing. */
  readonly isReplicationServer?: boolean;
  readonly errors?: readonly Body[];
  readonly providers?: readonly string[];
}

/** A machine that could be protected. SOURCE: recordings of 2017 and 2023. */
export function protectableShape(facts: ProtectableFacts): Body {
  const isHyperV = facts.kind === 'HyperVVirtualMachine';
  return {
    friendlyName: facts.machine.name,
    protectionStatus: facts.itemId === null ? 'Unprotected' : 'Protected',
    replicationProtectedItemId: facts.itemId,
    recoveryServicesProviderId: facts.providerId,
    protectionReadinessErrors: [],
    supportedReplicationProviders: [...(facts.providers ?? (isHyperV ? ['HyperVReplicaAzure'] : ['InMage', 'InMageAzureV2']))],
    customDetails: isHyperV ? hyperVDetails(facts) : vmwareDetails(facts),
  };
}

function hyperVDetails({ machine, knowsSystem = false, isBehindVmm = false }: ProtectableFacts): Body {
  return {
    instanceType: 'HyperVVirtualMachine',
    sourceItemId: machine.id,
    generation: machine.firmware === 'UEFI' ? '2' : '1',
    osDetails: knowsSystem
      ? {
          osType: machine.osType,
          productType: 'VER_NT_SERVER',
          osEdition: 'Standard',
          oSVersion: '10.0',
          oSMajorVersion: '10',
          oSMinorVersion: '0',
        }
      : null,
    diskDetails: machine.disks.map((disk) => ({
      maxSizeMB: Math.round(disk.sizeGiB * 1024),
      vhdType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
      vhdId: disk.id,
      vhdName: disk.name,
    })),
    hasPhysicalDisk: 'NotPresent',
    hasFibreChannelAdapter: 'NotPresent',
    hasSharedVhd: 'Unknown',
    ...(isBehindVmm ? {} : { hyperVHostId: 'server-01' }),
  };
}

/** Disks are told once the agent is in the machine. */
function vmwareDetails({
  machine,
  isPhysical = false,
  hasAgent = false,
  isReplicationServer = false,
  errors = [],
}: ProtectableFacts): Body {
  const isTold = hasAgent && !isReplicationServer;
  return {
    instanceType: 'VMwareVirtualMachine',
    agentGeneratedId: isTold ? machine.biosId : null,
    agentInstalled: hasAgent ? 'Installed' : 'NotInstalled',
    osType: machine.osType.toUpperCase(),
    agentVersion: isTold ? '9.55.0.0' : null,
    ipAddress: machine.addresses[0] ?? '',
    poweredOn: 'On',
    vCenterInfrastructureId: isPhysical ? '1' : '5',
    discoveryType: isPhysical ? 'Physical' : 'vCenter',
    diskDetails: isTold
      ? machine.disks.map((disk, index) => ({
          diskId: disk.id,
          diskName: `\\\\.\\PHYSICALDRIVE${index}`,
          diskSizeInMB: String(Math.round(disk.sizeGiB * 1024)),
          diskType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
          diskConfiguration: 'Basic',
          volumeList: [{ label: '', name: 'C' }],
        }))
      : [],
    validationErrors: [...errors],
  };
}
