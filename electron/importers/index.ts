import { genericTable } from './generic-table.ts';
import type { Importer } from './importer.ts';
import { rvtoolsWorkbook } from './rvtools/rvtools-workbook.ts';

/** Every format, most particular first; the generic table takes what nobody else recognises. */
export const importers: readonly Importer[] = [rvtoolsWorkbook, genericTable];
