import type { Reply } from '../../shared/contract/failure.ts';
import type { FieldName, ImportedInventory, ImportedMachine } from '../../shared/domain/machine.ts';
import type { ImportSource } from './import-source.ts';

/** A machine as a reader finds it; which machine of the engagement it is gets decided when the import is confirmed. */
export type ReadMachine = Omit<ImportedMachine, 'machineId'>;

/** What one file states. */
export interface ReadInventory extends Omit<ImportedInventory, 'machines'> {
  readonly machines: readonly ReadMachine[];
}

/** Column of a generic file, with the field it is taken for. */
export interface ColumnGuess {
  readonly header: string;
  readonly sample: readonly string[];
  readonly field: FieldName | null;
  /** Unit of a column of sizes that neither header nor cells state; `null` where they do, or it holds no sizes. */
  readonly unit: SizeUnit | null;
  /** The unit was assumed: a person is asked. */
  readonly isUnitAssumed: boolean;
}

export type SizeUnit = 'bytes' | 'KB' | 'MB' | 'GB' | 'TB';

export type ReadResult =
  | { readonly kind: 'inventory'; readonly inventory: ReadInventory; readonly columns: readonly ColumnGuess[] }
  /** A table whose name column is not known: a person maps it. */
  | { readonly kind: 'needs-mapping'; readonly inventory: ReadInventory; readonly columns: readonly ColumnGuess[] };

export interface ReadRequest {
  readonly fileName: string;
  /** Header -> field, or field and unit (`memoryMiB:GB`); wins over every guess. `null` leaves a column out. */
  readonly mapping: Readonly<Record<string, string | null>> | null;
  readonly onProgress: (done: number, step: string) => void;
}

/** One format. The first of the list that recognises a file reads it. */
export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly recognises: (source: ImportSource) => boolean;
  /** Whether a file that says nothing by itself belongs beside one that is recognised: volumes beside instances. */
  readonly takesAlong?: (source: ImportSource) => boolean;
  readonly read: (source: ImportSource, request: ReadRequest) => Reply<ReadResult>;
}
