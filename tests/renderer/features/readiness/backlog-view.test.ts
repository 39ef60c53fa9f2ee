import { expect, test } from 'vitest';

import {
  backlogFilter,
  FIRST_BACKLOG,
  isBacklogFiltered,
  isOverdue,
  localDay,
  taskKey,
} from '../../../../renderer/features/readiness/backlog-view.ts';

test('only what narrows goes into the filter; nobody is an owner, everybody is none', () => {
  expect(backlogFilter(FIRST_BACKLOG)).toEqual({});
  expect(isBacklogFiltered({ ...FIRST_BACKLOG, text: '  ' })).toBe(false);
  expect(backlogFilter({ state: 'open', owner: { name: null }, waveId: 'wave-1', ruleId: 'R-1', text: ' tools ' })).toEqual({
    state: 'open',
    owner: null,
    waveId: 'wave-1',
    ruleId: 'R-1',
    text: 'tools',
  });
  expect(backlogFilter({ ...FIRST_BACKLOG, owner: { name: 'Kim' } })).toEqual({ owner: 'Kim' });
});

test('a task is late from the day after it was due, while somebody still has to do it', () => {
  const due = { dueOn: '2027-01-09' };
  expect(isOverdue({ ...due, state: 'open' }, '2027-01-09')).toBe(false);
  expect(isOverdue({ ...due, state: 'open' }, '2027-01-10')).toBe(true);
  expect(isOverdue({ ...due, state: 'in-progress' }, '2027-01-10')).toBe(true);
  expect(isOverdue({ ...due, state: 'fixed' }, '2027-01-10')).toBe(false);
  expect(isOverdue({ dueOn: null, state: 'open' }, '2027-01-10')).toBe(false);
});

test('the day is that of the computer, two digits each', () => {
  expect(localDay(new Date(2027, 0, 9, 23, 59).getTime())).toBe('2027-01-09');
  expect(taskKey({ ruleId: 'R-1', machineId: 'm-1' })).toBe('R-1|m-1');
});
