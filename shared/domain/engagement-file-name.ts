export const ENGAGEMENT_ENDING = '.landfall';

/** A file name that every system takes, from a name a person typed. */
export function fileNameFor(engagementName: string): string {
  const safe = engagementName
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${safe || 'Engagement'}${ENGAGEMENT_ENDING}`;
}
