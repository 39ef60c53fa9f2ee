import type { MachineFacts } from '../domain/machine.ts';
import type { ListedSystem } from './operating-systems.data.ts';

type SystemFacts = Pick<MachineFacts, 'osFamily' | 'osDistro' | 'osVersion' | 'osServicePack'>;

/** Where a machine stands to a list of systems; `needs-…`: the list cannot be asked without that field. */
export type Listing = 'listed' | 'not-listed' | 'needs-distro' | 'needs-version' | 'needs-service-pack';

export interface Release {
  readonly release: string;
  readonly minor: number | null;
}

/** `8.10` of a distribution is release 8, minor 10; `22.04.3` of Ubuntu is release 22.04; `2012 R2` is all release. */
export function releaseOf(distro: string, version: string): Release {
  if (distro.startsWith('windows')) return { release: version, minor: null };
  const [major = '', second] = version.split('.');
  if (distro === 'ubuntu') return { release: second === undefined ? major : `${major}.${second}`, minor: null };
  const minor = second === undefined ? Number.NaN : Number.parseInt(second, 10);
  return { release: major, minor: Number.isNaN(minor) ? null : minor };
}

export function listingOf(systems: readonly ListedSystem[], facts: SystemFacts): Listing {
  const { osDistro, osVersion } = facts;
  if (osDistro === undefined) return facts.osFamily === 'other' ? 'not-listed' : 'needs-distro';
  if (systems.every((system) => system.distro !== osDistro)) return 'not-listed';
  if (osVersion === undefined) return 'needs-version';
  const { release, minor } = releaseOf(osDistro, osVersion);
  const listed = systems.find((system) => system.distro === osDistro && system.release === release);
  if (listed === undefined) return 'not-listed';
  if (listed.servicePacks !== undefined) return servicePackListing(listed, servicePackOf(facts.osServicePack) ?? minor);
  if (listed.minors === undefined) return 'listed';
  if (minor === null) return listed.isWhole === true ? 'listed' : 'needs-version';
  return isWithin(minor, listed.minors) ? 'listed' : 'not-listed';
}

function servicePackListing(system: ListedSystem, pack: number | null): Listing {
  if (pack === null) return system.isWhole === true ? 'listed' : 'needs-service-pack';
  return system.servicePacks === undefined || isWithin(pack, system.servicePacks) ? 'listed' : 'not-listed';
}

/** `SP3` -> 3; `none` -> 0; nothing stated -> null. */
export function servicePackOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? 0 : Number(digits);
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

/** The system in the words of its facts, for findings: `rhel 8.4`, `windows-server 2008 SP2`. */
export function systemSeen(facts: SystemFacts & { readonly osName?: string }): Record<string, unknown> {
  return {
    ...(facts.osName === undefined ? {} : { osName: facts.osName }),
    ...(facts.osDistro === undefined ? {} : { osDistro: facts.osDistro }),
    ...(facts.osVersion === undefined ? {} : { osVersion: facts.osVersion }),
    ...(facts.osServicePack === undefined ? {} : { osServicePack: facts.osServicePack }),
  };
}
