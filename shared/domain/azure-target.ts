/** What a machine is to become in Azure: ids are ARM ids. An absent choice is left to the service. */
export interface TargetChoices {
  readonly resourceGroupId: string;
  readonly networkId?: string;
  readonly subnetName?: string;
  readonly testNetworkId?: string;
  readonly testSubnetName?: string;
  readonly machineName?: string;
  readonly machineSize?: string;
  readonly diskType: 'Standard_LRS' | 'StandardSSD_LRS' | 'Premium_LRS';
  readonly licence?: 'NoLicenseType' | 'WindowsServer';
  readonly availabilitySetId?: string;
  readonly proximityPlacementGroupId?: string;
  readonly bootDiagnosticsStorageId?: string;
}

/** One network adapter of the target: the subnet and address it gets at the failover and at a test. */
export interface TargetAdapter {
  readonly adapterId: string;
  readonly isPrimary: boolean;
  readonly isUsed: boolean;
  readonly subnetName?: string;
  readonly address?: string;
  readonly testSubnetName?: string;
  readonly testAddress?: string;
}

/** Ids by which Azure knows the source of one machine; read from the vault or the discovery site before replication starts. */
export interface SourceIds {
  /** Machine of a Microsoft.OffAzure site, as the appliance discovered it. */
  readonly discoveredMachineId: string;
  readonly processServerId: string;
  /** Credential by which the appliance pushes the agent; absent when it was installed by hand. */
  readonly runAsAccountId: string;
  readonly protectableItemId: string;
  /** Id of the machine on its Hyper-V host. */
  readonly hypervisorMachineId: string;
  readonly machineName: string;
  readonly osType: 'Windows' | 'Linux';
  readonly systemDiskId: string;
  /** ARM id of the machine that is in Azure already. */
  readonly azureMachineId: string;
  readonly recoveryContainerId: string;
}
