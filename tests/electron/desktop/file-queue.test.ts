import { expect, test } from 'vitest';

import { createFileQueue } from '../../../electron/desktop/file-queue.ts';

test('a file that comes before the window waits for it; of several the last counts; later ones go through at once', () => {
  const opened: string[] = [];
  const files = createFileQueue('from-start');
  files.add('from-system');
  files.openWith((file) => void opened.push(file));
  expect(opened).toEqual(['from-system']);
  files.add('second start');
  expect(opened).toEqual(['from-system', 'second start']);
});

test('without a file nothing is opened', () => {
  const opened: string[] = [];
  createFileQueue(null).openWith((file) => void opened.push(file));
  expect(opened).toEqual([]);
});
