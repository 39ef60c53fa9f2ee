import { expect, test } from 'vitest';

import { askBeforeClosing } from '../../../electron/desktop/ask-before-closing.ts';
import { closeBeforeQuitting } from '../../../electron/desktop/close-before-quitting.ts';

type Listener = (event: { readonly preventDefault: () => void }) => void;

/** Something with one cancellable event; `happen` says whether it was let through. */
function happening() {
  const listeners: Listener[] = [];
  return {
    on: (_name: string, listener: Listener) => void listeners.push(listener),
    happen() {
      let isPrevented = false;
      for (const listener of listeners) listener({ preventDefault: () => (isPrevented = true) });
      return !isPrevented;
    },
  };
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

function closableWindow(running: string, answers: readonly boolean[]) {
  const asked: string[] = [];
  const waiting = [...answers];
  let closes = 0;
  const window = { ...happening(), close: () => void (closes += 1) };
  askBeforeClosing(window, { describe: () => running }, (what) => {
    asked.push(what);
    return Promise.resolve(waiting.shift() ?? false);
  });
  return { window, asked, closes: () => closes };
}

test('the window closes without a question while nothing runs', () => {
  const { window, asked } = closableWindow('', []);
  expect([window.happen(), asked]).toEqual([true, []]);
});

test('while something runs the window stays, asks once, and closes only when told so', async () => {
  const { window, asked, closes } = closableWindow('an import', [false, true]);
  expect([window.happen(), window.happen()]).toEqual([false, false]);
  await aTurn();
  expect([asked, closes()]).toEqual([['an import'], 0]);
  expect(window.happen()).toBe(false);
  await aTurn();
  expect([asked, closes(), window.happen()]).toEqual([['an import', 'an import'], 1, true]);
});

test.each([
  ['closed', () => Promise.resolve(), []],
  ['failed to close', () => Promise.reject(new Error('disk')), ['Error: disk']],
])('quitting waits until the engagement is closed, and goes on when it %s', async (_what, close, errors) => {
  let quits = 0;
  let closings = 0;
  const seen: string[] = [];
  const app = { ...happening(), quit: () => void (quits += 1) };
  const counted = () => {
    closings += 1;
    return close();
  };
  closeBeforeQuitting(app, counted, (error) => seen.push(String(error)));
  expect([app.happen(), app.happen(), quits]).toEqual([false, false, 0]);
  await aTurn();
  expect([closings, quits, seen, app.happen()]).toEqual([1, 1, errors, true]);
});
