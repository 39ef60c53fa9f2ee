import { expect, test } from 'vitest';

import { fileNameFor } from '../../../shared/domain/engagement-file-name.ts';

test('a typed name becomes a file name that every system takes', () => {
  expect(['Contoso 2027', 'A/B: "Nord"?', ' ..hidden ', 'Grüße, Zürich', '???'].map(fileNameFor)).toEqual([
    'Contoso 2027.landfall',
    'A B Nord.landfall',
    'hidden.landfall',
    'Grüße Zürich.landfall',
    'Engagement.landfall',
  ]);
});
