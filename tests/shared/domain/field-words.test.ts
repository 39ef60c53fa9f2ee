import { expect, test } from 'vitest';

import { fieldWords } from '../../../shared/domain/field-words.ts';

test.each([
  ['isFipsOn', 'FIPS on'],
  ['disks[].isEncrypted', 'Disk: encrypted'],
  ['osDisk.sizeGiB', 'System disk: size GiB'],
  ['hasHyperVDrivers', 'Hyper-V drivers'],
  ['plannedDiskChange', 'Planned disk change'],
  ['nics[].ipConfigs', 'Adapter: IP configs'],
  ['isolation', 'Isolation'],
])('%s reads as “%s”', (name, words) => {
  expect(fieldWords(name)).toBe(words);
});
