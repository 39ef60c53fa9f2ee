import { expect, test } from 'vitest';

import { watchRunningWork } from '../../../electron/desktop/running-work.ts';
import { createEventHub } from '../../../electron/host/event-hub.ts';

type Kind = 'import' | 'plan' | 'report' | 'verify';

function watch() {
  const hub = createEventHub(() => undefined);
  const signals: unknown[] = [];
  const work = watchRunningWork(hub, {
    showProgress: (done) => void signals.push(['progress', done]),
    keepAwake: (isOn) => void signals.push(['awake', isOn]),
    tell: (title) => void signals.push(['tell', title]),
  });
  return {
    work,
    taken: () => signals.splice(0),
    progress: (taskId: string, kind: Kind, done: number | null) =>
      hub.publish({ name: 'task.progress', payload: { taskId, kind, done, step: '', detail: 'customer words' } }),
    finish: (taskId: string, kind: Kind, isOk: boolean) =>
      hub.publish({ name: 'task.finished', payload: { taskId, kind, isOk, detail: 'customer words' } }),
  };
}

test('while something runs the icon shows how far, the computer stays awake, and the end is told without words of the customer', () => {
  const { work, taken, progress, finish } = watch();
  expect(work.describe()).toBe('');
  progress('1', 'import', 0.25);
  expect(taken()).toEqual([
    ['awake', true],
    ['progress', 0.25],
  ]);
  progress('2', 'plan', 0.1);
  expect(work.describe()).toBe('an import, the planning of waves');
  finish('1', 'import', true);
  expect(taken()).toEqual([
    ['progress', 0.1],
    ['progress', 0.1],
    ['tell', 'The file was read'],
  ]);
  finish('2', 'plan', false);
  expect(taken()).toEqual([
    ['awake', false],
    ['progress', undefined],
    ['tell', 'The waves were not planned'],
  ]);
  expect(work.describe()).toBe('');
});

test('a task of unknown length makes the bar say unknown', () => {
  const { taken, progress } = watch();
  progress('1', 'verify', null);
  progress('2', 'report', 0.5);
  expect(taken().slice(1)).toEqual([
    ['progress', null],
    ['progress', null],
  ]);
});

test('a task that ended before it told anything leaves the computer as it was', () => {
  const { taken, finish } = watch();
  finish('1', 'report', true);
  expect(taken()).toEqual([
    ['progress', undefined],
    ['tell', 'The report is written'],
  ]);
});
