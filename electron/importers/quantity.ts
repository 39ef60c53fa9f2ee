import { roundTo } from '../../shared/domain/units.ts';
import { numberIn, withoutGaps } from './number-text.ts';
import type { CellValue } from './sheet.ts';

/** Sizes in MiB. Exports write MB, GB, TB and mean powers of two. */
const MIB_PER_PREFIX: Readonly<Record<string, number>> = { '': 1 / 1024 ** 2, k: 1 / 1024, m: 1, g: 1024, t: 1024 ** 2 };
/** `GB`, `GiB`, `G`, the French `Go`, and words: `gigabytes`. */
const SHORT_UNIT = /^([kmgt]|b$)(?:b|ib|o)?$/i;
const LONG_UNIT = /^(kilo|mega|giga|tera)?(?:bytes?|octets?)$/i;

/** MiB of one such unit; `undefined`: it is no unit. */
function mibPer(word: string | undefined): number | undefined {
  const match = SHORT_UNIT.exec(word ?? '') ?? LONG_UNIT.exec(word ?? '');
  const prefix = match?.[1]?.charAt(0).toLowerCase() ?? '';
  return match === null ? undefined : MIB_PER_PREFIX[prefix === 'b' ? '' : prefix];
}

/** A number with blanks or marks in it, and its unit. */
const QUANTITY = /^\s*(\d[\d.,\s'’]*)([a-z]*)/i;
/** Another number behind it, e.g. of "2 x 4"; the digit of "DDR4" is part of a word. */
const OTHER_NUMBER = /(?:^|[^a-z\d])\d/i;

/**
 * A number with its unit from the cell ("16 GB"), else from the header ("Memory (GB)", "ProvisionedMB"), brought to the unit
 * of the field. Understands decimal commas and thousands marks; of "61 GiB / 127 GiB", as consoles write what is used of how much,
 * the second counts. Not a number, or several that belong to something else: `undefined`, never zero.
 */
export function readQuantity(cell: CellValue, header: string, fieldUnit: string | null): number | undefined {
  if (typeof cell === 'boolean' || cell === null) return undefined;
  // Most cells are plain figures, and there may be millions.
  if (typeof cell === 'number' ? cell >= 0 : /^\d{1,15}$/.test(cell)) return inFieldUnit(Number(cell), unitOfHeader(header), fieldUnit);
  const text = typeof cell === 'number' ? String(cell) : ofHowMuch(cell);
  const match = QUANTITY.exec(text);
  const figures = withoutGaps(match?.[1] ?? '');
  const value = numberIn(figures);
  if (match === null || value === undefined || OTHER_NUMBER.test(text.slice(match[0].length).replaceAll(/\([^)]*\)/g, '')))
    return undefined;
  const unit = mibPer(match[2]) ?? unitOfHeader(header);
  // Megabytes have no fraction in any export: of `4.096` the dot parts thousands.
  const isMegabytes = (unit ?? (fieldUnit === 'MiB' ? 1 : undefined)) === 1;
  const isDotted = isMegabytes && isSize(fieldUnit) && /^[1-9]\d{0,2}\.\d{3}$/.test(figures);
  return inFieldUnit(isDotted ? value * 1000 : value, unit, fieldUnit);
}

function isSize(fieldUnit: string | null): fieldUnit is 'MiB' | 'GiB' {
  return fieldUnit === 'MiB' || fieldUnit === 'GiB';
}

/** A size in the unit of its field; one that states none is in that unit already. */
function inFieldUnit(value: number, mibPerUnit: number | undefined, fieldUnit: string | null): number {
  if (!isSize(fieldUnit)) return value;
  const mib = value * (mibPerUnit ?? (fieldUnit === 'GiB' ? 1024 : 1));
  return roundTo(fieldUnit === 'GiB' ? mib / 1024 : mib, 3);
}

function ofHowMuch(text: string): string {
  return /^\s*[\d.,]+\s*[kmgt]?i?b?\s*(?:\/|of)\s*([\d.,]+\s*[kmgt]?i?b)\s*$/i.exec(text)?.[1] ?? text;
}

/** Whether a cell says its unit itself: `16 GB`. */
export function statesUnit(cell: CellValue): boolean {
  return typeof cell === 'string' && mibPer(QUANTITY.exec(ofHowMuch(cell))?.[2]) !== undefined;
}

/** `Memory (GB)`, `Memory_in_MB`, `DiskGb`, `RAM (Go)`, `Size in bytes`. */
const HEADER_UNITS = [
  /(?:^|[^a-z])([kmgt]i?b)(?:[^a-z]|$)/i,
  /([KMGT]i?B)$/,
  /[a-z]([KMGT]i?b)$/,
  /[([]([kmgt]o)[)\]]/i,
  /(?:^|[^a-z])((?:kilo|mega|giga|tera)?bytes)(?:[^a-z]|$)/i,
  /[a-z]((?:Mega|Giga|Tera)?Bytes)$/,
] as const;

export function unitOfHeader(header: string): number | undefined {
  if (!unitsOfHeaders.has(header)) unitsOfHeaders.set(header, findUnit(header));
  return unitsOfHeaders.get(header);
}

/** Headers are few and cells many. */
const unitsOfHeaders = new Map<string, number | undefined>();

function findUnit(header: string): number | undefined {
  const word = HEADER_UNITS.map((pattern) => pattern.exec(header)?.[1]).find((found) => found !== undefined);
  return mibPer(word);
}
