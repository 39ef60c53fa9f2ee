import type { Rule } from './rule.ts';
import { awsRules } from './rules/aws.ts';
import { azureDiskRules } from './rules/azure-disks.ts';
import { azureSourceRules } from './rules/azure-source.ts';
import { bootDiskRules } from './rules/boot-disks.ts';
import { bootFirmwareRules } from './rules/boot-firmware.ts';
import { churnRules } from './rules/churn.ts';
import { diskChangeRules } from './rules/disk-changes.ts';
import { diskKindRules } from './rules/disk-kinds.ts';
import { diskLimitRules } from './rules/disk-limits.ts';
import { nameRules } from './rules/names.ts';
import { networkRules } from './rules/network.ts';
import { osGuestRules } from './rules/os-guest.ts';
import { osKernelRules } from './rules/os-kernel.ts';
import { osSystemRules } from './rules/os-system.ts';
import { platformAgentRules } from './rules/platform-agent.ts';
import { platformHostRules } from './rules/platform-hosts.ts';
import { processRules } from './rules/process.ts';
import { targetRules } from './rules/target.ts';
import { volumeRules } from './rules/volumes.ts';

const bySubject: readonly (readonly Rule[])[] = [
  osSystemRules,
  osKernelRules,
  osGuestRules,
  bootFirmwareRules,
  bootDiskRules,
  diskLimitRules,
  diskKindRules,
  volumeRules,
  diskChangeRules,
  azureDiskRules,
  churnRules,
  nameRules,
  networkRules,
  platformHostRules,
  platformAgentRules,
  awsRules,
  azureSourceRules,
  targetRules,
  processRules,
];

/** Every rule, ordered by id. */
export const allRules: readonly Rule[] = bySubject.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
