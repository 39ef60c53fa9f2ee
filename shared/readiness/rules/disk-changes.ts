import type { MachineFacts, PlannedDiskChange } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { disksOf, LACKS_DISK_SIZE } from '../disks.ts';
import { missing, raised, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, CROSS_REGION, HYPER_V, PHYSICAL, VMWARE } from '../scenario-groups.ts';

const LACKS_CHANGE = missing('plannedDiskChange');
const LACKS_SNAPSHOTS = missing('snapshotCount');
const LACKS_CHECKPOINTS = missing('checkpointCount');
const LACKS_EXCLUDED = missing('disksToExclude');
const LACKS_FREE = missing('vhdVolumeFreeGiB');

/** Raised when one of these changes is planned, for the machine or for all. */
function whenPlanned(...changes: readonly PlannedDiskChange[]): Check {
  return (facts, context) => {
    const planned = facts.plannedDiskChange ?? context.shared.plannedDiskChange;
    if (planned === undefined) return LACKS_CHANGE;
    return changes.includes(planned) ? raised({ plannedDiskChange: planned }) : null;
  };
}

function checkFreeForReplica(facts: MachineFacts): ReturnType<Check> {
  const disks = disksOf(facts);
  if (disks.length === 0 || disks.some((disk) => disk.sizeGiB === undefined)) return LACKS_DISK_SIZE;
  if (facts.vhdVolumeFreeGiB === undefined) return LACKS_FREE;
  // 100 % of the disks for the initial copy is always more than 50 % for the deltas.
  const neededGiB = disks.reduce((sum, disk) => sum + (disk.sizeGiB ?? 0), 0);
  return facts.vhdVolumeFreeGiB < neededGiB ? raised({ vhdVolumeFreeGiB: facts.vhdVolumeFreeGiB, neededGiB }) : null;
}

export const diskChangeRules: readonly Rule[] = [
  rule({
    id: 'R-DK-37',
    scenarios: VMWARE,
    severity: 'info',
    fields: ['snapshotCount'],
    sources: ['product'],
    title: 'The machine has snapshots',
    why: 'No limit is documented for replication by agent. Going back to a snapshot forces a resynchronisation (our inference).',
    remedy: 'Remove the snapshots before enabling replication.',
    check: ({ snapshotCount }) => {
      if (snapshotCount === undefined) return LACKS_SNAPSHOTS;
      return snapshotCount > 0 ? raised({ snapshotCount }) : null;
    },
  }),
  rule({
    id: 'R-DK-38',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['checkpointCount'],
    sources: ['HV-FO', 'HV-TS'],
    title: 'The machine has checkpoints',
    why: 'Checkpoints must be gone before the failover.',
    remedy: 'Merge the checkpoints.',
    check: ({ checkpointCount }) => {
      if (checkpointCount === undefined) return LACKS_CHECKPOINTS;
      return checkpointCount > 0 ? raised({ checkpointCount }) : null;
    },
  }),
  rule({
    id: 'R-DK-39',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['plannedDiskChange'],
    sources: ['HV-SM'],
    title: 'A change of disks falls into the replication',
    why: 'Resizing, adding or removing a disk, or a new disk id, makes it necessary to disable replication and enable it anew.',
    remedy: 'Make the change before enabling replication.',
    check: whenPlanned('grow', 'add-one', 'add-several', 'remove', 'shrink', 'change-partition-style', 'rename-device'),
  }),
  rule({
    id: 'R-DK-40',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['plannedDiskChange'],
    sources: ['VM-SM'],
    title: 'A change of disks falls into the replication',
    why: 'Adding, removing or shrinking a disk, changing between GPT and MBR, and renaming a Linux device are not supported while replicating: a disk must stay what it is. Growing is allowed.',
    remedy: 'Make the change before enabling replication, or disable replication and enable it anew.',
    check: whenPlanned('add-one', 'add-several', 'remove', 'shrink', 'change-partition-style', 'rename-device'),
  }),
  rule({
    id: 'R-DK-41',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['plannedDiskChange'],
    sources: ['A2A-SM'],
    title: 'Several disks are added, or one removed, while replicating',
    why: 'Disks may be added one at a time; removing one while the machine runs is not supported.',
    remedy: 'Make the change before enabling replication.',
    check: whenPlanned('add-several', 'remove'),
  }),
  rule({
    id: 'R-DK-42',
    scenarios: PHYSICAL,
    severity: 'warning',
    fields: ['disksToExclude'],
    sources: ['PHY-MOD', 'VM-SM'],
    title: 'Disks are to be left out',
    why: 'The modernized experience does not offer to leave disks of a physical machine out.',
    remedy: 'Replicate all disks and delete what is not needed afterwards.',
    check: ({ disksToExclude }) => {
      if (disksToExclude === undefined) return LACKS_EXCLUDED;
      return disksToExclude.length > 0 ? raised({ disksToExclude }) : null;
    },
  }),
  rule({
    id: 'R-DK-43',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['vhdVolumeFreeGiB', 'disks[].sizeGiB'],
    sources: ['HV-DP', 'HV-ARCH'],
    title: 'Too little space beside the virtual disks',
    why: 'In the worst case the initial copy needs as much space as the disks have, and changes half of it. A log of half the disk forces a resynchronisation.',
    remedy: 'Add space to the volume, or replicate in smaller batches.',
    check: checkFreeForReplica,
  }),
];
