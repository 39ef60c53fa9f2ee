/** Reads fields of parsed JSON whose shape nobody vouches for. A missing or odd value is `undefined`, never an exception. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; a step is a property name. Own properties only, so that `__proto__` in a file reaches nothing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const step of path) {
    if (!isRecord(at) || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at ?? undefined;
}

const MAX_TEXT = 10_000;

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  // SECURITY: control characters hide content and break logs and reports.
  const text = String(found)
    .toWellFormed()
    .replaceAll(/[\r\n\t]+/g, ' ')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')
    .trim();
  return text === '' ? undefined : text.slice(0, MAX_TEXT);
}

/** A number, also when it is written as text ("4096"), as several services do. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  return typeof found === 'string' && /^-?\d+\.?\d*$/.test(found.trim()) ? Number(found) : undefined;
}

/** A truth value, also when it is written as text ("true"). */
export function flagAt(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === 'boolean') return found;
  if (typeof found !== 'string') return undefined;
  const text = found.toLowerCase();
  if (text === 'true' || text === 'yes') return true;
  return text === 'false' || text === 'no' ? false : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Drops what is not there: an absent fact is unknown, so it must not be stated at all. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
