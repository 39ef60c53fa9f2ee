import { expect, test } from 'vitest';

import { evidenceOfItems, previewKind } from '../../../../renderer/features/checklist/evidence-pieces.ts';
import type { ChecklistItem } from '../../../../shared/contract/shapes.ts';

type Evidence = ChecklistItem['evidence'][number];

const note = (text: string, at: string): Evidence => ({ kind: 'note', text, by: 'A. Person', at: `${at}T10:00:00.000Z` });

test('one piece handed in for many is listed once, with the names of all; the newest stands first', () => {
  const shared = note('Tested with the owner', '2027-01-10');
  const pieces = evidenceOfItems([
    { scopeTitle: 'web-1', evidence: [note('Old', '2027-01-01'), shared] },
    { scopeTitle: 'web-2', evidence: [shared] },
  ]);
  expect(pieces.map((piece) => [piece.evidence.text, piece.scopes])).toEqual([
    ['Tested with the owner', ['web-1', 'web-2']],
    ['Old', ['web-1']],
  ]);
});

test('where there is only one thing, its name need not be said', () => {
  expect(evidenceOfItems([{ scopeTitle: 'Whole engagement', evidence: [note('Seen', '2027-01-01')] }])[0]?.scopes).toEqual([]);
});

test('pictures and plain text can be looked at; what may carry script is not drawn', () => {
  const kinds = [
    'image/png',
    'text/csv',
    'text/plain',
    'application/json',
    'message/rfc822',
    'image/svg+xml',
    'text/html',
    'application/pdf',
  ];
  expect(kinds.map((mediaType) => previewKind({ mediaType }))).toEqual(['picture', 'text', 'text', 'text', 'text', null, null, null]);
  expect(previewKind({})).toBeNull();
});
