import { expect, test } from 'vitest';

import { filterWords } from '../../../../renderer/features/checklist/filter-words.ts';
import { NO_STEP_FILTER } from '../../../../renderer/features/checklist/step-filter.ts';

const known = {
  phases: [{ id: 'test', title: 'Test migration', done: 0, total: 4 }],
  waves: [{ id: 'wave-2', number: 2 }],
  scenarios: [],
};

test('a printed sheet says what it was narrowed to', () => {
  expect(filterWords(NO_STEP_FILTER, known)).toBe('All steps');
  expect(filterWords({ ...NO_STEP_FILTER, role: 'network', waveId: 'wave-2', phase: 'test', show: 'open' }, known)).toBe(
    'Network, Wave 2, Test migration, Unfinished',
  );
});
