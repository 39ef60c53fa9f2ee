import { access } from 'node:fs/promises';

import { z } from 'zod';

import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { JsonFile } from './json-file.ts';

const recentSchema = z.array(
  z.object({
    path: z.string(),
    name: z.string(),
    customer: z.string(),
    machineCount: z.number(),
    lastOpenedAt: z.iso.datetime(),
    isSample: z.boolean(),
  }),
);
export type RecentEngagement = z.infer<typeof recentSchema>[number];
export const recentFileSchema: z.ZodType<RecentEngagement[]> = recentSchema;

export interface RecentList {
  /** Newest first; files that are not there any more are marked and kept until the person forgets them. */
  readonly list: () => Promise<MethodOutput<'engagement.list-recent'>>;
  readonly remember: (engagement: RecentEngagement) => Promise<void>;
  readonly forget: (path: string) => Promise<void>;
}

const MAX_REMEMBERED = 20;

export function createRecentList(file: JsonFile<RecentEngagement[]>): RecentList {
  return {
    async list() {
      const remembered = await file.read();
      return await Promise.all(remembered.map(async (entry) => ({ ...entry, isMissing: !(await exists(entry.path)) })));
    },
    async remember(engagement) {
      const others = (await file.read()).filter((entry) => entry.path !== engagement.path);
      await file.write([engagement, ...others].slice(0, MAX_REMEMBERED));
    },
    async forget(path) {
      await file.write((await file.read()).filter((entry) => entry.path !== path));
    },
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
