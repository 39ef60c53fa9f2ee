import { readFile, stat } from 'node:fs/promises';

import { failed } from '../../shared/contract/failure.ts';
import { MOST_CALENDAR_BYTES, readCalendar, type ReadCalendar } from '../importers/read-calendar.ts';
import type { Task, TaskRunner } from './tasks.ts';

export type ReadCalendarTask = Task<
  { readonly filePath: string; readonly fileName: string; readonly timeZone: string },
  never,
  ReadCalendar
>;

export const readCalendarTask: TaskRunner<ReadCalendarTask> = async ({ filePath, fileName, timeZone }) => {
  const { size } = await stat(filePath);
  if (size > MOST_CALENDAR_BYTES)
    return failed(
      'invalid-input',
      `${fileName} has ${Math.ceil(size / 1024 / 1024)} MiB; a calendar may have ${MOST_CALENDAR_BYTES / 1024 / 1024}. Export only the months that matter.`,
    );
  return readCalendar(fileName, await readFile(filePath, 'utf8'), timeZone);
};
