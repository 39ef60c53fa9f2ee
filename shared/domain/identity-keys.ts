import type { MachineFacts } from './machine.ts';

/** What may show that two statements speak of one machine, strongest first. */
export const MATCH_KINDS = ['bios-id', 'instance-id', 'mac', 'full-name', 'name', 'address'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export type IdentityFacts = Pick<MachineFacts, 'name' | 'fqdn' | 'biosId' | 'instanceId' | 'nics' | 'ipAddresses'>;

export type IdentityKeys = Readonly<Record<MatchKind, readonly string[]>>;

/** Facts never change; the same ones are asked for in the preview, when it is confirmed and when duplicates are looked for. */
const known = new WeakMap<IdentityFacts, IdentityKeys>();

/** Keys of a machine per kind, normalised so that the same thing reads the same whatever tool wrote it. */
export function identityKeys(facts: IdentityFacts): IdentityKeys {
  const kept = known.get(facts);
  if (kept !== undefined) return kept;
  const keys = keysOf(facts);
  known.set(facts, keys);
  return keys;
}

function keysOf(facts: IdentityFacts): IdentityKeys {
  const fullName = fullNameOf(facts);
  return {
    'bios-id': facts.biosId === undefined ? [] : uuidForms(facts.biosId),
    'instance-id': facts.instanceId === undefined ? [] : [facts.instanceId.toLowerCase()],
    mac: (facts.nics ?? []).flatMap((nic) => (nic.mac === undefined ? [] : macKey(nic.mac))),
    'full-name': fullName === null ? [] : [fullName],
    name: [shortName(facts.name)],
    address: addressesOf(facts),
  };
}

/** `WEB01.corp.example` and `web01` have one short name. An address or an id is no name to be cut. */
export function shortName(name: string): string {
  const text = name.trim().toLowerCase();
  return /^[\d.]+$/.test(text) || text.includes(':') ? text : (text.split('.')[0] ?? text);
}

export function fullNameOf(facts: Pick<MachineFacts, 'name' | 'fqdn'>): string | null {
  const text = (facts.fqdn ?? facts.name).trim().toLowerCase();
  if (!text.includes('.') || /\.workgroup$/.test(text) || /^[\d.]+$/.test(text) || text.includes(' ')) return null;
  return text.replace(/\.$/, '');
}

/** The BIOS writes the first three parts of its UUID with the bytes turned round; tools read it either way. */
function uuidForms(uuid: string): string[] {
  const hex = uuid.toLowerCase().replaceAll(/[^\da-f]/g, '');
  // Ids that makers leave at a default tell nothing apart.
  if (hex.length !== 32 || /^(?:0+|f+)$/.test(hex) || hex.startsWith('03000200040005000006000700080009')) return [];
  const turned = `${turn(hex.slice(0, 8))}${turn(hex.slice(8, 12))}${turn(hex.slice(12, 16))}${hex.slice(16)}`;
  return [hex < turned ? hex : turned];
}

function turn(hex: string): string {
  return (hex.match(/../g) ?? []).toReversed().join('');
}

function macKey(mac: string): string[] {
  const hex = mac.toLowerCase().replaceAll(/[^\da-f]/g, '');
  return hex.length === 12 && !/^(?:0+|f+)$/.test(hex) ? [hex] : [];
}

/** Loopback, link-local and automatic addresses are on many machines at once. */
function addressesOf(facts: Pick<MachineFacts, 'nics' | 'ipAddresses'>): string[] {
  const all = [...(facts.ipAddresses ?? []), ...(facts.nics ?? []).flatMap((nic) => nic.ip ?? [])];
  const useful = all
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address !== '' && !/^(127\.|169\.254\.|0\.|fe80:|::1$)/.test(address));
  return [...new Set(useful)];
}
