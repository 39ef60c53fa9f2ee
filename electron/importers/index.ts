import { ec2Instances } from './aws/describe-instances.ts';
import { factoryRecords } from './aws/factory-records.ts';
import { factoryTable, mgnTable } from './aws/factory-table.ts';
import { agentlessTable } from './azure-migrate/agentless-table.ts';
import { azureMigrateSoftware } from './azure-migrate/application-inventory.ts';
import { azureMigrateWorkbook } from './azure-migrate/assessment-workbook.ts';
import { discoveredMachines } from './azure-migrate/discovered-machines.ts';
import { azureMigrateImportTemplate } from './azure-migrate/import-template.ts';
import { azureVirtualMachines } from './azure/virtual-machines.ts';
import { connectionTable } from './dependencies/connection-table.ts';
import { genericTable } from './generic-table.ts';
import { guestFacts } from './guest-facts/guest-facts.ts';
import { hyperVMachines } from './hyper-v/get-vm-json.ts';
import { hyperVTable } from './hyper-v/get-vm-table.ts';
import type { Importer } from './importer.ts';
import { applicationTable } from './portfolio/application-table.ts';
import { rvtoolsWorkbook } from './rvtools/rvtools-workbook.ts';
import { siteRecoveryAtScaleTable } from './site-recovery/at-scale-table.ts';
import { siteRecoveryItems } from './site-recovery/vault-items.ts';
import { aggregatedEstate } from './vmware/aggregated-estate.ts';
import { vmwareMachines } from './vmware/machine-list.ts';

/** Every format, most particular first; the generic table takes what nobody else recognises. */
export const importers: readonly Importer[] = [
  rvtoolsWorkbook,
  azureMigrateWorkbook,
  azureMigrateSoftware,
  azureMigrateImportTemplate,
  agentlessTable,
  siteRecoveryAtScaleTable,
  hyperVTable,
  mgnTable,
  factoryTable,
  applicationTable,
  connectionTable,
  guestFacts,
  discoveredMachines,
  siteRecoveryItems,
  azureVirtualMachines,
  ec2Instances,
  factoryRecords,
  hyperVMachines,
  vmwareMachines,
  aggregatedEstate,
  genericTable,
];
