import type { FieldName, MachineFacts } from '../../shared/domain/machine.ts';
import { gibFromMib, roundTo } from '../../shared/domain/units.ts';

/** Words that inventory tools use for the same thing, brought to the words of the domain. What is not known is not stated. */
export function gib(mib: number | undefined): number | undefined {
  return mib === undefined || mib < 0 ? undefined : roundTo(gibFromMib(mib), 3);
}

export function listOf(text: string | undefined): string[] | undefined {
  const parts = text?.split(/[,;\s]+/).filter((part) => part !== '');
  return parts === undefined || parts.length === 0 ? undefined : parts;
}

export function powerStateOf(text: string | undefined): MachineFacts['powerState'] {
  const key = (text ?? '')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
    .replace(/^powerstate\//, '')
    .replace(/^vm(?=[a-z])/, '');
  if (ON.has(key)) return 'on';
  if (OFF.has(key)) return 'off';
  return SUSPENDED.has(key) ? 'suspended' : undefined;
}

const ON = new Set(['poweredon', 'poweron', 'on', 'running', 'started', 'up', 'active', 'eingeschaltet', 'ein', 'aktiv', 'wirdausgeführt']);
const OFF = new Set([
  'poweredoff',
  'poweroff',
  'off',
  'stopped',
  'stopped(deallocated)',
  'deallocated',
  'shutdown',
  'shutoff',
  'down',
  'inactive',
  'ausgeschaltet',
  'aus',
  'inaktiv',
]);
const SUSPENDED = new Set(['suspended', 'saved', 'paused', 'hibernated', 'gespeichert', 'angehalten']);

export function firmwareOf(text: string | undefined): MachineFacts['firmware'] {
  const key = text?.trim().toLowerCase();
  if (key === 'efi' || key === 'uefi') return 'uefi';
  return key === 'bios' || key === 'legacy bios' || key === 'legacy' ? 'bios' : undefined;
}

export function criticalityOf(text: string | undefined): MachineFacts['criticality'] {
  const key = text?.toLowerCase();
  return key === 'critical' || key === 'high' || key === 'medium' || key === 'low' ? key : undefined;
}

/** `VMware vCenter Server 8.0.3 build-24262322` -> `8.0.3`. */
export function versionIn(text: string | undefined): string | undefined {
  return /\d+\.\d+[\d.]*/.exec(text ?? '')?.[0];
}

/** Bytes, as disks of several services are measured, in GiB. */
export function gibFromBytes(bytes: number | undefined): number | undefined {
  return bytes === undefined || bytes < 0 ? undefined : roundTo(bytes / 1024 ** 3, 3);
}

/** `VM020.WORKGROUP` and plain names are no full names; `web01.corp.example` is one. */
export function fullNameOf(name: string | undefined): string | undefined {
  if (name === undefined || !name.includes('.') || /\.workgroup$/i.test(name) || /^[\d.]+$/.test(name)) return undefined;
  return name;
}

/** The first cell of a row that adds up the others. */
export function isTotal(name: string): boolean {
  return /^(?:grand )?(?:sub)?(?:totals?|sum|summe|gesamt|insgesamt|somme|suma)\s*:?$/i.test(name);
}

/** Text in angle brackets or curly braces stands for a value that somebody was to fill in. */
export function isPlaceholder(text: string): boolean {
  return /^<[^<>]*>$/.test(text.trim());
}

/** Facts with what is not known left out: an absent fact is unknown, so it must not be stated at all. */
export function statedFacts(facts: { readonly [K in FieldName]?: MachineFacts[K] | undefined }): Partial<MachineFacts> {
  // Called for every row of every file; making lists of members first takes three times as long.
  const stated: Record<string, unknown> = {};
  for (const name in facts) if (facts[name as FieldName] !== undefined) stated[name] = facts[name as FieldName];
  return stated;
}
