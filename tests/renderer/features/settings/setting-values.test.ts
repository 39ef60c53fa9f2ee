import { expect, test } from 'vitest';

import { isKnownTimeZone, readLineSpeed, timeZones } from '../../../../renderer/features/settings/setting-values.ts';

test('a line speed is a number above zero; empty means that it is not known', () => {
  expect(['500', ' 2,5 ', '', '0', '-4', 'fast', '1000001', '1e3'].map(readLineSpeed)).toEqual([
    500,
    2.5,
    null,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('only zones that this computer knows are taken', () => {
  expect(['Europe/Dublin', 'UTC', 'Mars/Olympus', ''].map(isKnownTimeZone)).toEqual([true, true, false, false]);
  expect(timeZones().filter((zone) => zone === 'UTC')).toEqual(['UTC']);
});
