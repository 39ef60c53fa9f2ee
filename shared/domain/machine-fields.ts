import { fieldWords } from './field-words.ts';
import { machineFields, type MachineField } from './machine-fields.data.ts';
import type { FieldName } from './machine.ts';

export { machineFields, type MachineField };

const byName: ReadonlyMap<string, MachineField> = new Map(machineFields.map((field) => [field.name, field]));

export function machineField(name: string): MachineField | undefined {
  return byName.get(name);
}

export function fieldTitle(name: string): string {
  return byName.get(name)?.title ?? fieldWords(name);
}

/** Fields a person may set by hand; lists of disks and the like come from sources only. */
export function isSettable(field: MachineField): boolean {
  return field.kind !== 'complex';
}

/** A value as it counts: a list is set as text, its members separated by commas; `none` is the empty list. */
export function valueOfField(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || byName.get(name)?.kind !== 'list') return value;
  const members = value.split(/[,;]/).map((member) => member.trim());
  return /^none$/i.test(value.trim()) ? [] : members.filter((member) => member !== '');
}

/** Why a value cannot stand in a field, in one sentence, or `null` when it can. `null` as value takes a person's value back. */
export function checkFieldValue(name: string, value: string | number | boolean | null): string | null {
  const field = byName.get(name);
  // What was chosen from a source can be taken back, also of a field that cannot be typed.
  if (field === undefined || (value !== null && !isSettable(field)))
    return `values.${name.slice(0, 60)}: this is not a field that can be set by hand.`;
  if (value === null) return name === 'name' ? 'values.name: a machine keeps a name.' : null;
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
        ? null
        : `${field.title}: give a number of 0 or more${field.unit === null ? '' : `, in ${field.unit}`}.`;
    case 'boolean':
      return typeof value === 'boolean' ? null : `${field.title}: give yes or no.`;
    case 'choice':
      return typeof value === 'string' && field.choices?.includes(value) === true
        ? null
        : `${field.title}: choose one of ${field.choices?.join(', ') ?? ''}.`;
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? null : `${field.title}: give a text.`;
    case 'list':
      return typeof value === 'string' && value.trim() !== '' ? null : `${field.title}: give the members separated by commas, or “none”.`;
    case 'complex':
    default:
      return null;
  }
}

/** `Provisioned MB` -> `provisionedmb`: how headers are compared. */
export function headerKey(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Our own titles too, so that Landfall reads again what it exports; a synonym of another field goes before. */
const bySynonym: ReadonlyMap<string, FieldName> = new Map([
  ...machineFields.map((field) => [headerKey(field.title), field.name] as const),
  ...machineFields.flatMap((field) => field.synonyms.map((synonym) => [synonym, field.name] as const)),
]);

/** A unit at the end, as a word of its own or glued to the last one: `RAM in MB`, `DiskGb`, `Total_Disk_GiB`. */
const UNIT_AT_END = /[kmgt]?(?:b|ib|bytes)$/i;

/** The field a header is commonly used for, also with a unit in brackets or behind it: `Memory (MB)`, `Memory in MB`. */
export function fieldForHeader(header: string): FieldName | null {
  const direct = bySynonym.get(headerKey(header));
  if (direct !== undefined) return direct;
  const withoutBrackets = header.replaceAll(/[([].*?[)\]]/g, '').replaceAll('*', '');
  return bySynonym.get(headerKey(withoutBrackets)) ?? bySynonym.get(headerKey(withoutUnit(withoutBrackets))) ?? null;
}

function withoutUnit(header: string): string {
  const text = header.trim().replace(UNIT_AT_END, '');
  return text.replace(/[\s_-]in[\s_-]*$|In$/, '');
}
