/** SECURITY: deeper input is nothing a screen sends. */
const MAX_DEPTH = 40;
/** SECURITY: about what the largest call holds, a table on its way to an export. Values that stand twice count twice. */
const MAX_VALUES = 10_000_000;

/**
 * Whether a schema may safely walk this input. Ends in a moment also for input that contains itself or shares its parts, which
 * a structured clone can carry and a walk without bounds would never leave.
 */
export function isWithinBounds(input: unknown): boolean {
  const waiting: object[] = isObject(input) ? [input] : [];
  const depths: number[] = [1];
  let left = MAX_VALUES;
  for (;;) {
    const container = waiting.pop();
    const depth = depths.pop() ?? 0;
    if (container === undefined) return true;
    if (depth > MAX_DEPTH) return false;
    // Bytes are one value, and Object.values would make a list of them.
    if (ArrayBuffer.isView(container)) continue;
    const members: readonly unknown[] = Array.isArray(container) ? container : Object.values(container);
    left -= members.length + 1;
    if (left < 0) return false;
    for (const member of members) {
      if (!isObject(member)) continue;
      waiting.push(member);
      depths.push(depth + 1);
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
