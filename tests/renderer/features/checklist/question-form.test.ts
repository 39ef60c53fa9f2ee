import { expect, test } from 'vitest';

import { isSameAnswer, toggleAnswer, unanswered, whyNotSaved } from '../../../../renderer/features/checklist/question-form.ts';

const options = ['vpn', 'expressroute', 'bastion'].map((value) => ({ value, label: value, meaning: '' }));
const answer = { values: ['vpn', 'bastion'], reason: 'As agreed', by: null, at: null };

test('several answers keep the order in which they are offered', () => {
  expect(toggleAnswer({ options }, ['bastion'], 'vpn')).toEqual(['vpn', 'bastion']);
  expect(toggleAnswer({ options }, ['vpn', 'bastion'], 'vpn')).toEqual(['bastion']);
});

test('an answer needs a choice, and a reason where the report will show one', () => {
  expect(whyNotSaved({ needsReason: false }, { values: [], reason: '' })).toBe('Choose an answer first.');
  expect(whyNotSaved({ needsReason: true }, { values: ['vpn'], reason: ' ' })).toBe('The reason is needed: it stands in the report.');
  expect(whyNotSaved({ needsReason: false }, { values: ['vpn'], reason: '' })).toBeNull();
});

test('what stands there already need not be saved again', () => {
  expect(isSameAnswer({ answer }, { values: ['vpn', 'bastion'], reason: 'As agreed ' })).toBe(true);
  expect(isSameAnswer({ answer }, { values: ['vpn'], reason: 'As agreed' })).toBe(false);
  expect(isSameAnswer({ answer: null }, { values: [], reason: '' })).toBe(true);
  expect(isSameAnswer({ answer: null }, { values: ['vpn'], reason: '' })).toBe(false);
  expect(unanswered([{ answer }, { answer: null }])).toBe(1);
});
