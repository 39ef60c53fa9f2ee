import type { MachineFacts } from './machine.ts';

type SystemFacts = Pick<MachineFacts, 'osName' | 'osFamily' | 'osDistro' | 'osVersion' | 'osServicePack' | 'osBits'>;

interface Pattern {
  readonly test: RegExp;
  readonly family: 'windows' | 'linux' | 'other';
  readonly distro: string;
  /** Reads the version out of the name; none where the name leaves it open. */
  readonly version?: RegExp;
}

const patterns: readonly Pattern[] = [
  { test: /windows server|windows.*server/i, family: 'windows', distro: 'windows-server', version: /server\D*(20\d\d r2|20\d\d)/i },
  {
    test: /windows\s+(?:xp|vista|7|8|10|11)/i,
    family: 'windows',
    distro: 'windows-client',
    version: /windows\s+(xp|vista|7|8\.1|8|10|11)\b/i,
  },
  { test: /windows/i, family: 'windows', distro: 'other' },
  { test: /red\s*hat|rhel/i, family: 'linux', distro: 'rhel', version: /(?:linux|rhel)[^\d]*(\d[\d.]*)/i },
  { test: /centos/i, family: 'linux', distro: 'centos', version: /centos[^\d]*(\d[\d.]*)/i },
  { test: /oracle/i, family: 'linux', distro: 'oracle', version: /oracle[^\d]*(\d[\d.]*)/i },
  { test: /rocky/i, family: 'linux', distro: 'rocky', version: /rocky[^\d]*(\d[\d.]*)/i },
  { test: /alma/i, family: 'linux', distro: 'alma', version: /alma[^\d]*(\d[\d.]*)/i },
  { test: /suse|sles/i, family: 'linux', distro: 'sles', version: /(?:enterprise|sles|server)[^\d]*(\d+)/i },
  { test: /ubuntu/i, family: 'linux', distro: 'ubuntu', version: /ubuntu[^\d]*(\d\d\.\d\d)/i },
  { test: /debian/i, family: 'linux', distro: 'debian', version: /linux[^\d]*(\d[\d.]*)/i },
  { test: /amazon/i, family: 'linux', distro: 'amazon', version: /linux[^\d]*(\d+)/i },
  { test: /linux|coreos|photon|fedora/i, family: 'linux', distro: 'other' },
];

/** Wordings that leave the version open: "2016 or later", "4/5 or later", "4/5/6". */
const OPEN_VERSION = /or later|\d\s*\/\s*\d/i;

/**
 * What a raw name of an operating system says, and no more: a coarse name ("2016 or later") leaves the version unknown
 * instead of inventing one.
 */
export function readOperatingSystemName(rawName: string): SystemFacts {
  const osName = rawName.trim();
  if (osName === '' || /^(other|unknown)$/i.test(osName)) return osName === '' ? {} : { osName };
  const pattern = patterns.find((candidate) => candidate.test.test(osName));
  const bits = bitsOf(osName);
  if (pattern === undefined) return { osName, osFamily: 'other', ...(bits === undefined ? {} : { osBits: bits }) };
  const version = OPEN_VERSION.test(osName) ? undefined : pattern.version?.exec(osName)?.[1];
  const servicePack = /(?:\bsp|service pack)\s*(\d)/i.exec(osName)?.[1];
  return {
    osName,
    osFamily: pattern.family,
    osDistro: pattern.distro,
    ...(version === undefined ? {} : { osVersion: tidyVersion(version) }),
    ...(servicePack === undefined ? {} : { osServicePack: `SP${servicePack}` }),
    ...(bits === undefined ? {} : { osBits: bits }),
  };
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
    .replace(/^xp$/i, 'XP')
    .replace(/^vista$/i, 'Vista');
}
