import type { ChangeValues, Properties } from '../azure-input.ts';

/** Settings of an item that the older providers take outside their own part: name, size, networks, adapters, licence. */
export function outerSettings({ target, adapters }: ChangeValues): Properties {
  return {
    recoveryAzureVMName: target.machineName,
    recoveryAzureVMSize: target.machineSize,
    selectedRecoveryAzureNetworkId: target.networkId,
    selectedTfoAzureNetworkId: target.testNetworkId,
    licenseType: target.licence,
    recoveryAvailabilitySetId: target.availabilitySetId,
    vmNics: adapters.map((nic) => ({
      nicId: nic.adapterId,
      selectionType: nic.isUsed ? 'SelectedByUser' : 'NotSelected',
      ipConfigs: [
        Object.fromEntries(
          Object.entries({
            ipConfigName: 'ipConfig1',
            isPrimary: nic.isPrimary,
            recoverySubnetName: nic.subnetName,
            recoveryStaticIPAddress: nic.address,
            tfoSubnetName: nic.testSubnetName,
            tfoStaticIPAddress: nic.testAddress,
          }).filter(([, value]) => value !== undefined),
        ),
      ],
    })),
  };
}
