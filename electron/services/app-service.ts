import type { z } from 'zod';

import { success } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import { methods } from '../../shared/contract/methods.ts';
import type { AppParts } from '../app-parts.ts';
import type { Handlers } from '../host/handlers.ts';
import type { DownloadStore } from './download-store.ts';
import type { JsonFile } from './json-file.ts';
import type { TaskList } from './task-list.ts';
import type { UploadStore } from './upload-store.ts';

export type Preferences = MethodOutput<'app.set-preferences'>;
export const preferencesFileSchema: z.ZodType<Preferences> = methods['app.set-preferences'].output;

export function defaultPreferences(personName: string): Preferences {
  return { theme: 'system', actorName: personName, isTourSeen: false, layouts: {} };
}

interface Parts {
  readonly app: AppParts;
  readonly preferences: JsonFile<Preferences>;
  readonly uploads: UploadStore;
  readonly downloads: DownloadStore;
  readonly tasks: TaskList;
}

/** What concerns the program and not an engagement: preferences, files in and out, running tasks. */
export function createAppService(parts: Parts) {
  const { app, preferences, uploads, downloads, tasks } = parts;
  return {
    'app.info': async () =>
      success({
        version: app.appVersion,
        host: app.hostKind,
        platform: process.platform,
        hasNativeDialogs: app.dialogs !== null,
        defaultFolder: app.documentsFolder,
        preferences: await preferences.read(),
      }),
    'app.set-preferences': async (changes) => {
      const before = await preferences.read();
      const after: Preferences = {
        theme: changes.theme ?? before.theme,
        actorName: changes.actorName ?? before.actorName,
        isTourSeen: changes.isTourSeen ?? before.isTourSeen,
        layouts: { ...before.layouts, ...changes.layouts },
      };
      await preferences.write(after);
      return success(after);
    },
    'upload.start': (input) => uploads.start(input.name, input.sizeBytes),
    'upload.chunk': (input) => uploads.addChunk(input.uploadId, input.offset, Buffer.from(input.base64, 'base64')),
    'upload.cancel': async (input) => {
      await uploads.remove(input.uploadId);
      return success({});
    },
    'download.read': (input) => downloads.read(input.downloadId, input.offset),
    'task.cancel': (input) => success({ wasRunning: tasks.cancel(input.taskId) }),
  } satisfies Partial<Handlers>;
}
