/**
 * What two runs may differ in, taken out: ids and hashes by the order in which they appear, times, the folder of the run and
 * the name of the host. Everything else has to be the same.
 */
const CHANGING = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
  /\b[0-9a-f]{64}\b/,
  /\br[0-9a-f]{11}\b/,
  // Moments, as data and as words; two of them may fall together in one run and not in the other. The plan's windows are given
  // by the calls, stand in 2027, and must be the same everywhere.
  /\b20(?!27)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/,
  /\b20(?!27)\d\d-\d\d-\d\d<\/span> \d\d:\d\d/,
  /\b20(?!27)\d\d-\d\d-\d\d \d\d:\d\d/,
  /\b20(?!27)\d\d-\d\d-\d\d\b/,
  /\b\d{1,2} [A-Z][a-z]{2} 20(?!27)\d\d(?:, \d\d:\d\d)?/,
  // Sizes and hashes shortened for people.
  /\b[0-9a-f]{12}\b/,
] as const;

export function comparable(value: unknown, folder: string): unknown {
  const pattern = new RegExp(CHANGING.map((part) => part.source).join('|'), 'g');
  const known = new Map<string, string>();
  const text = JSON.stringify(value, readable).replaceAll(JSON.stringify(folder).slice(1, -1), '<folder>');
  const masked = text.replaceAll(pattern, (found) => {
    if (/^20\d\d-|^\d{1,2} /.test(found)) return '<time>';
    const name = known.get(found) ?? `<id ${known.size + 1}>`;
    known.set(found, name);
    return name;
  });
  return JSON.parse(masked);
}

/** Files are compared by what they say; the size of a compressed one depends on its ids, and a solver's course on the clock. */
function readable(key: string, value: unknown): unknown {
  if (key === 'sizeBytes') return '<size>';
  if (key === 'course') return '<course>';
  // Made of ids.
  if (key === 'problemKey') return '<key>';
  return key === 'base64' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value;
}
