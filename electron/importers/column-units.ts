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
/** Four terabytes in MB: numbers beyond it count something smaller. */
const MOST_MEMORY_MB = 4 * 1024 ** 2;
const MOST_MEMORY_KB = 1.5 * 1024 ** 3;
const LIKELY_DISK_MB = 100_000;
const MOST_DISK_MB = 100_000_000;
const MOST_DISK_KB = 10_000_000_000;

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
  if (field.unit === 'GiB') return { unit: diskUnit(largest), isAssumed: true };
  const unit = memoryUnit(largest);
  return { unit, isAssumed: unit !== 'MB' || largest < SURELY_MB };
}

function memoryUnit(largest: number): SizeUnit {
  if (largest <= LIKELY_GB) return 'GB';
  if (largest <= MOST_MEMORY_MB) return 'MB';
  return largest <= MOST_MEMORY_KB ? 'KB' : 'bytes';
}

function diskUnit(largest: number): SizeUnit {
  if (largest <= LIKELY_DISK_MB) return 'GB';
  if (largest <= MOST_DISK_MB) return 'MB';
  return largest <= MOST_DISK_KB ? 'KB' : 'bytes';
}
