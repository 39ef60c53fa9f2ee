import { z } from 'zod';

import { method, nothing } from '../define-method.ts';
import { idSchema } from '../shapes.ts';

const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  actorName: z.string().min(1).max(200),
  isTourSeen: z.boolean(),
  /** Grid layouts, saved views and the like, by key; opaque to the main process. */
  layouts: z.record(z.string().max(100), z.string().max(50_000)),
});

/** Chunk of a file the renderer hands over; 4 MiB of bytes are 5.6 million base64 characters. */
const MAX_CHUNK_BASE64_CHARACTERS = 5_700_000;
const MAX_FILE_BYTES = 200 * 1024 * 1024;

export const appMethods = {
  'app.info': method(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback', 'command-line', 'in-process']),
      platform: z.string(),
      hasNativeDialogs: z.boolean(),
      defaultFolder: z.string(),
      preferences: preferencesSchema,
    }),
  ),
  'app.set-preferences': method(z.strictObject(preferencesSchema.partial().shape), preferencesSchema),
  /** A file dropped on or picked in the window comes over in chunks; the renderer never handles paths of files it imports. */
  'upload.start': method(
    z.strictObject({
      name: z.string().min(1).max(300),
      sizeBytes: z
        .number()
        .int()
        .nonnegative()
        .max(MAX_FILE_BYTES, 'at most 200 MB are taken; export fewer columns or split the file by cluster'),
    }),
    z.object({ uploadId: idSchema }),
  ),
  'upload.chunk': method(
    z.strictObject({ uploadId: idSchema, offset: z.number().int().nonnegative(), base64: z.base64().max(MAX_CHUNK_BASE64_CHARACTERS) }),
    z.object({ receivedBytes: z.number() }),
  ),
  'upload.cancel': method(z.strictObject({ uploadId: idSchema }), z.object({})),
  /** Bytes that a method made (a report) or that are kept as evidence, piece by piece. */
  'download.read': method(
    z.strictObject({ downloadId: idSchema, offset: z.number().int().nonnegative() }),
    z.object({ base64: z.string(), isLast: z.boolean(), sizeBytes: z.number(), name: z.string(), mediaType: z.string() }),
  ),
  'task.cancel': method(z.strictObject({ taskId: idSchema }), z.object({ wasRunning: z.boolean() })),
} as const;
