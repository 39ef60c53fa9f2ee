import { expect, test } from 'vitest';

import { formOf, readForm } from '../../../../renderer/features/waves/limits-form.ts';
import { DEFAULT_WAVE_LIMITS, type WaveLimits } from '../../../../shared/domain/wave.ts';

const full: WaveLimits = {
  ...DEFAULT_WAVE_LIMITS,
  machinesPerWave: 25,
  gibPerWave: 1234.5,
  pilotMachines: null,
  firstWindowStartsAt: '2027-01-15T21:00:00.000Z',
  daysBetweenWindows: 7,
  windowHours: 7.5,
  timeZone: 'Europe/Berlin',
  freezes: [{ title: 'Year end', startsAt: '2027-12-20T00:00:00.000Z', endsAt: '2028-01-07T00:00:00.000Z' }],
  precedences: [{ before: 'a', after: 'b', kind: 'strict' }],
  pins: [{ groupId: 'a', waveNumber: 2, startsAt: '2027-03-27T19:00:00.000Z' }],
  onlyReadyMachines: true,
  teams: 4,
  criticalPerWave: 2,
  vcpuQuota: 900,
  line: { mbps: 500, startsAt: '2026-12-01T08:00:00.000Z', growthPercentPerYear: 12.5, churnGiBPerDay: 0 },
  lastWindowEndsBy: '2027-06-30T22:00:00.000Z',
  windows: [
    {
      title: 'Easter',
      startsAt: '2027-03-27T19:00:00.000Z',
      endsAt: '2027-03-28T03:30:00.000Z',
      timeZone: 'Europe/London',
      machines: 40,
      gib: null,
      teams: 6,
    },
  ],
  conflicts: [{ a: 'a', b: 'b' }],
  dates: [{ groupId: 'b', notBefore: '2027-02-01T07:00:00.000Z', notAfter: null }],
  notBefore: '2027-01-01T00:00:00.000Z',
  locks: [{ startsAt: '2027-01-15T21:00:00.000Z', groupIds: ['a'], why: 'person' }],
};

test('limits survive the way into the fields and back', () => {
  expect(readForm(formOf(full))).toEqual({ ok: true, limits: full });
  expect(readForm(formOf(DEFAULT_WAVE_LIMITS))).toEqual({ ok: true, limits: DEFAULT_WAVE_LIMITS });
});

test('an empty limit is no limit, and a decimal comma is understood', () => {
  const read = readForm({ ...formOf(full), machinesPerWave: ' ', gibPerWave: '1,5' });
  expect(read.ok && [read.limits.machinesPerWave, read.limits.gibPerWave]).toEqual([null, 1.5]);
});

test('every wrong field is named with what is expected', () => {
  const read = readForm({
    ...formOf(full),
    machinesPerWave: '2.5',
    pilotMachines: '0',
    daysBetweenWindows: '',
    windowHours: '200',
    firstWindow: '2027-03-28T02:30',
    freezes: [{ title: ' ', startsAt: '2027-05-02T00:00', endsAt: '2027-05-01T00:00' }],
    precedences: [{ before: 'a', after: 'a', kind: 'weak' }],
    pins: [{ groupId: '', waveNumber: 'x' }],
    teams: '1.5',
    growth: '-1',
    windows: [{ title: '', startsAt: '', hours: '0', timeZone: 'Mars/Olympus', machines: 'many', gib: '', teams: '' }],
    conflicts: [{ a: 'a', b: 'a' }],
    dates: [{ groupId: 'a', notBefore: '2027-05-02T00:00', notAfter: '2027-05-01T00:00' }],
  });
  expect(read.ok ? {} : read.errors).toEqual({
    machinesPerWave: 'Write a whole number from 1 to 100,000.',
    pilotMachines: 'Write a whole number from 1 to 100,000.',
    daysBetweenWindows: 'A number is needed here.',
    windowHours: 'Write a number from 0.25 to 168.',
    firstWindow: 'Clocks are put forward then: this time does not exist. The next is 2027-03-28 03:30.',
    'freezes.0.title': 'Give the freeze a name.',
    'freezes.0.endsAt': 'The end must be after the start.',
    'precedences.0.after': 'A group cannot move before itself.',
    'pins.0.groupId': 'Choose a group.',
    'pins.0.waveNumber': 'Write a whole number from 1 to 10,000.',
    teams: 'Write a whole number from 1 to 1,000.',
    growth: 'Write a number from 0 to 1,000.',
    'windows.0.title': 'Give the window a name.',
    'windows.0.timeZone': 'This computer does not know that time zone.',
    'windows.0.startsAt': 'A date and time is needed here.',
    'windows.0.hours': 'Write a number from 0.25 to 168.',
    'windows.0.machines': 'Write a whole number from 1 to 100,000.',
    'conflicts.0.b': 'A group cannot be kept apart from itself.',
    'dates.0.notAfter': 'The end must be after the start.',
  });
});

test('a zone that this computer does not know is refused', () => {
  const read = readForm({ ...formOf(full), timeZone: 'Mars/Olympus' });
  expect(read.ok ? null : read.errors['timeZone']).toContain('does not know');
});

test('a freeze needs both its ends', () => {
  const read = readForm({ ...formOf(full), freezes: [{ title: 'Audit', startsAt: '', endsAt: '2027-05-01T00:00' }] });
  expect(read.ok ? {} : read.errors).toEqual({ 'freezes.0.startsAt': 'A date and time is needed here.' });
});
