/** What differs between two answers in shape: which properties there are, and of which JSON type each is. */
export interface Difference {
  readonly path: readonly string[];
  readonly kind: 'missing' | 'extra' | 'type' | 'empty';
  readonly words: string;
  /** What stands above the property, outermost first, in the answer that has it. */
  readonly above: readonly unknown[];
}

interface Place {
  readonly path: readonly string[];
  readonly recordedAbove: readonly unknown[];
  readonly simulatedAbove: readonly unknown[];
}

const START: Place = { path: [], recordedAbove: [], simulatedAbove: [] };

/** Dictionaries, whose names are data. */
const FREE = new Set([
  'tags',
  'targetvmtags',
  'targetnictags',
  'seedmanageddisktags',
  'targetmanageddisktags',
  'errormessageparameters',
  'errortags',
]);

/** Compares property by property, without case. Entries of lists are paired by id, else by place; their number is data. */
export function compareBodies(recorded: unknown, simulated: unknown, place: Place = START): Difference[] {
  const { path, recordedAbove, simulatedAbove } = place;
  const [wanted, got] = [typeOf(recorded), typeOf(simulated)];
  if (wanted !== got) return [{ path, kind: 'type', words: `${wanted} is ${got}`, above: recordedAbove }];
  if (Array.isArray(recorded) && Array.isArray(simulated)) return compareLists(recorded, simulated, place);
  if (wanted !== 'object' || FREE.has(path.at(-1)?.toLowerCase() ?? '')) return [];
  const ours = new Map(Object.entries(simulated as object).map(([key, value]) => [key.toLowerCase(), { key, value: value as unknown }]));
  const differences: Difference[] = [];
  const within = (key: string): Place => ({
    path: [...path, key],
    recordedAbove: [...recordedAbove, recorded],
    simulatedAbove: [...simulatedAbove, simulated],
  });
  for (const [key, value] of Object.entries(recorded as object)) {
    const own = ours.get(key.toLowerCase());
    ours.delete(key.toLowerCase());
    if (own === undefined)
      differences.push({ path: [...path, key], kind: 'missing', words: typeOf(value), above: within(key).recordedAbove });
    else differences.push(...compareBodies(value, own.value, within(key)));
  }
  for (const { key, value } of ours.values())
    differences.push({ path: [...path, key], kind: 'extra', words: typeOf(value), above: within(key).simulatedAbove });
  return differences;
}

function compareLists(
  recorded: readonly unknown[],
  simulated: readonly unknown[],
  { path, recordedAbove, simulatedAbove }: Place,
): Difference[] {
  if (recorded.length === 0 && simulated.length === 0) return [];
  if (recorded.length === 0 || simulated.length === 0)
    return [{ path, kind: 'empty', words: `${recorded.length} entries are ${simulated.length}`, above: recordedAbove }];
  const byId = new Map(simulated.map((entry) => [idOf(entry), entry]));
  return recorded.flatMap((entry, index) => {
    const id = idOf(entry);
    const place = { path: [...path, '[]'], recordedAbove: [...recordedAbove, recorded], simulatedAbove: [...simulatedAbove, simulated] };
    const named = id === null ? undefined : byId.get(id);
    const first = compareBodies(entry, named ?? simulated[Math.min(index, simulated.length - 1)], place);
    if (first.length === 0 || id !== null) return first;
    // Entries without a name have no order: the most like one counts.
    return simulated
      .map((each) => compareBodies(entry, each, place))
      .reduce((best, each) => (each.length < best.length ? each : best), first);
  });
}

function idOf(entry: unknown): string | null {
  const id = typeof entry === 'object' && entry !== null ? (entry as { readonly id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.toLowerCase() : null;
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
