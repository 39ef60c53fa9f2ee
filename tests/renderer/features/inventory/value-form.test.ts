import { expect, test } from 'vitest';

import { firstText, presentValue, readLine, readLines, settableFields } from '../../../../renderer/features/inventory/value-form.ts';
import { rowOf } from './rows.ts';

const line = (field: string, text: string, isTakenBack = false) => ({ id: 0, field, text, isTakenBack });

test('values are read by the kind of their field', () => {
  expect([
    readLine(line('owner', ' Finance ')),
    readLine(line('cpuCount', '1 024')),
    readLine(line('downtimeBudgetMinutes', '7,5')),
    readLine(line('isTemplate', 'true')),
    readLine(line('criticality', 'high')),
    readLine(line('owner', 'whatever', true)),
  ]).toEqual([{ value: 'Finance' }, { value: 1024 }, { value: 7.5 }, { value: true }, { value: 'high' }, { value: null }]);
});

test('a wrong value is told in one sentence', () => {
  const problems = [line('owner', ' '), line('cpuCount', 'many'), line('criticality', 'urgent')].map(readLine);
  expect(problems.map((read) => 'problem' in read && read.problem.length > 0)).toEqual([true, true, true]);
  expect([readLines([line('owner', 'x'), line('cpuCount', 'many')]), readLines([])]).toEqual([null, null]);
  expect(readLines([line('owner', 'x'), line('cpuCount', '4')])).toEqual({ owner: 'x', cpuCount: 4 });
});

test('the form begins with what all machines hold, and says when they differ', () => {
  const rows = [rowOf({ id: 'a', owner: 'Finance', cpuCount: 4 }), rowOf({ id: 'b', owner: 'Finance', cpuCount: 8 })];
  expect([
    firstText(rows, 'owner'),
    firstText(rows, 'cpuCount'),
    presentValue(rows, 'owner'),
    presentValue(rows, 'cpuCount'),
    presentValue(rows, 'notes'),
  ]).toEqual(['Finance', '', 'Now: Finance', '2 different values now', null]);
});

test('what planning needs is offered first, lists from sources not at all', () => {
  expect(settableFields.slice(0, 3).map((field) => field.name)).toEqual(['application', 'environment', 'owner']);
  expect(settableFields.some((field) => field.name === 'disks')).toBe(false);
});
