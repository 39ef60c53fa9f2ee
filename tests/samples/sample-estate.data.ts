/** The invented estate of the sample engagement: a ferry line that does not exist. 120 machines in 21 applications. */
export interface SampleTier {
  readonly role: string;
  readonly count: number;
  readonly os: string;
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly disksGiB: readonly number[];
  readonly firmware?: 'bios' | 'efi';
  readonly quirk?: 'off' | 'no-tools' | 'snapshot' | 'shared-disk' | 'rdm' | 'secure-boot' | 'long-name' | 'ipv6' | 'full' | 'usb';
}

export interface SampleApplication {
  readonly name: string;
  readonly short: string;
  readonly environment: 'Production' | 'Test' | 'Infrastructure';
  readonly owner: string;
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  readonly tiers: readonly SampleTier[];
}

const WS2012 = 'Microsoft Windows Server 2012 R2 (64-bit)';
const WS2016 = 'Microsoft Windows Server 2016 (64-bit)';
const WS2019 = 'Microsoft Windows Server 2019 (64-bit)';
const WS2022 = 'Microsoft Windows Server 2022 (64-bit)';
const WS2008 = 'Microsoft Windows Server 2008 R2 (64-bit)';
const RHEL7 = 'Red Hat Enterprise Linux 7 (64-bit)';
const RHEL8 = 'Red Hat Enterprise Linux 8 (64-bit)';
const UBUNTU = 'Ubuntu Linux (64-bit)';
const CENTOS7 = 'CentOS 7 (64-bit)';
const SLES12 = 'SUSE Linux Enterprise 12 (64-bit)';
const DEBIAN11 = 'Debian GNU/Linux 11 (64-bit)';

export const sampleApplications: readonly SampleApplication[] = [
  {
    name: 'Ticketing',
    short: 'tick',
    environment: 'Production',
    owner: 'Passenger Systems',
    criticality: 'critical',
    tiers: [
      { role: 'web', count: 6, os: WS2019, cpu: 4, memoryGiB: 8, disksGiB: [80], firmware: 'efi' },
      { role: 'app', count: 3, os: WS2019, cpu: 8, memoryGiB: 32, disksGiB: [80, 120], firmware: 'efi' },
      { role: 'sql', count: 2, os: WS2019, cpu: 16, memoryGiB: 128, disksGiB: [100, 800, 400, 200], firmware: 'efi' },
    ],
  },
  {
    name: 'Ticketing test',
    short: 'tickt',
    environment: 'Test',
    owner: 'Passenger Systems',
    criticality: 'low',
    tiers: [
      { role: 'web', count: 2, os: WS2019, cpu: 2, memoryGiB: 8, disksGiB: [80], firmware: 'efi' },
      { role: 'sql', count: 1, os: WS2019, cpu: 4, memoryGiB: 16, disksGiB: [80, 200], firmware: 'efi', quirk: 'snapshot' },
    ],
  },
  {
    name: 'Freight booking',
    short: 'frt',
    environment: 'Production',
    owner: 'Freight',
    criticality: 'critical',
    tiers: [
      { role: 'web', count: 3, os: UBUNTU, cpu: 4, memoryGiB: 16, disksGiB: [60] },
      { role: 'app', count: 4, os: RHEL8, cpu: 8, memoryGiB: 32, disksGiB: [80, 100] },
      { role: 'db', count: 2, os: RHEL8, cpu: 16, memoryGiB: 96, disksGiB: [80, 600, 600] },
    ],
  },
  {
    name: 'Freight booking test',
    short: 'frtt',
    environment: 'Test',
    owner: 'Freight',
    criticality: 'low',
    tiers: [
      { role: 'web', count: 1, os: UBUNTU, cpu: 2, memoryGiB: 8, disksGiB: [60] },
      { role: 'db', count: 1, os: RHEL8, cpu: 4, memoryGiB: 16, disksGiB: [80, 300], quirk: 'snapshot' },
    ],
  },
  {
    name: 'Crew rostering',
    short: 'crew',
    environment: 'Production',
    owner: 'Fleet Operations',
    criticality: 'high',
    tiers: [
      { role: 'app', count: 3, os: WS2016, cpu: 4, memoryGiB: 16, disksGiB: [80, 60] },
      { role: 'sql', count: 2, os: WS2016, cpu: 8, memoryGiB: 64, disksGiB: [80, 300, 100], quirk: 'shared-disk' },
    ],
  },
  {
    name: 'Port gates',
    short: 'gate',
    environment: 'Production',
    owner: 'Terminal Operations',
    criticality: 'critical',
    tiers: [
      { role: 'ctl', count: 4, os: WS2012, cpu: 2, memoryGiB: 8, disksGiB: [60] },
      { role: 'cam', count: 2, os: DEBIAN11, cpu: 4, memoryGiB: 16, disksGiB: [60, 2000] },
      { role: 'lic', count: 1, os: WS2008, cpu: 1, memoryGiB: 4, disksGiB: [40], quirk: 'usb' },
    ],
  },
  {
    name: 'Finance',
    short: 'fin',
    environment: 'Production',
    owner: 'Finance',
    criticality: 'high',
    tiers: [
      { role: 'app', count: 3, os: SLES12, cpu: 8, memoryGiB: 64, disksGiB: [100, 200] },
      { role: 'hdb', count: 2, os: SLES12, cpu: 32, memoryGiB: 512, disksGiB: [100, 1500, 1500, 500] },
      { role: 'prt', count: 1, os: WS2016, cpu: 2, memoryGiB: 8, disksGiB: [80], quirk: 'full' },
    ],
  },
  {
    name: 'Finance test',
    short: 'fint',
    environment: 'Test',
    owner: 'Finance',
    criticality: 'low',
    tiers: [
      { role: 'app', count: 1, os: SLES12, cpu: 4, memoryGiB: 32, disksGiB: [100] },
      { role: 'hdb', count: 1, os: SLES12, cpu: 16, memoryGiB: 256, disksGiB: [100, 800, 800], quirk: 'off' },
    ],
  },
  {
    name: 'File services',
    short: 'file',
    environment: 'Production',
    owner: 'Workplace IT',
    criticality: 'medium',
    tiers: [
      { role: 'srv', count: 3, os: WS2019, cpu: 4, memoryGiB: 16, disksGiB: [80, 4000, 4000] },
      { role: 'arc', count: 1, os: WS2012, cpu: 4, memoryGiB: 16, disksGiB: [80, 12_000], quirk: 'rdm' },
    ],
  },
  {
    name: 'Mail relay',
    short: 'mail',
    environment: 'Production',
    owner: 'Workplace IT',
    criticality: 'medium',
    tiers: [{ role: 'mta', count: 2, os: DEBIAN11, cpu: 2, memoryGiB: 4, disksGiB: [40] }],
  },
  {
    name: 'Intranet',
    short: 'intra',
    environment: 'Production',
    owner: 'Communications',
    criticality: 'low',
    tiers: [
      { role: 'web', count: 2, os: CENTOS7, cpu: 4, memoryGiB: 8, disksGiB: [60, 100] },
      { role: 'db', count: 1, os: CENTOS7, cpu: 4, memoryGiB: 16, disksGiB: [60, 200] },
    ],
  },
  {
    name: 'Data warehouse',
    short: 'dwh',
    environment: 'Production',
    owner: 'Finance',
    criticality: 'high',
    tiers: [
      { role: 'etl', count: 2, os: WS2019, cpu: 8, memoryGiB: 64, disksGiB: [80, 500] },
      {
        role: 'sql',
        count: 2,
        os: WS2022,
        cpu: 16,
        memoryGiB: 256,
        disksGiB: [100, 3000, 3000, 1000],
        firmware: 'efi',
        quirk: 'secure-boot',
      },
      { role: 'rep', count: 2, os: WS2019, cpu: 4, memoryGiB: 32, disksGiB: [80, 100] },
    ],
  },
  {
    name: 'Maintenance planning',
    short: 'mnt',
    environment: 'Production',
    owner: 'Fleet Engineering',
    criticality: 'high',
    tiers: [
      { role: 'app', count: 3, os: WS2016, cpu: 4, memoryGiB: 16, disksGiB: [80, 80] },
      { role: 'ora', count: 2, os: RHEL7, cpu: 8, memoryGiB: 64, disksGiB: [80, 500, 500] },
    ],
  },
  {
    name: 'Onboard shop',
    short: 'shop',
    environment: 'Production',
    owner: 'Passenger Systems',
    criticality: 'medium',
    tiers: [
      { role: 'pos', count: 4, os: WS2016, cpu: 2, memoryGiB: 8, disksGiB: [80] },
      { role: 'sync', count: 2, os: UBUNTU, cpu: 4, memoryGiB: 8, disksGiB: [60, 120] },
    ],
  },
  {
    name: 'Weather and routing',
    short: 'wx',
    environment: 'Production',
    owner: 'Fleet Operations',
    criticality: 'high',
    tiers: [
      { role: 'calc', count: 4, os: RHEL8, cpu: 16, memoryGiB: 64, disksGiB: [80, 400] },
      { role: 'api', count: 2, os: RHEL8, cpu: 4, memoryGiB: 16, disksGiB: [80], quirk: 'ipv6' },
    ],
  },
  {
    name: 'Document archive',
    short: 'doc',
    environment: 'Production',
    owner: 'Legal',
    criticality: 'medium',
    tiers: [
      { role: 'app', count: 2, os: WS2012, cpu: 4, memoryGiB: 16, disksGiB: [80, 200] },
      { role: 'idx', count: 1, os: WS2012, cpu: 8, memoryGiB: 32, disksGiB: [80, 900], quirk: 'no-tools' },
    ],
  },
  {
    name: 'Monitoring',
    short: 'mon',
    environment: 'Infrastructure',
    owner: 'Data Centre',
    criticality: 'medium',
    tiers: [
      { role: 'core', count: 2, os: UBUNTU, cpu: 8, memoryGiB: 32, disksGiB: [60, 600] },
      { role: 'log', count: 3, os: UBUNTU, cpu: 8, memoryGiB: 64, disksGiB: [60, 1500] },
    ],
  },
  {
    name: 'Directory and names',
    short: 'dc',
    environment: 'Infrastructure',
    owner: 'Workplace IT',
    criticality: 'critical',
    tiers: [{ role: 'ad', count: 4, os: WS2022, cpu: 2, memoryGiB: 8, disksGiB: [80], firmware: 'efi' }],
  },
  {
    name: 'Build farm',
    short: 'bld',
    environment: 'Test',
    owner: 'Software Delivery',
    criticality: 'low',
    tiers: [
      { role: 'agent', count: 8, os: UBUNTU, cpu: 8, memoryGiB: 16, disksGiB: [200] },
      { role: 'main', count: 1, os: WS2019, cpu: 8, memoryGiB: 32, disksGiB: [80, 500], quirk: 'long-name' },
    ],
  },
  {
    name: 'Virtual desktops',
    short: 'vdi',
    environment: 'Production',
    owner: 'Workplace IT',
    criticality: 'medium',
    tiers: [
      { role: 'brk', count: 2, os: WS2019, cpu: 4, memoryGiB: 16, disksGiB: [80] },
      { role: 'host', count: 12, os: WS2022, cpu: 16, memoryGiB: 64, disksGiB: [120], firmware: 'efi' },
    ],
  },
  {
    name: '',
    short: 'misc',
    environment: 'Production',
    owner: '',
    criticality: 'low',
    tiers: [
      { role: 'ftp', count: 1, os: WS2008, cpu: 1, memoryGiB: 2, disksGiB: [40, 100], quirk: 'off' },
      { role: 'jump', count: 2, os: WS2019, cpu: 2, memoryGiB: 8, disksGiB: [80] },
      { role: 'time', count: 2, os: DEBIAN11, cpu: 1, memoryGiB: 2, disksGiB: [20] },
      { role: 'fax', count: 1, os: 'Microsoft Windows Server 2003 (32-bit)', cpu: 1, memoryGiB: 2, disksGiB: [30] },
      { role: 'scan', count: 2, os: 'Microsoft Windows 10 (64-bit)', cpu: 2, memoryGiB: 8, disksGiB: [120] },
    ],
  },
];
