import { expect, test } from 'vitest';

import { mayOpenAddress, mayShowAgain, mayStopWork, type AskPerson } from '../../../electron/desktop/questions.ts';

function person(answer: number) {
  const questions: Parameters<AskPerson>[0][] = [];
  const ask: AskPerson = (question) => {
    questions.push(question);
    return Promise.resolve(answer);
  };
  return { ask, questions };
}

test('stopping work needs the button that says so; Enter and Esc keep working', async () => {
  const { ask, questions } = person(0);
  expect(await mayStopWork(ask, 'an import')).toBe(false);
  expect(questions[0]).toMatchObject({ defaultId: 0, cancelId: 0, buttons: ['Keep working', 'Stop and close'] });
  expect(questions[0]?.detail).toContain('an import');
  expect(await mayStopWork(person(1).ask, 'an import')).toBe(true);
});

test('before an unknown address is opened its host is named, whatever the link says; a long one is cut', async () => {
  const { ask, questions } = person(0);
  expect(await mayOpenAddress(ask, `http://evil.example/${'x'.repeat(1000)}`)).toBe(false);
  expect(questions[0]?.message).toBe('Open evil.example in the browser?');
  expect(questions[0]?.detail).toMatch(/^The connection would not be encrypted\. .{0,350}…$/);
  expect(await mayOpenAddress(person(1).ask, 'https://wiki.example/')).toBe(true);
});

test('after a crash of the page Enter shows the window again and Esc quits', async () => {
  const { ask, questions } = person(0);
  expect([await mayShowAgain(ask), await mayShowAgain(person(1).ask)]).toEqual([true, false]);
  expect(questions[0]).toMatchObject({ defaultId: 0, cancelId: 1 });
});
