import { describe, expect, test } from 'vitest';

import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';

/** Names of Windows as people and agents shorten them, with the release that each is; none where it could be several. */
const WINDOWS: readonly (readonly [name: string, version: string | undefined])[] = [
  ['Windows Server 2019 Datacenter', '2019'],
  ['Windows 2016', '2016'],
  ['Win 2016', '2016'],
  ['Win2K12 R2', '2012 R2'],
  ['W2K8 R2', '2008 R2'],
  ['WinSrv2022', '2022'],
  ['Microsoft Windows NT Server 6.3', '2012 R2'],
  ['Microsoft Windows NT Server 10.0', undefined],
  ['Microsoft Windows NT Advanced Server 6.1', '2008 R2'],
  ['Windows NT Server 4.0', 'NT'],
];

describe('a name of a Windows server', () => {
  test.each(WINDOWS)('%j is release %s', (name, version) => {
    expect({ osVersion: undefined, ...readOperatingSystemName(name) }).toMatchObject({
      osName: name,
      osFamily: 'windows',
      osDistro: 'windows-server',
      osVersion: version,
    });
  });
});
