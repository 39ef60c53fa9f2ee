import { expect, test } from 'vitest';

import { hasOldLimits, selectionOf, stillThere, WHOLE_PLAN } from '../../../../renderer/features/waves/selection.ts';
import { DEFAULT_WAVE_LIMITS } from '../../../../shared/domain/wave.ts';
import { groupOf, planOf, waveOf } from './plan-fixture.ts';

const plan = planOf([waveOf(1, ['a'])]);
const groups = [groupOf('a')];

test.each([
  ['wave-1', { kind: 'wave', waveId: 'wave-1' }],
  ['a', { kind: 'group', groupId: 'a' }],
  ['gone', WHOLE_PLAN],
  [null, WHOLE_PLAN],
] as const)('a link to %j selects %j', (target, selection) => {
  expect(selectionOf(target, plan, groups)).toEqual(selection);
});

test('before there is a plan a group can be linked to', () => {
  expect(selectionOf('a', null, groups)).toEqual({ kind: 'group', groupId: 'a' });
});

test('what is gone after planning again is not selected any more', () => {
  expect(stillThere({ kind: 'wave', waveId: 'wave-1' }, plan, groups)).toEqual({ kind: 'wave', waveId: 'wave-1' });
  expect(stillThere({ kind: 'wave', waveId: 'wave-2' }, plan, groups)).toBe(WHOLE_PLAN);
  expect(stillThere({ kind: 'group', groupId: 'a' }, plan, [])).toBe(WHOLE_PLAN);
});

test('limits are old when one of them differs; a first window that planning chose is no difference', () => {
  const chosen = { ...DEFAULT_WAVE_LIMITS, firstWindowStartsAt: '2027-01-09T21:00:00.000Z' };
  expect(hasOldLimits(chosen, DEFAULT_WAVE_LIMITS)).toBe(false);
  expect(hasOldLimits(chosen, { ...DEFAULT_WAVE_LIMITS, machinesPerWave: 30 })).toBe(true);
  expect(hasOldLimits(chosen, { ...DEFAULT_WAVE_LIMITS, firstWindowStartsAt: '2027-02-06T21:00:00.000Z' })).toBe(true);
  const conflicts = [{ a: 'a', b: 'b' }];
  expect(hasOldLimits(DEFAULT_WAVE_LIMITS, { ...DEFAULT_WAVE_LIMITS, conflicts })).toBe(true);
  // A pin is judged as soon as it is set.
  expect(hasOldLimits(DEFAULT_WAVE_LIMITS, { ...DEFAULT_WAVE_LIMITS, pins: [{ groupId: 'a', waveNumber: 1 }] })).toBe(false);
});
