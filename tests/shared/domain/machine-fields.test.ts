import { expect, it } from 'vitest';

import { checkFieldValue, fieldForHeader, isSettable, machineFields, valueOfField } from '../../../shared/domain/machine-fields.ts';
import { readinessEngine } from '../../../shared/readiness/index.ts';

it('names every field once, and every header for one field only', () => {
  const names = machineFields.map((field) => field.name);
  expect(new Set(names).size).toBe(names.length);
  const synonyms = machineFields.flatMap((field) => field.synonyms);
  expect(synonyms.filter((synonym, place) => synonyms.indexOf(synonym) !== place)).toEqual([]);
});

it('lets a person state every fact of a machine that a rule may lack', () => {
  const known = new Set<string>(machineFields.filter(isSettable).map((field) => field.name));
  const ofEngagement = new Set([
    'requiredFieldsMissing',
    'routeDecision',
    'vaultRegion',
    'siteLinkMbps',
    'targetTenant',
    'offeredSizes',
    'helperSizeAvailable',
    'coresFree',
    'familyFree',
    'coresNeeded',
    'cacheRegion',
    'cacheAccountKind',
    'cacheAccountHasSoftDelete',
    'cacheAccountAllowsSharedKey',
    'cacheAccountHasHierarchicalNamespace',
    'cacheAccountDiskCount',
    'proxyKind',
    'outboundPath',
    'replicationPath',
    'subnetKept',
    'machinesLeftInSubnet',
    'applianceDailyChurnGiB',
    'applianceProtectedItems',
    'applianceCores',
    'plannedDays',
    'vaultCount',
    'applianceCount',
    'replicationGroupSize',
    'recoveryPlanSize',
    'recoveryPlanGroups',
  ]);
  const fields = new Set(readinessEngine.ruleSet.rules.flatMap((rule) => rule.fields));
  const unsettable = [...fields].filter((field) => !field.includes('[]') && !known.has(field) && !ofEngagement.has(field));
  expect(unsettable).toEqual([]);
});

it('takes a list as text', () => {
  expect(checkFieldValue('locks', 'a, b')).toBeNull();
  expect(checkFieldValue('locks', '')).toBe('Locks: give the members separated by commas, or “none”.');
  expect(valueOfField('locks', 'read-only, cannot delete')).toEqual(['read-only', 'cannot delete']);
  expect(valueOfField('guestMountKinds', 'None')).toEqual([]);
  expect(valueOfField('notes', 'a, b')).toBe('a, b');
});

it('finds fields by their headers', () => {
  expect([fieldForHeader('Instance Type'), fieldForHeader('Memory (MB)'), fieldForHeader('Generation')]).toEqual([
    'instanceType',
    'memoryMiB',
    'vmGeneration',
  ]);
});
