import { listOf, statedFacts } from '../fact-words.ts';
import { createTableImporter } from '../table-importer.ts';

/**
 * The table of Microsoft's "migrate at scale with Site Recovery" scripts. 24 columns since 2020, 23 in 2019, 21 before; the last
 * columns are optional, so all generations are read by the names they share.
 */
export const siteRecoveryAtScaleTable = createTableImporter({
  id: 'site-recovery-at-scale',
  title: 'Site Recovery at-scale table',
  needs: ['SOURCE_MACHINE_NAME', 'VAULT_NAME', 'CONFIGURATION_SERVER', 'REPLICATION_POLICY'],
  name: (row) => row.text('SOURCE_MACHINE_NAME'),
  facts: (row) =>
    statedFacts({
      targetVmName: row.text('TARGET_MACHINE_NAME'),
      targetVmSize: row.text('MACHINE_SIZE'),
      targetDiskType: row.text('RECOVERY_VM_MANAGED_DISK_TYPE'),
      targetAvailability: row.text('AVAILABILITY_SET') === undefined ? undefined : ('set' as const),
      targetResourceGroup: row.text('TARGET_RESOURCE_GROUP'),
      targetNetwork: row.text('TARGET_VNET'),
      targetSubnet: row.text('TARGET_SUBNET'),
      targetAddresses: listOf(row.text('PRIVATE_IP')),
      testNetwork: row.text('TESTFAILOVER_VNET'),
    }),
  warnings: ['The table holds wishes for the target, not facts of the source: import an inventory beside it.'],
});
