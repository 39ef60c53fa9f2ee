import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { z } from 'zod';

/**
 * A small JSON file of the person's own settings. A missing or damaged file counts as the default: settings are
 * convenience, never evidence. Writing replaces the file in one step, so that a crash leaves the old or the new one.
 */
export interface JsonFile<T> {
  readonly read: () => Promise<T>;
  readonly write: (value: T) => Promise<void>;
}

export function createJsonFile<T>(filePath: string, schema: z.ZodType<T>, fallback: () => T): JsonFile<T> {
  let lastWrite: Promise<void> = Promise.resolve();
  return {
    async read() {
      await lastWrite;
      try {
        return schema.parse(JSON.parse(await readFile(filePath, 'utf8')));
      } catch {
        return fallback();
      }
    },
    async write(value) {
      const write = replaceAfter(lastWrite, filePath, JSON.stringify(value, null, 2));
      lastWrite = write.catch(() => undefined);
      await write;
    },
  };
}

async function replaceAfter(earlier: Promise<void>, filePath: string, text: string): Promise<void> {
  await earlier;
  await mkdir(path.dirname(filePath), { recursive: true });
  const temporary = `${filePath}.${process.pid}.new`;
  await writeFile(temporary, text);
  await rename(temporary, filePath);
}
