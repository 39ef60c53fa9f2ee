import type { MachineFacts } from './machine.ts';

type SystemFacts = Pick<MachineFacts, 'osName' | 'osFamily' | 'osDistro' | 'osVersion' | 'osServicePack' | 'osBits' | 'osChannel'>;

interface Pattern {
  readonly test: RegExp;
  readonly family: 'windows' | 'linux' | 'other';
  readonly distro: string;
  /** Reads the version out of the name; none where the name leaves it open. */
  readonly version?: RegExp;
}

const patterns: readonly Pattern[] = [
  {
    test: /windows.*server/i,
    family: 'windows',
    distro: 'windows-server',
    version: /\b(20\d\d\s*r2|20\d\d|nt)\b(?<!version 2004)/i,
  },
  {
    test: /windows\s+(?:xp|vista|7|8|10|11)/i,
    family: 'windows',
    distro: 'windows-client',
    version: /windows\s+(xp|vista|7|8\.1|8|10|11)\b/i,
  },
  { test: /windows/i, family: 'windows', distro: 'other' },
  { test: /solaris|sunos|netware|mac\s?os|os\/2|bsd|aix|hp-ux|unixware|esxi?\b/i, family: 'other', distro: 'other' },
  { test: /fedora/i, family: 'linux', distro: 'fedora', version: /fedora[^\d]*(\d+)/i },
  { test: /red\s*hat|rhel/i, family: 'linux', distro: 'rhel', version: /(?:linux|rhel)[^\d]*(\d[\d.]*)/i },
  { test: /centos/i, family: 'linux', distro: 'centos', version: /centos[^\d]*(\d[\d.]*)/i },
  { test: /oracle/i, family: 'linux', distro: 'oracle', version: /oracle[^\d]*(\d[\d.]*)/i },
  { test: /rocky/i, family: 'linux', distro: 'rocky', version: /rocky[^\d]*(\d[\d.]*)/i },
  { test: /alma/i, family: 'linux', distro: 'alma', version: /alma[^\d]*(\d[\d.]*)/i },
  { test: /opensuse/i, family: 'linux', distro: 'opensuse', version: /suse[^\d]*(\d[\d.]*)/i },
  { test: /suse|sles/i, family: 'linux', distro: 'sles', version: /(?:enterprise|sles|server)[^\d]*(\d+)/i },
  { test: /ubuntu/i, family: 'linux', distro: 'ubuntu', version: /ubuntu[^\d]*(\d\d\.\d\d)/i },
  { test: /debian/i, family: 'linux', distro: 'debian', version: /(?:linux|debian)[^\d]*(\d[\d.]*)/i },
  { test: /amazon/i, family: 'linux', distro: 'amazon', version: /linux[^\d]*(\d+)/i },
  { test: /linux|coreos|photon|flatcar/i, family: 'linux', distro: 'other' },
];

/** A family and no more: which Windows or Linux stays unknown. */
const FAMILY_ONLY = /^(?:microsoft )?(?:windows|linux|gnu\/linux)$/i;
const BITS = /\s*\(?(?:32|64)[\s-]?bit\)?$/i;

/** vSphere's way of saying that nobody chose: "Other (64-bit)", "Other 3.x or later Linux (64-bit)". */
const NOBODY_CHOSE = /^other\b/i;

/** Semi-annual releases carry a version and no year: "Windows Server, version 1909". */
const SEMI_ANNUAL = /version\s+(?:1[789]\d\d|2004|20h2)/i;

/** Wordings that leave the version open: "2016 or later", "4/5 or later", "4/5/6". */
const OPEN_VERSION = /or later|\d\s*\/\s*\d/i;

/**
 * What a raw name of an operating system says, and no more: a coarse name ("2016 or later") leaves the version unknown
 * instead of inventing one.
 */
export function readOperatingSystemName(rawName: string): SystemFacts {
  const osName = rawName.trim();
  if (osName === '' || /^(other|unknown)$/i.test(osName)) return osName === '' ? {} : { osName };
  const text = spelledOut(osName);
  const pattern = patterns.find((candidate) => candidate.test.test(text));
  const bits = bitsOf(osName);
  if (NOBODY_CHOSE.test(osName) || FAMILY_ONLY.test(osName.replace(BITS, '')))
    return { osName, ...familyIn(osName), ...(bits === undefined ? {} : { osBits: bits }) };
  if (pattern === undefined) return { osName, osFamily: 'other', ...(bits === undefined ? {} : { osBits: bits }) };
  const version = OPEN_VERSION.test(osName) ? undefined : pattern.version?.exec(text)?.[1];
  const isSemiAnnual = pattern.distro === 'windows-server' && version === undefined && SEMI_ANNUAL.test(osName);
  const servicePack = /(?:\bsp|service pack)\s*(\d)/i.exec(osName)?.[1];
  return {
    osName,
    osFamily: pattern.family,
    osDistro: pattern.distro,
    ...(version === undefined ? {} : { osVersion: tidyVersion(version) }),
    ...(servicePack === undefined ? {} : { osServicePack: `SP${servicePack}` }),
    ...(bits === undefined ? {} : { osBits: bits }),
    ...(isSemiAnnual ? { osChannel: 'sac' } : {}),
  };
}

/** Inventory agents name Windows by the version of its kernel; 10.0 is that of several releases. */
const RELEASE_OF_KERNEL: Readonly<Record<string, string>> = {
  '5.0': '2000',
  '5.2': '2003',
  '6.0': '2008',
  '6.1': '2008 R2',
  '6.2': '2012',
  '6.3': '2012 R2',
};

/** "Win2K16", "Win 2016", "W2K8 R2" and "Windows NT Server 6.3" as the releases that they are. */
function spelledOut(name: string): string {
  return name
    .replace(/windows nt (?:advanced )?server (\d+\.\d)\b/i, (whole, kernel: string) =>
      kernel === '10.0' ? 'Windows Server' : kernel in RELEASE_OF_KERNEL ? `Windows Server ${RELEASE_OF_KERNEL[kernel] ?? ''}` : whole,
    )
    .replace(/\bw(?:in)?2k(\d\d?)\b/i, (_whole, year: string) => `Windows Server 20${year.padStart(2, '0')}`)
    .replace(/\bwin(?:dows)?[\s_-]*(?:server|srv|svr)?[\s_-]*(?=20[012]\d\b)/i, 'Windows Server ');
}

function familyIn(name: string): SystemFacts {
  if (/linux/i.test(name)) return { osFamily: 'linux' };
  return /windows/i.test(name) ? { osFamily: 'windows' } : {};
}

function bitsOf(name: string): 32 | 64 | undefined {
  if (/64[\s-]?bit|x64|x86_64|amd64/i.test(name)) return 64;
  return /32[\s-]?bit|\bx86\b|i[36]86/i.test(name) ? 32 : undefined;
}

function tidyVersion(version: string): string {
  return version
    .replace(/\.$/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/r2/i, 'R2')
    .replace(/(\d)R2/, '$1 R2')
    .replace(/^nt$/i, 'NT')
    .replace(/^xp$/i, 'XP')
    .replace(/^vista$/i, 'Vista');
}
