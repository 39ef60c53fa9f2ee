import { existsSync } from 'node:fs';

import type { Reply } from '../../shared/contract/failure.ts';
import type { EngagementInfo } from '../../shared/contract/shapes.ts';
import type { CommandInput } from './command.ts';

const ENDING = '.landfall';

/** The file a person means: the ending may be left out. */
export function engagementPath(named: string, input: Pick<CommandInput, 'pathOf'>): string {
  const filePath = input.pathOf(named);
  return filePath.endsWith(ENDING) || existsSync(filePath) ? filePath : `${filePath}${ENDING}`;
}

export async function openEngagement(named: string, input: CommandInput): Promise<Reply<EngagementInfo>> {
  return await input.call('engagement.open', { path: engagementPath(named, input) });
}
