import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { ReadCalendar } from '../importers/read-calendar.ts';
import type { ReadCalendarTask } from '../workers/read-calendar-task.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { UploadStore } from './upload-store.ts';

interface Parts {
  readonly slot: Slot;
  readonly uploads: UploadStore;
  /** Reads in a worker process, with a time limit. */
  readonly readInWorker: (input: ReadCalendarTask['input'], signal: AbortSignal) => Promise<Reply<ReadCalendar>>;
}

/** Calendar files: read for a preview, never stored. What is chosen from them becomes part of the limits. */
export function createCalendarService({ slot, uploads, readInWorker }: Parts) {
  return {
    'plan.read-calendar': async ({ uploadId, timeZone }, context: CallContext) => {
      const open = slot.need();
      if (!open.ok) return open;
      if (!isTimeZone(timeZone))
        return failed('invalid-input', `timeZone: “${timeZone}” is not a time zone. Use a name such as Europe/Berlin.`);
      const upload = uploads.finished(uploadId);
      if (!upload.ok) return upload;
      const { filePath, name } = upload.value;
      const read = await readInWorker({ filePath, fileName: name, timeZone }, context.signal);
      await uploads.remove(uploadId);
      if (!read.ok) return read;
      return success({
        fileName: name,
        events: read.value.events.map((event) => ({ ...event })),
        skipped: read.value.skipped.map((one) => ({ ...one })),
        warnings: [...read.value.warnings],
      });
    },
  } satisfies Partial<Handlers>;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
