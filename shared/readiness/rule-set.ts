import type { Rule } from './rule.ts';
import { azureDiskRules } from './rules/azure-disks.ts';
import { bootDiskRules } from './rules/boot-disks.ts';
import { bootFirmwareRules } from './rules/boot-firmware.ts';
import { diskChangeRules } from './rules/disk-changes.ts';
import { diskKindRules } from './rules/disk-kinds.ts';
import { diskLimitRules } from './rules/disk-limits.ts';
import { nameRules } from './rules/names.ts';
import { osGuestRules } from './rules/os-guest.ts';
import { osKernelRules } from './rules/os-kernel.ts';
import { osSystemRules } from './rules/os-system.ts';
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
  nameRules,
];

/** Every rule, ordered by id. */
export const allRules: readonly Rule[] = bySubject.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
