import type { MachineField } from '../../shared/domain/machine-fields.ts';
import type { SizeUnit } from './importer.ts';
import { statesUnit, unitOfHeader } from './quantity.ts';
import { numberOf, type CellValue } from './sheet.ts';

export interface ColumnUnit {
  /** `null`: every cell or the header says it, or the field has no size. */
  readonly unit: SizeUnit | null;
  /** Neither says it and nobody chose it, so that a person should look. */
  readonly isAssumed: boolean;
}

const NO_UNIT: ColumnUnit = { unit: null, isAssumed: false };
/** No machine of today has less than 4 GB at most, and none has 4 TB: from here on memory is counted in MB. */
const SURELY_MB = 4096;
const LIKELY_GB = 768;
const LIKELY_DISK_MB = 100_000;

/** The unit of a column of sizes: chosen by a person, stated, or assumed from how large the numbers are. */
export function unitOfColumn(
  field: MachineField,
  { header, cells }: { readonly header: string; readonly cells: readonly CellValue[] },
  chosen: SizeUnit | null,
): ColumnUnit {
  if (field.unit !== 'MiB' && field.unit !== 'GiB') return NO_UNIT;
  if (chosen !== null) return { unit: chosen, isAssumed: false };
  if (unitOfHeader(header) !== undefined || (cells.length > 0 && cells.every(statesUnit))) return NO_UNIT;
  const largest = Math.max(0, ...cells.slice(0, 100_000).map((cell) => numberOf(cell) ?? 0));
  if (largest === 0) return NO_UNIT;
  if (field.unit === 'MiB') return { unit: largest <= LIKELY_GB ? 'GB' : 'MB', isAssumed: largest < SURELY_MB };
  return { unit: largest > LIKELY_DISK_MB ? 'MB' : 'GB', isAssumed: true };
}
