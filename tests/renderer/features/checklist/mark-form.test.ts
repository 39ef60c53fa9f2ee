import { expect, test } from 'vitest';

import {
  EMPTY_EVIDENCE,
  evidenceOf,
  linkError,
  markable,
  openFirst,
  whyNotDone,
} from '../../../../renderer/features/checklist/mark-form.ts';
import type { ChecklistItem } from '../../../../shared/contract/shapes.ts';

function item(more: Partial<ChecklistItem> = {}): ChecklistItem {
  const scope = { kind: 'machine', id: 'm1' } as const;
  const marked = { reason: null, by: null, at: null, evidence: [], seen: null, drift: null };
  return { stepId: 'S', scope, scopeTitle: 'm1', state: 'open', blockedBy: [], ...marked, ...more };
}

const needing = { needsEvidence: true, evidenceAsked: 'a screenshot' };
const plain = { needsEvidence: false, evidenceAsked: null };

test('a step that asks for evidence is not done without it', () => {
  expect(whyNotDone(needing, [item()], EMPTY_EVIDENCE)).toBe('Evidence is needed first: a screenshot');
  expect(whyNotDone(needing, [item()], { ...EMPTY_EVIDENCE, note: 'seen' })).toBeNull();
  expect(whyNotDone(plain, [item()], EMPTY_EVIDENCE)).toBeNull();
  const evidence = [{ kind: 'note', text: 'old', by: 'A', at: '2027-01-01T00:00:00.000Z' }] as const;
  expect(whyNotDone(needing, [item({ evidence: [...evidence] })], EMPTY_EVIDENCE)).toBeNull();
  expect(whyNotDone(needing, [item({ evidence: [...evidence] }), item()], EMPTY_EVIDENCE)).not.toBeNull();
});

test('what waits says for what', () => {
  expect(whyNotDone(plain, [item({ blockedBy: ['A-01 first'] })], EMPTY_EVIDENCE)).toBe('Waits: A-01 first');
  expect(whyNotDone(plain, [item(), item({ blockedBy: ['A-01 first'] })], EMPTY_EVIDENCE)).toBe('1 of 2 chosen wait: A-01 first');
  expect(whyNotDone(plain, [], EMPTY_EVIDENCE)).toBe('Nothing is chosen.');
});

test.each([
  ['', null],
  ['https://example.com/x', null],
  ['javascript:alert(1)', 'A link starts with https:// or http://.'],
  ['file:///etc/passwd', 'A link starts with https:// or http://.'],
  ['example.com', 'A link starts with https:// or http://.'],
])('link %j: %s', (url, error) => {
  expect(linkError(url)).toBe(error);
});

test('one tick makes one piece of evidence; the note says what it shows', () => {
  expect(evidenceOf(EMPTY_EVIDENCE, null)).toEqual([]);
  expect(evidenceOf({ ...EMPTY_EVIDENCE, note: ' seen ' }, null)).toEqual([{ kind: 'note', text: 'seen' }]);
  expect(evidenceOf({ ...EMPTY_EVIDENCE, note: 'ticket', url: 'https://example.com/1' }, null)).toEqual([
    { kind: 'link', text: 'ticket', url: 'https://example.com/1' },
  ]);
  expect(evidenceOf({ note: 'both', url: 'https://example.com/1', file: { name: 'a.png', sizeBytes: 3 } }, 'u1')).toEqual([
    { kind: 'file', text: 'both', uploadId: 'u1' },
    { kind: 'link', text: '', url: 'https://example.com/1' },
  ]);
});

test('a tick of many leaves out what is finished or waits', () => {
  const items = [item({ state: 'done' }), item({ blockedBy: ['x'] }), item({ scopeTitle: 'free' }), item({ state: 'not-applicable' })];
  expect(markable(items).map((one) => one.scopeTitle)).toEqual(['free']);
});

const against = { verdict: 'against' as const, text: 'A blocker is open.', at: null };

test('what the data speak against cannot be marked, one by one or in bulk', () => {
  expect(whyNotDone(plain, [item(), item({ seen: against })], EMPTY_EVIDENCE)).toBe('The data speak against it: A blocker is open.');
  expect(markable([item({ seen: against }), item({ scopeTitle: 'free' })]).map((one) => one.scopeTitle)).toEqual(['free']);
});

test('what can be marked stands before what waits, and both before what is finished', () => {
  const items = [
    item({ scopeTitle: 'done', state: 'done' }),
    item({ scopeTitle: 'waits', blockedBy: ['x'] }),
    item({ scopeTitle: 'against', seen: against }),
    item({ scopeTitle: 'free' }),
  ];
  expect(openFirst(items).map((one) => one.scopeTitle)).toEqual(['free', 'waits', 'against', 'done']);
});
