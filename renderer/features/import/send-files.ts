import type { Failure } from '../../../shared/contract/failure.ts';
import { uploadFile } from '../../client/upload-file.ts';
import type { App } from '../../store/store.ts';
import { importText } from '../../text/import.ts';
import { MOST_FILES } from './choose-files.ts';

export interface SentFiles {
  readonly stop: AbortController | null;
  uploadIds: readonly string[];
}

/** Hands all files over, one after another. What has arrived stands in `own`; `null`: all of it. `done` is of all bytes. */
export async function sendFiles(
  app: App,
  files: readonly File[],
  own: SentFiles,
  onProgress: (done: number) => void,
): Promise<Failure | null> {
  if (files.length === 0 || files.length > MOST_FILES) {
    const detail = files.length === 0 ? importText.drop.noneText : importText.pick.tooMany(files.length, MOST_FILES);
    return { code: 'invalid-input', retry: 'never', detail };
  }
  const all = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  let before = 0;
  onProgress(0);
  for (const file of files) {
    // One after another: the progress is of all of them.
    // oxlint-disable-next-line no-await-in-loop
    const sent = await uploadFile(app.client, file, {
      ...(own.stop === null ? {} : { signal: own.stop.signal }),
      onProgress: (done) => onProgress((before + done * file.size) / all),
    });
    if (!sent.ok) return sent.failure;
    own.uploadIds = [...own.uploadIds, sent.value.uploadId];
    before += file.size;
  }
  return null;
}
