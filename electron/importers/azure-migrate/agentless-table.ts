import { statedFacts } from '../fact-words.ts';
import type { RowReader } from '../sheet.ts';
import { createTableImporter } from '../table-importer.ts';

const FLAGS = [
  'OK_TO_UPDATE',
  'OK_TO_MIGRATE',
  'OK_TO_USE_ASSESSMENT',
  'OK_TO_TESTMIGRATE',
  'OK_TO_CLEANUP',
  'OK_TO_TESTMIGRATE_CLEANUP',
] as const;

/** The table of the agentless VMware scripts of Azure Migrate (82 columns), with a go or no-go flag per machine and step. */
export const agentlessTable = createTableImporter({
  id: 'azure-migrate-agentless',
  title: 'Azure Migrate agentless table',
  needs: ['AZMIGRATEPROJECT_NAME', 'SOURCE_MACHINE_NAME', 'OK_TO_MIGRATE'],
  scenarioHint: 'vmware',
  name: (row) => row.text('SOURCE_MACHINE_NAME'),
  facts: (row) =>
    statedFacts({
      targetVmName: row.text('UPDATED_TARGET_MACHINE_NAME', 'TARGET_MACHINE_NAME'),
      targetVmSize: row.text('UPDATED_TARGET_MACHINE_SIZE', 'TARGET_MACHINE_SIZE'),
      targetDiskType: row.text('TARGET_DISKTYPE'),
      targetAvailability: availabilityOf(row),
      targetResourceGroup: row.text('UPDATED_TARGET_RESOURCE_GROUP_NAME', 'TARGET_RESOURCE_GROUP_NAME'),
      targetNetwork: row.text('UPDATED_TARGET_VNET_NAME', 'TARGET_VNET_NAME'),
      targetSubnet: row.text('TARGET_SUBNET_NAME'),
      testNetwork: row.text('UPDATED_TEST_VNET_NAME', 'TEST_VNET_NAME'),
      licenseType: row.text('LICENSE_TYPE'),
      plannedOsUpgrade: row.text('OS_UPGRADE_VERSION'),
      goFlags: FLAGS.flatMap((flag) => {
        const value = row.flag(flag);
        return value === undefined ? [] : [`${flag}: ${value ? 'yes' : 'no'}`];
      }),
    }),
  warnings: ['This table drives Azure Migrate, not Site Recovery. Its go flags are kept as notes and start nothing.'],
});

function availabilityOf(row: RowReader): 'zone' | 'set' | undefined {
  if (row.text('UPDATED_AVAILABILITYZONE_NUMBER', 'AVAILABILITYZONE_NUMBER') !== undefined) return 'zone';
  return row.text('UPDATED_AVAILABILITYSET_NAME', 'AVAILABILITYSET_NAME') === undefined ? undefined : 'set';
}
