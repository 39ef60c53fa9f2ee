import { describe, expect, test } from 'vitest';

import { readQuantity } from '../../../electron/importers/quantity.ts';
import { createRowReader, sheetFromCells } from '../../../electron/importers/sheet.ts';

/** Texts of exports from several countries with the number that each stands for. */
const NUMBERS: readonly (readonly [text: string, value: number | undefined])[] = [
  ['12,5', 12.5],
  ['0,500', 0.5],
  ['1.234,5', 1234.5],
  ['1.234.567,25', 1_234_567.25],
  ['1.234.567', 1_234_567],
  ['1,234', 1234],
  ['1,234,567', 1_234_567],
  ['1,234.5', 1234.5],
  ['1 234', 1234],
  ['1\u00a0234,5', 1234.5],
  ['1\u202f234', 1234],
  ["1'234", 1234],
  ['1’234.5', 1234.5],
  ['4096', 4096],
  ['4.', 4],
  ['1,5,2', undefined],
  ['1.2.3', undefined],
  [',', undefined],
  ['', undefined],
  ['four', undefined],
];

function numericCell(text: string): number | undefined {
  const sheet = sheetFromCells('Any', [
    ['VM', 'Size'],
    ['a', text],
  ]);
  const [row] = sheet.rows;
  return row === undefined ? undefined : createRowReader(sheet)(row).numeric('Size');
}

describe('a number in text', () => {
  test.each(NUMBERS)('%j is read alike in tables of known tools and in any other table', (text, value) => {
    expect([numericCell(text), readQuantity(text, 'Size', null)]).toEqual([value, value]);
  });

  test('keeps its sign in a table of a known tool', () => {
    expect([numericCell('-1'), numericCell('-12,5'), numericCell('--1')]).toEqual([-1, -12.5, undefined]);
  });

  test('keeps its unit apart', () => {
    expect([readQuantity('12,5 GB', 'Memory', 'MiB'), readQuantity('1.234,5', 'Memory (GB)', 'MiB')]).toEqual([12_800, 1_264_128]);
  });
});

/** Sizes as consoles and people write them, with what they are in MiB under a header that says nothing. */
const SIZES: readonly (readonly [text: string, mib: number | undefined])[] = [
  ['16 GB', 16_384],
  ['16G', 16_384],
  ['16 Go', 16_384],
  ['2 terabytes', 2_097_152],
  ['1 024 MB', 1024],
  ['4294967296 B', 4096],
  ['61.2 GiB / 127 GiB', 130_048],
  ['5 of 10 GB', 10_240],
  ['16 GB DDR4', 16_384],
  ['1.5 TB (thin)', 1_572_864],
  ['2 x 4', undefined],
  ['4-8', undefined],
  ['100/200', undefined],
];

describe('a size in a cell', () => {
  test.each(SIZES)('%j is %s MiB', (text, mib) => {
    expect(readQuantity(text, 'Size', 'MiB')).toBe(mib);
  });

  test.each([
    ['Memory (bytes)', '4294967296', 4096],
    ['MemoryBytes', '4294967296', 4096],
    ['RAM (Go)', '8', 8192],
    ['MemMb', '4096', 4096],
    ['Size in Gigabytes', '1', 1024],
    ['Club', '4096', 4096],
  ])('under “%s” is counted in its unit', (header, text, mib) => {
    expect(readQuantity(text, header, 'MiB')).toBe(mib);
  });
});
