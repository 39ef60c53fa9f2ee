import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Log } from '../app-parts.ts';
import type { JsonFile } from './json-file.ts';

const laptopSchema = z.object({ laptopId: z.string().min(16).max(100) });
export type LaptopFile = z.infer<typeof laptopSchema>;
export const laptopFileSchema: z.ZodType<LaptopFile> = laptopSchema;

/**
 * The random id of this laptop, made at its first need and kept: with the engagement's id it names this laptop's chain of
 * entries. Where it cannot be kept it holds for this run, which costs a further chain and nothing else.
 */
export function createLaptopId(file: JsonFile<LaptopFile | null>, log: Log): () => Promise<string> {
  let known: Promise<string> | null = null;
  async function readOrMake(): Promise<string> {
    const kept = await file.read();
    if (kept !== null) return kept.laptopId;
    const laptopId = randomUUID();
    try {
      await file.write({ laptopId });
    } catch (error) {
      log.warn('the id of this laptop could not be kept', { reason: String(error) });
    }
    return laptopId;
  }
  return () => (known ??= readOrMake());
}
