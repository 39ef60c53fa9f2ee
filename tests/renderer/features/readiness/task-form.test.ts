import { expect, test } from 'vitest';

import {
  changesOfMany,
  changesOfOne,
  EMPTY_TASK_FORM,
  formOfTask,
  whyNotSaved,
} from '../../../../renderer/features/readiness/task-form.ts';

const task = { owner: 'Kim', dueOn: '2027-01-09', state: 'open' as const, note: null };

test('one task: what is as it was is left alone, an emptied field is taken away', () => {
  const form = formOfTask(task);
  expect(changesOfOne(task, form)).toEqual({});
  expect(changesOfOne(task, { ...form, owner: ' ', dueOn: '', state: 'fixed', note: ' Done ' })).toEqual({
    owner: null,
    dueOn: null,
    state: 'fixed',
    note: 'Done',
  });
});

test('accepting carries the reason in the same act, also where the note says it already', () => {
  const noted = { ...task, note: 'It is to be retired' };
  expect(changesOfOne(noted, { ...formOfTask(noted), state: 'accepted' })).toEqual({ state: 'accepted', note: 'It is to be retired' });
});

test('many tasks: only what was filled in', () => {
  expect(changesOfMany(EMPTY_TASK_FORM)).toEqual({});
  expect(changesOfMany({ ...EMPTY_TASK_FORM, owner: ' Kim ', state: 'in-progress' })).toEqual({ owner: 'Kim', state: 'in-progress' });
});

test('nothing to change, or accepting without a reason, is not saved', () => {
  expect(whyNotSaved(EMPTY_TASK_FORM, {})).toBe('Nothing is changed yet.');
  expect(whyNotSaved({ ...EMPTY_TASK_FORM, state: 'accepted' }, { state: 'accepted' })).toBe(
    'Say in the note why it is accepted as it is.',
  );
  expect(whyNotSaved({ ...EMPTY_TASK_FORM, owner: 'Kim' }, { owner: 'Kim' })).toBeNull();
});
