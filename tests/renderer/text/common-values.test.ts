import { expect, test } from 'vitest';

import { formatFieldChange, formatFieldValue, plainValue } from '../../../renderer/text/common-values.ts';

test('values are written with their unit and in words', () => {
  expect([
    formatFieldValue('cpuCount', 16),
    formatFieldValue('inUseGiB', 33.625),
    formatFieldValue('vmwareToolsStatus', 'notRunning'),
    formatFieldValue('isTemplate', false),
    formatFieldValue('ipAddresses', ['10.0.0.1', '10.0.0.2']),
    formatFieldValue('disks', [{ id: 'a' }, { id: 'b' }]),
    formatFieldValue('nics', [{ id: 'a' }]),
    formatFieldValue('application', 'on'),
    formatFieldValue('owner', null),
  ]).toEqual(['16 vCPU', '33.63 GiB', 'Not running', 'No', '10.0.0.1, 10.0.0.2', '2 disks', '1 adapter', 'on', '–']);
  expect(plainValue('memoryMiB', 8192)).toBe('8,192');
});

test('a change names the field, what it was and what it would be', () => {
  expect([formatFieldChange('memoryMiB', 8192, 16_384), formatFieldChange('owner', null, 'Finance')]).toEqual([
    'Memory: 8,192 MiB → 16,384 MiB',
    'Owner: – → Finance',
  ]);
});
