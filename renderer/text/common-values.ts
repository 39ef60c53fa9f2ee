import type { MatchKind } from '../../shared/domain/identity-keys.ts';
import { fieldTitle, machineField } from '../../shared/domain/machine-fields.ts';
import { countOf, UNKNOWN } from './common-format.ts';

const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** How choices are written for people; all others are shown as they are. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  on: 'On',
  off: 'Off',
  suspended: 'Suspended',
  running: 'Running',
  notRunning: 'Not running',
  notInstalled: 'Not installed',
  bios: 'BIOS',
  uefi: 'UEFI',
  windows: 'Windows',
  linux: 'Linux',
  other: 'Other',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'None',
  set: 'Availability set',
  zone: 'Availability zone',
  flex: 'Flexible scale set',
};

export function choiceWords(value: string): string {
  return CHOICE_WORDS[value] ?? value;
}

/** Lists of parts are told by their number; the parts themselves stand elsewhere. */
const PART_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  disks: ['disk', 'disks'],
  volumes: ['volume', 'volumes'],
  nics: ['adapter', 'adapters'],
};

/** A value of a machine's field as people read it, with its unit: "16 vCPU", "Not running", "3 disks". */
export function formatFieldValue(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return UNKNOWN;
  const field = machineField(name);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return `${decimals.format(value)}${field?.unit == null ? '' : ` ${field.unit}`}`;
  if (typeof value === 'string') return field?.kind === 'choice' ? choiceWords(value) : value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  const parts = PART_WORDS[name];
  if (parts !== undefined) return countOf(value.length, ...parts);
  return value.map((part: unknown) => (typeof part === 'string' ? part : JSON.stringify(part))).join(', ');
}

/** The same without the unit, for a column that says it in its header. */
export function plainValue(name: string, value: unknown): string {
  return typeof value === 'number' ? decimals.format(value) : formatFieldValue(name, value);
}

/** "Memory: 8,192 MiB → 16,384 MiB". */
export function formatFieldChange(name: string, before: unknown, after: unknown): string {
  return `${fieldTitle(name)}: ${formatFieldValue(name, before)} → ${formatFieldValue(name, after)}`;
}

/** By what two statements were recognised as one machine. */
export const MATCH_WORDS: Readonly<Record<MatchKind, string>> = {
  'bios-id': 'BIOS id',
  'instance-id': 'instance id',
  mac: 'MAC address',
  'full-name': 'full name',
  name: 'short name',
  address: 'IP address',
};

export function matchWords(kind: string): string {
  return (MATCH_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
}
