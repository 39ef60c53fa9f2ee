/**
 * Operating systems by what the articles say about them; document state up to September 2026.
 * SOURCE: VM-SM 2025-12-18 (agent), A2A-SM 2026-01-01 (between Azure regions), HV-SM 2026-09-11 (Hyper-V).
 */
export interface ListedSystem {
  readonly distro: string;
  /** `8` for a distribution with minor releases, `22.04` for Ubuntu, `2012 R2` for Windows Server. */
  readonly release: string;
  /** First and last minor release listed; absent where the whole release is meant. */
  readonly minors?: readonly [from: number, to: number];
  /** First and last service pack listed; 0 is the release without one. */
  readonly servicePacks?: readonly [from: number, to: number];
  /** Every minor release or service pack that was ever published is listed, so that the release alone suffices. */
  readonly isWhole?: boolean;
}

function windowsServer(...releases: readonly string[]): ListedSystem[] {
  return releases.map((release) => ({ distro: 'windows-server', release }));
}

function windowsClient(...releases: readonly string[]): ListedSystem[] {
  return releases.map((release) => ({ distro: 'windows-client', release }));
}

function ubuntu(...releases: readonly string[]): ListedSystem[] {
  return releases.map((release) => ({ distro: 'ubuntu', release }));
}

/** Latest service pack that anybody counts; "and later" in the articles. */
const ANY_LATER = 99;

const oldWindows: readonly ListedSystem[] = [
  { distro: 'windows-server', release: '2008 R2', servicePacks: [1, ANY_LATER] },
  { distro: 'windows-server', release: '2008', servicePacks: [2, ANY_LATER] },
  { distro: 'windows-client', release: '7', servicePacks: [1, ANY_LATER] },
];

const suse: readonly ListedSystem[] = [
  { distro: 'sles', release: '11', servicePacks: [3, 4] },
  { distro: 'sles', release: '12', servicePacks: [1, 5] },
  { distro: 'sles', release: '15', servicePacks: [0, 7], isWhole: true },
];

const debian: readonly ListedSystem[] = [
  { distro: 'debian', release: '7', isWhole: true },
  { distro: 'debian', release: '8', isWhole: true },
  { distro: 'debian', release: '9', minors: [1, 13] },
  { distro: 'debian', release: '10', isWhole: true },
  { distro: 'debian', release: '11', isWhole: true },
  { distro: 'debian', release: '12', isWhole: true },
];

const rocky: readonly ListedSystem[] = [
  { distro: 'rocky', release: '8', minors: [7, 9] },
  { distro: 'rocky', release: '9', minors: [0, 7] },
  { distro: 'rocky', release: '10', minors: [0, 1] },
];

const laterRedHat: readonly ListedSystem[] = [
  { distro: 'rhel', release: '7', minors: [0, 9], isWhole: true },
  { distro: 'rhel', release: '8', minors: [0, 10], isWhole: true },
  { distro: 'rhel', release: '9', minors: [0, 7] },
  { distro: 'rhel', release: '10', minors: [0, 1] },
];

const oracle: readonly ListedSystem[] = [
  { distro: 'oracle', release: '6', minors: [4, 10] },
  { distro: 'oracle', release: '7', minors: [0, 9], isWhole: true },
  // The matrix ends at 8.9; the list of news adds 8.10.
  { distro: 'oracle', release: '8', minors: [0, 10], isWhole: true },
  { distro: 'oracle', release: '9', minors: [0, 5] },
];

/** VMware, physical and AWS machines: what the agent is built for. */
export const agentSystems: readonly ListedSystem[] = [
  ...windowsServer('2025', '2022', '2019', '2016', '2012 R2', '2012'),
  ...windowsClient('10', '8.1', '8'),
  ...oldWindows,
  { distro: 'rhel', release: '5', minors: [2, 11] },
  { distro: 'rhel', release: '6', minors: [1, 10] },
  ...laterRedHat,
  ...ubuntu('14.04', '16.04', '18.04', '20.04', '22.04', '24.04'),
  ...debian,
  ...suse,
  ...oracle,
  ...rocky,
  { distro: 'alma', release: '8', minors: [6, 10] },
  { distro: 'alma', release: '9', minors: [0, 5] },
];

/** Agent from which on Windows 11 is listed between Azure regions. SOURCE: A2A-SM 2026-01-01. */
export const WINDOWS_11_AGENT = '9.56';

/** Machines that are in Azure already. */
export const crossRegionSystems: readonly ListedSystem[] = [
  ...windowsServer('2025', '2022', '2019', '2016', '2012 R2', '2012'),
  ...windowsClient('11', '10', '8.1', '8'),
  ...oldWindows,
  { distro: 'rhel', release: '6', minors: [7, 10] },
  ...laterRedHat,
  // 24.04 stands in the kernel list and in the list of news only.
  ...ubuntu('14.04', '16.04', '18.04', '20.04', '22.04', '24.04'),
  ...debian,
  ...suse,
  ...oracle,
  ...rocky,
  { distro: 'alma', release: '9', minors: [0, 7] },
  { distro: 'alma', release: '10', minors: [0, 1] },
];

/**
 * Hyper-V guests follow Azure's own list (HV-SM 2026-09-11), which names no releases there; only Windows Server 2008 stands in
 * the article itself. The others are what Azure was known to run in September 2026, and may be overridden. Compared by release only: which minor releases Azure supports is Azure's to say,
 * and changes more often than this table.
 */
export const azureGuestMinimum: Readonly<Record<string, string>> = {
  'windows-server': '2008',
  'windows-client': '7',
  rhel: '6',
  centos: '6',
  oracle: '6',
  sles: '11',
  debian: '7',
  ubuntu: '12.04',
  rocky: '8',
  alma: '8',
};

/** Versions that only the modernized appliance knows; a classic vault cannot carry them on. SOURCE: VM-SM 2025-12-18. */
export const modernizedOnlySystems: readonly ListedSystem[] = [
  ...['rhel', 'oracle'].flatMap((distro): ListedSystem[] => [
    { distro, release: '8', minors: [9, ANY_LATER] },
    { distro, release: '9', isWhole: true },
    { distro, release: '10', isWhole: true },
  ]),
  ...['8', '9', '10'].map((release): ListedSystem => ({ distro: 'rocky', release, isWhole: true })),
  ...ubuntu('22.04', '24.04'),
  { distro: 'sles', release: '15', servicePacks: [5, 7] },
];

/** Linux distributions with trusted launch between Azure regions. SOURCE: TL 2026-01-06. */
export const trustedLaunchSystems: readonly ListedSystem[] = [
  ...ubuntu('18.04', '20.04', '22.04', '24.04'),
  { distro: 'rhel', release: '8', minors: [3, 10] },
  { distro: 'rhel', release: '9', minors: [0, 7] },
  { distro: 'sles', release: '15', servicePacks: [3, 7] },
  { distro: 'alma', release: '8', minors: [10, 10] },
  { distro: 'alma', release: '9', minors: [4, 7] },
  { distro: 'debian', release: '12', isWhole: true },
  { distro: 'oracle', release: '8', minors: [3, 10] },
  { distro: 'oracle', release: '9', minors: [0, 5] },
];

/** Linux distributions that hydration mends by itself, agent and network included. SOURCE: HYD 2026-02-27. */
export const hydratedSystems: readonly ListedSystem[] = [
  ...['6', '7', '8', '9'].map((release): ListedSystem => ({ distro: 'rhel', release, isWhole: true })),
  ...ubuntu('14.04', '16.04', '18.04', '20.04'),
  { distro: 'sles', release: '12', isWhole: true },
  { distro: 'sles', release: '15', isWhole: true },
  ...['7', '8', '9'].map((release): ListedSystem => ({ distro: 'debian', release, isWhole: true })),
  ...['6', '7'].map((release): ListedSystem => ({ distro: 'oracle', release, isWhole: true })),
];

/**
 * Last day of general support by the vendor, ISO; paid extensions not counted. Where the release ended long ago the exact
 * day does not matter, that it is over does. SOURCE: EOS 2026-04-15, W2008 2026-02-27; dates from the vendors' calendars.
 */
export const endOfSupport: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'windows-server': {
    NT: '2004-12-31',
    '2000': '2010-07-13',
    '2003': '2015-07-14',
    '2003 R2': '2015-07-14',
    '2008': '2020-01-14',
    '2008 R2': '2020-01-14',
    '2012': '2023-10-10',
    '2012 R2': '2023-10-10',
  },
  'windows-client': {
    XP: '2014-04-08',
    Vista: '2017-04-11',
    '7': '2020-01-14',
    '8': '2016-01-12',
    '8.1': '2023-01-10',
    '10': '2025-10-14',
  },
  rhel: { '3': '2010-10-31', '4': '2012-02-29', '5': '2017-03-31', '6': '2020-11-30', '7': '2024-06-30' },
  centos: { '4': '2012-02-29', '5': '2017-03-31', '6': '2020-11-30', '7': '2024-06-30', '8': '2021-12-31' },
  oracle: { '4': '2013-02-28', '5': '2017-06-30', '6': '2021-03-31', '7': '2024-12-31' },
  ubuntu: { '12.04': '2017-04-28', '14.04': '2019-04-25', '16.04': '2021-04-30', '18.04': '2023-05-31', '20.04': '2025-05-31' },
  debian: {
    '5': '2012-02-06',
    '6': '2016-02-29',
    '7': '2018-05-31',
    '8': '2020-06-30',
    '9': '2022-06-30',
    '10': '2024-06-30',
    '11': '2026-08-31',
  },
  sles: { '10': '2013-07-31', '11': '2019-03-31', '12': '2024-10-31' },
  amazon: { '1': '2023-12-31', '2': '2026-06-30' },
};

/** Least kernels of two minor releases. SOURCE: VM-SM 2025-12-18. */
export const minimumKernels: Readonly<Record<string, string>> = {
  '8.4': '4.18.0-305.30.1.el8_4',
  '8.5': '4.18.0-348.5.1.el8_5',
};

/** Hyper-V hosts and VMM. SOURCE: HV-SM 2026-09-11. */
export const hyperVHostReleases: ReadonlySet<string> = new Set(['2012 R2', '2016', '2019', '2022', '2025']);
export const vmmReleases: ReadonlySet<string> = new Set(['2012 R2', '2016', '2019', '2022', '2025']);

/** vSphere, by major and minor version. SOURCE: VM-SM 2025-12-18. */
export const vsphereVersions: ReadonlySet<string> = new Set(['6.5', '6.7', '7.0', '8.0']);
