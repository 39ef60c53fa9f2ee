import { readQuantity, statesUnit } from '../quantity.ts';

/** No machine has less: smaller numbers of bytes are megabytes, smaller ones of megabytes are gigabytes. */
const LEAST_BYTES = 16 * 1024 ** 2;
const LEAST_MEGABYTES = 64;

/**
 * MiB of a memory that Hyper-V counts in bytes. Scripts divide it and keep the name, so a number too small for bytes is taken for
 * MB or GB; "4 GB" says it itself. Zero is what a machine that is off was given: not its size.
 */
export function memoryMiBOf(cell: string | number | undefined): number | undefined {
  if (cell === undefined) return undefined;
  if (statesUnit(cell)) return readQuantity(cell, '', 'MiB');
  const number = readQuantity(cell, '', null);
  if (number === undefined || number <= 0) return undefined;
  if (number >= LEAST_BYTES) return number / 1024 ** 2;
  return number >= LEAST_MEGABYTES ? number : number * 1024;
}
