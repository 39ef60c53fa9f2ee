import { roundTo } from '../../shared/domain/units.ts';
import { numberIn, withoutGaps } from './number-text.ts';
import type { CellValue } from './sheet.ts';

/** Sizes in MiB. Exports write MB, GB, TB and mean powers of two. */
const MIB_PER_UNIT: Readonly<Record<string, number>> = {
  b: 1 / (1024 * 1024),
  kb: 1 / 1024,
  kib: 1 / 1024,
  mb: 1,
  mib: 1,
  gb: 1024,
  gib: 1024,
  tb: 1024 * 1024,
  tib: 1024 * 1024,
};

/**
 * A number with its unit from the cell ("16 GB"), else from the header ("Memory (GB)", "ProvisionedMB"), brought to the unit
 * of the field. Understands decimal commas and thousands marks. Not a number: `undefined`, never zero.
 */
export function readQuantity(cell: CellValue, header: string, fieldUnit: string | null): number | undefined {
  if (typeof cell === 'boolean' || cell === null) return undefined;
  const text = typeof cell === 'number' ? String(cell) : withoutGaps(cell);
  const match = /^([\d.,]+)([a-z]*)/i.exec(text);
  const value = numberIn(match?.[1] ?? '');
  if (match === null || value === undefined) return undefined;
  const isSize = fieldUnit === 'MiB' || fieldUnit === 'GiB';
  if (!isSize) return value;
  const unit = MIB_PER_UNIT[match[2]?.toLowerCase() ?? ''] ?? unitOfHeader(header) ?? (fieldUnit === 'GiB' ? 1024 : 1);
  // Megabytes have no fraction in any export: of `4.096` the dot parts thousands.
  const isDotted = unit === 1 && /^[1-9]\d{0,2}\.\d{3}$/.test(match[1] ?? '') && typeof cell === 'string';
  const mib = value * unit * (isDotted ? 1000 : 1);
  return roundTo(fieldUnit === 'GiB' ? mib / 1024 : mib, 3);
}

/** Whether a cell says its unit itself: `16 GB`. */
export function statesUnit(cell: CellValue): boolean {
  const unit = typeof cell === 'string' ? /^[\d.,]+([a-z]+)/i.exec(withoutGaps(cell))?.[1] : undefined;
  return unit !== undefined && MIB_PER_UNIT[unit.toLowerCase()] !== undefined;
}

export function unitOfHeader(header: string): number | undefined {
  const word = /(?:^|[^a-z])([kmgt]i?b)(?:[^a-z]|$)/i.exec(header)?.[1] ?? /([KMGT]i?B)$/.exec(header)?.[1];
  return word === undefined ? undefined : MIB_PER_UNIT[word.toLowerCase()];
}
