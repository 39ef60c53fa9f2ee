import { z } from 'zod';

import type { JsonFile } from './json-file.ts';

type Mapping = Readonly<Record<string, string | null>>;
const memorySchema = z.record(z.string(), z.record(z.string(), z.string().nullable()));
export const mappingFileSchema: z.ZodType<Record<string, Record<string, string | null>>> = memorySchema;

/** How a person mapped the columns of a file with these headers; offered again for the next file that has them. */
export interface MappingMemory {
  readonly recall: (signature: string) => Promise<Mapping | null>;
  readonly remember: (signature: string, mapping: Mapping) => Promise<void>;
}

const MAX_REMEMBERED = 200;

export function createMappingMemory(file: JsonFile<Record<string, Record<string, string | null>>>): MappingMemory {
  return {
    async recall(signature) {
      const known = await file.read();
      return Object.hasOwn(known, signature) ? (known[signature] ?? null) : null;
    },
    async remember(signature, mapping) {
      const { [signature]: _before, ...others } = await file.read();
      await file.write(Object.fromEntries([...Object.entries(others), [signature, { ...mapping }] as const].slice(-MAX_REMEMBERED)));
    },
  };
}
