import { createHash } from 'node:crypto';

/** A short hash for each piece of data, by its id. */
export function pinsOf(entries: readonly (readonly [string, unknown])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([id, value]) => [id, pinOf(value)]));
}

/** First letters of a hash of the data; functions are shown by other tests, by what they answer. */
function pinOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Set) return [...(part as ReadonlySet<unknown>)];
    if (part instanceof Map) return [...(part as ReadonlyMap<unknown, unknown>)];
    return part instanceof RegExp ? String(part) : part;
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
