import { expect, test } from 'vitest';

import { contradict } from '../../../shared/domain/same-meaning.ts';

test('capitals, rounding and the row of a part are no contradiction', () => {
  expect([contradict('owner', 'Finance', 'FINANCE'), contradict('inUseGiB', 100.04, 100.1), contradict('cpuCount', 4, 8)]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a system said more precisely is the same system; another version or family is not', () => {
  const differs = (a: string, b: string): boolean => contradict('osName', a, b);
  expect([
    differs('Microsoft Windows Server 2019 (64-bit)', 'Microsoft Windows Server 2019 Standard'),
    differs('Ubuntu Linux (64-bit)', 'Ubuntu 20.04.6 LTS'),
    differs('CentOS 7 (64-bit)', 'CentOS Linux 7.9.2009 (Core)'),
    differs('Microsoft Windows Server 2016 (64-bit)', 'Microsoft Windows Server 2019 Standard'),
    differs('Red Hat Enterprise Linux 7 (64-bit)', 'Ubuntu 20.04.6 LTS'),
    differs('Something', 'Else'),
  ]).toEqual([false, false, false, true, true, true]);
  expect([contradict('osVersion', '8', '8.10'), contradict('osVersion', '8', '80'), contradict('osVersion', '2016', '2019')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('lists of parts contradict each other only where one part says two things', () => {
  const hypervisor = [{ id: 'Hard disk 1', sizeGiB: 80, isOsDisk: true, bus: 'scsi', row: 2 }];
  const guest = [{ id: '0', sizeGiB: 80, isOsDisk: true, isEncrypted: false }];
  const smaller = [{ id: '0', sizeGiB: 60, isOsDisk: true }];
  const second = [...guest, { id: '1', sizeGiB: 200 }];
  expect([guest, smaller, second].map((other) => contradict('disks', hypervisor, other))).toEqual([false, true, false]);
});

test('a list that holds the other one says more, one that lacks some of it says something else', () => {
  const one = ['10.0.0.1'];
  expect([
    contradict('ipAddresses', one, ['10.0.0.1', 'fe80::1']),
    contradict('ipAddresses', ['10.0.0.1', 'fe80::1'], one),
    contradict('ipAddresses', one, ['10.0.0.2']),
  ]).toEqual([false, false, true]);
});
