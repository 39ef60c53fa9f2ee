import { headerKey } from '../../../shared/domain/machine-fields.ts';
import type { Sheet } from '../sheet.ts';

/** How columns are called in the database that RVTools also writes for, without the name of their tab, and in its tables. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  vmname: 'VM',
  uuid: 'VM UUID',
  instanceuuid: 'VM Instance UUID',
  guesthostname: 'DNS Name',
  provisioned: 'Provisioned MiB',
  inuse: 'In Use MiB',
  numvirtualdisks: 'Disks',
  os: 'OS according to the configuration file',
  ostools: 'OS according to the VMware Tools',
  primaryip: 'Primary IP Address',
  nic: 'NIC label',
  ip4address: 'IPv4 Address',
  ip6address: 'IPv6 Address',
  comment: 'Annotation',
};

/** Names that are plain on every tab but one. */
const TAB_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  vinfo: { version: 'HW version' },
  vhost: { name: 'Host', fullname: 'ESX Version' },
  vdisk: { name: 'Disk', mode: 'Disk Mode', thin: 'Thin' },
  vnetwork: { name: 'Network' },
  vtools: { status: 'Tools', tools: 'Tools' },
  vcluster: { haenabled: 'HA enabled' },
};

/** A tag of vSphere: `vInfo_tags_Environment`. */
const TAG = /^_?tags?_/i;

/**
 * The tab with plain headers where RVTools wrote those of its database (`-DBColumnNames`): each begins with the name of its tab,
 * as in `vInfoVMName`. Any other tab is returned as it is.
 */
export function withPlainNames(sheet: Sheet): Sheet {
  const tab = sheet.name.toLowerCase();
  if (!/^d?v[a-z]+$/.test(tab)) return sheet;
  const isPrefixed = (header: string): boolean => header.length > tab.length && header.toLowerCase().startsWith(tab);
  const filled = sheet.header.filter((header) => header !== '');
  if (filled.filter(isPrefixed).length * 2 <= filled.length) return sheet;
  return { ...sheet, header: sheet.header.map((header) => (isPrefixed(header) ? plainName(header.slice(tab.length), tab) : header)) };
}

function plainName(rest: string, tab: string): string {
  const key = headerKey(rest);
  return TAB_NAMES[tab]?.[key] ?? PLAIN_NAMES[key] ?? rest.replace(TAG, '');
}
