import { describe, expect, test } from 'vitest';

import { mergeDisks, mergeNics, mergeVolumes } from '../../../shared/domain/merge-parts.ts';

describe('parts from several sources', () => {
  test('a disk keeps its bus from the hypervisor and gains what the guest knows', () => {
    const hypervisor = [
      { id: 'Hard disk 1', sizeGiB: 60, isOsDisk: true, bus: 'scsi' as const },
      { id: 'Hard disk 2', sizeGiB: 200, isOsDisk: false, bus: 'rdmPhysical' as const },
      { id: 'Hard disk 3', sizeGiB: 100, isOsDisk: false, bus: 'scsi' as const },
    ];
    const guest = [
      { id: 'Disk 0', sizeGiB: 60, isOsDisk: true, isEncrypted: false },
      { id: 'Disk 2', sizeGiB: 100.02, isOsDisk: false, isDynamic: true },
      { id: 'Disk 1', sizeGiB: 199.9, isOsDisk: false, isEncrypted: true },
    ];
    expect(mergeDisks(hypervisor, guest)).toEqual([
      { id: 'Hard disk 1', sizeGiB: 60, isOsDisk: true, bus: 'scsi', isEncrypted: false },
      { id: 'Hard disk 2', sizeGiB: 199.9, isOsDisk: false, bus: 'rdmPhysical', isEncrypted: true },
      { id: 'Hard disk 3', sizeGiB: 100.02, isOsDisk: false, bus: 'scsi', isDynamic: true },
    ]);
  });

  test('a disk that only one source knows stays, and nothing is counted twice', () => {
    expect(mergeDisks([{ id: 'a', sizeGiB: 10 }], [{ id: 'b', sizeGiB: 500 }])).toHaveLength(2);
    expect(mergeDisks([{ id: '/dev/sda', sizeGiB: 10 }], [{ id: '/dev/SDA', sizeGiB: 12 }])).toEqual([{ id: '/dev/sda', sizeGiB: 12 }]);
    expect(mergeDisks([], [{ id: 'b' }])).toEqual([{ id: 'b' }]);
  });

  test('volumes are joined by mount point, adapters by MAC', () => {
    expect(mergeVolumes([{ mountPoint: 'C:\\', sizeGiB: 60 }], [{ mountPoint: 'c:', fileSystem: 'NTFS' }])).toEqual([
      { mountPoint: 'C:\\', sizeGiB: 60, fileSystem: 'NTFS' },
    ]);
    expect(
      mergeNics(
        [{ id: 'Network adapter 1', mac: '00:50:56:aa:00:01', network: 'LAN' }],
        [{ id: 'eth0', mac: '00-50-56-AA-00-01', isTeamed: false }],
      ),
    ).toEqual([{ id: 'Network adapter 1', mac: '00-50-56-AA-00-01', network: 'LAN', isTeamed: false }]);
  });
});
