import { expect, test } from 'vitest';

import { factsByGroup, textOfFact, valueOfText } from '../../../../renderer/features/readiness/fact-form.ts';

test.each([
  [null, ''],
  [true, 'yes'],
  [false, 'no'],
  [0, '0'],
  ['zone', 'zone'],
] as const)('%j stands in the field as %j', (value, text) => {
  expect(textOfFact(value)).toBe(text);
});

test.each([
  ['number', '12,5', 12.5],
  ['number', '0', 0],
  ['number', 'many', undefined],
  ['number', '1e5', undefined],
  ['number', ' ', null],
  ['boolean', 'yes', true],
  ['boolean', 'no', false],
  ['boolean', '', null],
  ['list', ' a, b ', 'a, b'],
] as const)('%s %j is read as %j', (kind, text, value) => {
  expect(valueOfText({ kind }, text)).toBe(value);
});

test('facts stand under their groups, in their order', () => {
  const fact = (name: string, group: string) => ({ name, title: name, group, unit: null, kind: 'text' as const, choices: [], value: null });
  expect(
    factsByGroup([fact('a', 'target'), fact('b', 'site'), fact('c', 'target')]).map(([group, own]) => [group, own.map((one) => one.name)]),
  ).toEqual([
    ['Target', ['a', 'c']],
    ['Site', ['b']],
  ]);
});
