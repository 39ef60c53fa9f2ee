import { expect, test } from 'vitest';

import { fileStem, reportBaseName, sheetName } from '../../../shared/reports/file-name.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { countWords, listWords, numberWords, shareWords, sizeWords, valueWords } from '../../../shared/reports/words.ts';

test.each([
  [0, 0, '0'],
  [999, 0, '999'],
  [1000, 0, '1,000'],
  [1_234_567.891, 2, '1,234,567.89'],
  [-1234, 0, '−1,234'],
  [-0.4, 0, '0'],
])('%d with %d decimals is written %s', (value, decimals, text) => {
  expect(numberWords(value, decimals)).toBe(text);
});

test('counts, sizes, shares and lists read as sentences', () => {
  expect([countWords(1, 'machine'), countWords(1200, 'machine'), countWords(2, 'entry', 'entries')]).toEqual([
    '1 machine',
    '1,200 machines',
    '2 entries',
  ]);
  expect([sizeWords(900.4), sizeWords(10_240)]).toEqual(['900 GiB', '10.0 TiB']);
  expect([shareWords(1, 3), shareWords(0, 0)]).toEqual(['33 %', '–']);
  expect([listWords([]), listWords(['a']), listWords(['a', 'b', 'c']), listWords(['a', 'b', 'c', 'd'], 2)]).toEqual([
    '',
    'a',
    'a, b and c',
    'a, b and 2 more',
  ]);
});

test('values that a rule saw are written out, unknown ones as unknown', () => {
  expect([null, true, 'x', 2.345, ['a', 1], { size: 3 }].map(valueWords)).toEqual(['unknown', 'yes', 'x', '2.35', 'a, 1', 'size 3']);
});

test('names of files and sheets are taken by every system', () => {
  expect(fileStem('Bäcker & Söhne: <Umzug> ../2027', 'x')).toBe('Bäcker-Söhne-Umzug-2027');
  expect([fileStem('///', 'x'), fileStem('a'.repeat(200), 'x').length]).toEqual(['x', 60]);
  const report = {
    title: 'Wave plan: Con: move',
    preset: 'wave-plan',
    isSample: true,
    stateAt: '2026-12-31T23:30:00.000Z',
    timeZone: 'Europe/Berlin',
  };
  expect(reportBaseName(report as unknown as Report)).toBe('SAMPLE_Con-move_wave-plan_2027-01-01');
  expect([sheetName("a/b[c]:*?'d\\"), sheetName('History'), sheetName('x'.repeat(50)).length]).toEqual(['a b c d', 'Table', 31]);
});
