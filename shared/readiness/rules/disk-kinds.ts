import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { diskCountOf, osDiskOf, whenAnyDisk, whenOnBus } from '../disks.ts';
import { missing, onLinux, onWindows, raised, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, AGENT_WINDOWS, AWS, HYPER_V, PHYSICAL, TO_AZURE, VMWARE } from '../scenario-groups.ts';

const LACKS_BOOT_DISK = missing('hasBootDisk');

const isNvme: Check = whenOnBus(['nvme']);

const isGuestIscsi: Check = whenOnBus(['iscsiGuest']);

const has4kSectors: Check = whenAnyDisk({
  field: 'disks[].logicalSectorBytes',
  of: (disk) => (disk.logicalSectorBytes === undefined ? undefined : disk.logicalSectorBytes === 4096),
  whole: (facts) => facts.has4kSectorDisks,
});

function checkBootDisk(facts: MachineFacts): ReturnType<Check> {
  if (facts.hasBootDisk !== undefined) return facts.hasBootDisk ? null : raised({ hasBootDisk: false });
  if (osDiskOf(facts) !== undefined) return null;
  return diskCountOf(facts) === 0 ? raised({ diskCount: 0 }) : LACKS_BOOT_DISK;
}

export const diskKindRules: readonly Rule[] = [
  rule({
    id: 'R-DK-11',
    scenarios: TO_AZURE,
    severity: 'refused',
    fields: ['disks[].isShared'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'A disk is shared with another machine',
    why: 'Shared disks and cluster disks are not replicated.',
    remedy: 'Build the cluster anew in Azure and move the data with the means of the application.',
    check: whenAnyDisk({ field: 'disks[].isShared', of: (disk) => disk.isShared, whole: (facts) => facts.hasSharedDisks }),
  }),
  rule({
    id: 'R-DK-14',
    scenarios: TO_AZURE,
    severity: 'refused',
    fields: ['disks[].bus'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'A disk comes over virtual Fibre Channel',
    why: 'Disks on virtual Fibre Channel are listed as unsupported.',
    remedy: 'Move the data to a virtual disk.',
    check: whenOnBus(['fibreChannel']),
  }),
  rule({
    id: 'R-DK-15',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['disks[].bus'],
    sources: ['HV-SM', 'SDK'],
    title: 'A disk is passed through from the host',
    why: 'Only VHD and VHDX files are replicated; the service marks machines with a physical disk.',
    remedy: 'Convert the disk to a VHDX.',
    check: whenOnBus(['passThrough']),
  }),
  rule({
    id: 'R-DK-16',
    scenarios: VMWARE,
    severity: 'info',
    fields: ['disks[].bus'],
    sources: ['VM-SM'],
    title: 'A disk is a raw device mapping',
    why: 'Raw device mappings are supported; the agent reads them like any other disk.',
    remedy: 'Nothing to do.',
    check: whenOnBus(['rdmPhysical', 'rdmVirtual'], (disk) => disk.bus),
  }),
  rule({
    id: 'R-DK-17',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['disks[].isEncrypted'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'A volume is encrypted inside the machine',
    why: 'Volumes under BitLocker, LUKS or another encryption in the guest are refused.',
    remedy: 'Decrypt before the move and encrypt again afterwards.',
    check: whenAnyDisk({ field: 'disks[].isEncrypted', of: (disk) => disk.isEncrypted, whole: (facts) => facts.hasEncryptedVolumes }),
  }),
  rule({
    id: 'R-DK-18',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['disks[].logicalSectorBytes'],
    sources: ['VM-SM'],
    title: 'A disk has logical sectors of 4 KB',
    why: 'Neither 4K logical sectors on 4K physical ones nor on 512-byte ones are supported.',
    remedy: 'Copy the data to a disk with 512-byte sectors.',
    check: has4kSectors,
  }),
  rule({
    id: 'R-DK-19',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['disks[].logicalSectorBytes'],
    sources: ['HV-SM'],
    title: 'A virtual disk has native 4K sectors',
    why: 'Native 4K is not supported; 512-byte emulation is.',
    remedy: 'Convert the VHDX.',
    check: has4kSectors,
  }),
  rule({
    id: 'R-DK-24',
    scenarios: VMWARE,
    severity: 'warning',
    fields: ['disks[].bus'],
    sources: ['VM-SM'],
    title: 'A disk comes over iSCSI from inside the guest',
    why: 'It is allowed for a migration, not for disaster recovery. The discovery through vCenter may not show such disks (our inference).',
    remedy: 'Look at the list of disks when enabling replication. Where the disk is missing, protect the machine as a physical one.',
    check: isGuestIscsi,
  }),
  rule({
    id: 'R-DK-25',
    scenarios: [...PHYSICAL, ...AWS],
    severity: 'info',
    fields: ['disks[].bus'],
    sources: ['VM-SM'],
    title: 'A disk comes over iSCSI from inside the guest',
    why: 'It is allowed for a migration, not for disaster recovery. In Azure it comes up as an ordinary attached disk.',
    remedy: 'Nothing to do; take the iSCSI connection out of the machine after the move.',
    check: isGuestIscsi,
  }),
  rule({
    id: 'R-DK-27',
    scenarios: [...VMWARE, ...PHYSICAL],
    severity: 'blocker',
    fields: ['disks[].bus', 'osFamily'],
    sources: ['VM-SM'],
    title: 'Linux with an NVMe disk',
    why: 'NVMe is listed for Windows only since December 2025; the text of 2023 knew no such restriction.',
    remedy: 'Attach the disk as SCSI. After a proven test the blocker may be overridden.',
    check: onLinux(isNvme),
  }),
  rule({
    id: 'R-DK-28',
    scenarios: AGENT_WINDOWS,
    severity: 'info',
    fields: ['disks[].bus', 'osFamily'],
    sources: ['VM-SM'],
    title: 'Windows with an NVMe disk',
    why: 'NVMe disks of Windows machines are supported.',
    remedy: 'Nothing to do.',
    check: onWindows(isNvme),
  }),
  rule({
    id: 'R-DK-52',
    scenarios: PHYSICAL,
    severity: 'warning',
    fields: ['disks[].raidKind'],
    sources: ['VM-SM'],
    title: 'Disks lie behind a hardware RAID',
    why: 'The matrix of 2023 lists disks of a hardware RAID as unsupported and those of a software RAID as supported. A volume of a controller usually looks like one disk (our inference).',
    remedy: 'Prove one machine of this kind before planning a wave.',
    check: whenAnyDisk({
      field: 'disks[].raidKind',
      of: (disk) => (disk.raidKind === undefined ? undefined : disk.raidKind === 'hardware'),
    }),
  }),
  rule({
    id: 'R-DK-54',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['hasBootDisk'],
    sources: ['VM-SM'],
    title: 'There is no boot disk',
    why: 'A machine that boots from the network or a SAN without a local disk cannot be replicated.',
    remedy: 'Build the machine anew with a boot disk.',
    check: checkBootDisk,
  }),
];
