import { expect, test } from 'vitest';

import { matchingMachines } from '../../../../renderer/features/checklist/matching-machines.ts';
import type { MachineRow } from '../../../../shared/contract/shapes.ts';

function row(name: string, isInScope = true): MachineRow {
  return { id: `id-${name}`, name, isInScope } as MachineRow;
}

test('machines in scope are found by any part of their name, those that start with it first', () => {
  const rows = [row('db-web'), row('WEB-10'), row('web-2'), row('web-3', false), row('app')];
  const names = (text: string): string[] => matchingMachines(rows, text).map((machine) => machine.name);
  expect(names(' web')).toEqual(['web-2', 'WEB-10', 'db-web']);
  expect(names('')).toEqual(['app', 'db-web', 'web-2', 'WEB-10']);
  expect(names('none')).toEqual([]);
});

test('of thousands the first sixty are offered', () => {
  expect(
    matchingMachines(
      Array.from({ length: 5000 }, (_, index) => row(`m-${index}`)),
      'm',
    ),
  ).toHaveLength(60);
});
