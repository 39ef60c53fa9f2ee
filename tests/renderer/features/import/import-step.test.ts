import { expect, test } from 'vitest';

import {
  asksForPassword,
  decisionList,
  doneChanges,
  doubleColumns,
  engagementNameFor,
  holdsAnything,
  joinMapping,
  isStale,
  mappingOf,
  mappingProblem,
  secondsLeft,
  shownFields,
  splitMapping,
} from '../../../../renderer/features/import/import-step.ts';
import type { ImportPreview } from '../../../../shared/contract/methods/import-methods.ts';

const preview = {
  columns: [
    { header: 'Asset', sample: ['web-01'], field: 'name', isRemembered: false, unit: null, isUnitAssumed: false },
    { header: 'Cores', sample: ['4'], field: 'cpuCount', isRemembered: true, unit: null, isUnitAssumed: false },
    { header: 'Remark', sample: [], field: null, isRemembered: false, unit: null, isUnitAssumed: false },
  ],
  fields: [
    { name: 'name', title: 'Name', unit: null },
    { name: 'owner', title: 'Owner', unit: null },
    { name: 'cpuCount', title: 'Processors', unit: 'vCPU' },
  ],
  firstRows: [{ name: 'web-01', sheet: 'CSV', row: 2, values: { name: 'web-01', cpuCount: 4, owner: null } }],
} as unknown as ImportPreview;

test('a mapping is read again only when it differs from the one that made the preview', () => {
  const mapping = mappingOf(preview);
  expect([
    isStale(preview, mapping),
    isStale(preview, { ...mapping, Remark: 'owner' }),
    isStale(preview, { ...mapping, Cores: null }),
  ]).toEqual([false, true, true]);
});

test('a mapping without names, or with one field twice, cannot be read', () => {
  const mapping = mappingOf(preview);
  const twice = { ...mapping, Remark: 'cpuCount' };
  expect([mappingProblem(preview, mapping), mappingProblem(preview, { ...mapping, Asset: null }), mappingProblem(preview, twice)]).toEqual([
    null,
    'no-name',
    'twice',
  ]);
  expect([...doubleColumns(preview, twice)]).toEqual([['Remark', 'Cores']]);
  expect(mappingProblem({ ...preview, columns: [] }, {})).toBe(null);
});

test('a unit that a person chose belongs to the mapping, an assumed one does not', () => {
  const memory = { header: 'RAM', sample: ['16'], field: 'memoryMiB', isRemembered: false, unit: 'GB' as const, isUnitAssumed: true };
  const asked = { ...preview, columns: [...preview.columns, memory] };
  const mapping = mappingOf(asked);
  expect([mapping['RAM'], isStale(asked, mapping), isStale(asked, { ...mapping, RAM: joinMapping('memoryMiB', 'MB') })]).toEqual([
    'memoryMiB',
    false,
    true,
  ]);
  const chosen = { ...preview, columns: [...preview.columns, { ...memory, unit: 'MB' as const, isUnitAssumed: false }] };
  expect([mappingOf(chosen)['RAM'], splitMapping('memoryMiB:MB'), splitMapping('owner'), splitMapping(null)]).toEqual([
    'memoryMiB:MB',
    { field: 'memoryMiB', unit: 'MB' },
    { field: 'owner', unit: null },
    { field: null, unit: null },
  ]);
  expect([...doubleColumns(asked, { ...mapping, Remark: 'memoryMiB:GB' })]).toEqual([['RAM', 'Remark']]);
});

test('the first rows show the fields that hold anything, in the order of the contract, the name apart', () => {
  expect(shownFields(preview).map((field) => field.name)).toEqual(['cpuCount']);
});

test('time left is told only when it is more than a guess', () => {
  expect([
    secondsLeft(null, 0, 10_000),
    secondsLeft(0.01, 0, 10_000),
    secondsLeft(0.5, 0, 1000),
    secondsLeft(0.25, 0, 10_000),
    secondsLeft(1, 0, 10_000),
  ]).toEqual([null, null, null, 30, null]);
});

test('only a protected file asks for a password', () => {
  expect([
    asksForPassword({ code: 'forbidden', retry: 'now', detail: '' }),
    asksForPassword({ code: 'forbidden', retry: 'never', detail: '' }),
    asksForPassword({ code: 'invalid-input', retry: 'never', detail: '' }),
  ]).toEqual([true, false, false]);
});

test('a file gives the engagement that it begins its name', () => {
  expect([engagementNameFor('RVTools_export-all_2026.xlsx'), engagementNameFor('Nordkliff AG.csv')]).toEqual([
    'RVTools export all 2026',
    'Nordkliff AG',
  ]);
});

test('only doubtful rows that were answered are decided; the others become machines of their own', () => {
  const changeRows = [
    { kind: 'doubtful', sheet: 'vInfo', row: 2 },
    { kind: 'doubtful', sheet: 'vInfo', row: 3 },
    { kind: 'doubtful', sheet: 'vInfo', row: 4 },
    { kind: 'added', sheet: 'vInfo', row: 5 },
  ] as unknown as ImportPreview['changeRows'];
  const decisions = { 'vInfo|2': 'm-1', 'vInfo|3': null, 'vInfo|5': 'm-2' };
  expect(decisionList({ ...preview, changeRows }, decisions)).toEqual([
    { sheet: 'vInfo', row: 2, machineId: 'm-1' },
    { sheet: 'vInfo', row: 3, machineId: null },
  ]);
});

test('a file of connections without machines can be kept, an empty one cannot', () => {
  const counts = { machineCount: 0, connectionCount: 0, applicationCount: 0 };
  expect([holdsAnything({ ...preview, ...counts }), holdsAnything({ ...preview, ...counts, connectionCount: 4 })]).toEqual([false, true]);
});

test('rows in doubt are told as what became of them', () => {
  const changes = { added: 1, changed: 2, unchanged: 3, doubtful: 4, gone: 0 };
  expect(doneChanges({ ...preview, changes }, 4)).toEqual({ added: 4, changed: 3, unchanged: 3, doubtful: 0, gone: 0 });
});
