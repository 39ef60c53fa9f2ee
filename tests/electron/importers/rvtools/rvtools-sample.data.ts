export type Row = readonly (string | number | boolean | null)[];

export const UUID = '42101111-2222-4333-8444-555566667777';
export const OTHER = '42109999-2222-4333-8444-555566667777';

/** Headers of RVTools 4, in which sizes are MiB. */
export const NEW: Readonly<Record<string, readonly Row[]>> = {
  vInfo: [
    [
      'VM',
      'Powerstate',
      'Template',
      'SRM Placeholder',
      'DNS Name',
      'CPUs',
      'Memory',
      'NICs',
      'Disks',
      'Provisioned MiB',
      'In Use MiB',
      'HW version',
      'Firmware',
      'EFI Secure boot',
      'Cluster',
      'Host',
      'OS according to the configuration file',
      'OS according to the VMware Tools',
      'VM ID',
      'VM UUID',
      'VI SDK Server',
    ],
    [
      'web01',
      'poweredOn',
      false,
      false,
      'web01.corp.example',
      4,
      8192,
      1,
      2,
      153_600,
      51_200,
      '19',
      'efi',
      true,
      'Cluster A',
      'esx1',
      'Other (64-bit)',
      'Microsoft Windows Server 2019 (64-bit)',
      'vm-11',
      UUID,
      'vc1',
    ],
    [
      'db01',
      'poweredOff',
      false,
      false,
      null,
      2,
      4096,
      1,
      1,
      51_200,
      10_240,
      '11',
      'bios',
      false,
      'Cluster A',
      'esx2',
      'Red Hat Enterprise Linux 8 (64-bit)',
      null,
      'vm-12',
      OTHER,
      'vc1',
    ],
    [
      'ghost',
      'poweredOff',
      false,
      true,
      null,
      1,
      1024,
      1,
      1,
      1,
      1,
      '11',
      'bios',
      false,
      'Cluster A',
      'esx2',
      null,
      null,
      'vm-13',
      null,
      'vc1',
    ],
  ],
  vCPU: [
    ['VM', 'CPUs', 'VM ID', 'VM UUID'],
    ['web01', 4, 'vm-11', UUID],
  ],
  vMemory: [
    ['VM', 'Size MiB', 'VM ID', 'VM UUID'],
    ['web01', 8192, 'vm-11', UUID],
  ],
  vDisk: [
    [
      'VM',
      'Disk',
      'Capacity MiB',
      'Raw',
      'Raw Comp. Mode',
      'Disk Mode',
      'Sharing mode',
      'Thin',
      'Controller',
      'Disk Path',
      'VM ID',
      'VM UUID',
    ],
    [
      'web01',
      'Hard disk 1',
      102_400,
      false,
      null,
      'persistent',
      'sharingNone',
      true,
      'VMware paravirtual SCSI',
      '[ds1] web01/web01.vmdk',
      'vm-11',
      UUID,
    ],
    [
      'web01',
      'Hard disk 2',
      51_200,
      true,
      'physicalMode',
      'independent_persistent',
      'sharingMultiWriter',
      false,
      'LSI Logic',
      '[vvol1] web01/web01_1.vmdk',
      'vm-11',
      UUID,
    ],
    ['nobody', 'Hard disk 1', 1024, false, null, 'persistent', null, true, 'IDE 0', '[ds1] x.vmdk', 'vm-99', null],
  ],
  vPartition: [
    ['VM', 'Disk', 'Capacity MiB', 'Free MiB', 'VM ID', 'VM UUID'],
    ['web01', 'C:\\', 101_900, 40_000, 'vm-11', UUID],
  ],
  vNetwork: [
    ['VM', 'NIC label', 'Adapter', 'Network', 'Connected', 'Mac Address', 'IPv4 Address', 'VM ID', 'VM UUID'],
    ['web01', 'Network adapter 1', 'Vmxnet3', 'LAN', true, '00:50:56:AA:00:01', '10.0.0.4, 10.0.0.5', 'vm-11', UUID],
  ],
  vSnapshot: [
    ['VM', 'Name', 'Date / time', 'VM ID', 'VM UUID'],
    ['web01', 'before patch', '2026-01-01', 'vm-11', UUID],
  ],
  vTools: [
    ['VM', 'Tools', 'VM ID', 'VM UUID'],
    ['web01', 'toolsOld', 'vm-11', UUID],
    ['db01', 'toolsNotInstalled', 'vm-12', OTHER],
  ],
  vHost: [
    ['Host', 'ESX Version'],
    ['esx1', 'VMware ESXi 7.0.3 build-1'],
    ['esx2', 'VMware ESXi 6.5.0 build-2'],
  ],
  vDatastore: [
    ['Name', 'Type'],
    ['ds1', 'VMFS'],
    ['vvol1', 'VVOL'],
  ],
  vHealth: [
    ['Name', 'Message', 'Message type'],
    ['web01', 'VM tools are out of date', 'Tools'],
  ],
  vMetaData: [
    ['RVTools version', 'xlsx creation datetime'],
    ['4.6.1', '2026-03-04 05:06:07'],
  ],
};

/** Names of the generation before: MB, and other words for the same. */
const RENAMED: Readonly<Record<string, string>> = {
  'Provisioned MiB': 'Provisioned MB',
  'In Use MiB': 'In Use MB',
  'Size MiB': 'Size MB',
  'Capacity MiB': 'Capacity MB',
  'Free MiB': 'Free MB',
};
export const OLD = Object.fromEntries(
  Object.entries(NEW).map(([name, [header = [], ...rows]]) => [name, [header.map((cell) => RENAMED[String(cell)] ?? cell), ...rows]]),
);

/** Names of the database that RVTools writes with `-DBColumnNames`: each with its tab in front. */
const IN_DATABASE: Readonly<Record<string, string>> = {
  VM: 'VMName',
  'VM ID': 'ObjectID',
  'VM UUID': 'UUID',
  'DNS Name': 'GuestHostName',
  'Provisioned MiB': 'Provisioned',
  'In Use MiB': 'InUse',
  Disks: 'NumVirtualDisks',
  'HW version': 'Version',
  'OS according to the configuration file': 'OS',
  'OS according to the VMware Tools': 'OSTools',
  'NIC label': 'Nic',
  'IPv4 Address': 'IP4Address',
  'ESX Version': 'FullName',
};

export const DATABASE = Object.fromEntries(
  Object.entries(NEW).map(([tab, [header = [], ...rows]]) => [
    tab,
    [header.map((name) => databaseName(tab, String(name))), ...rows] satisfies readonly Row[],
  ]),
);

function databaseName(tab: string, name: string): string {
  if (tab === 'vHost' && name === 'Host') return 'vHostName';
  if ((tab === 'vDisk' && name === 'Disk') || (tab === 'vNetwork' && name === 'Network')) return `${tab}Name`;
  return tab === 'vMetaData' ? name : `${tab}${IN_DATABASE[name] ?? name.replaceAll(/[^A-Za-z]/g, '')}`;
}
