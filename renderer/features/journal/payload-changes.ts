/** One value before and after, as the details of an entry show it. */
export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

/** Fields of a payload that hold what was decided, beside `before` with what was so before. */
const AFTER_FIELDS = ['changes', 'limits', 'values'] as const;
const MOST_CHARACTERS = 4000;

/** What an entry changed. Entries without a "before" have no changes; their payload speaks for itself. */
export function changesOf(payload: unknown): Change[] {
  if (!isRecord(payload)) return [];
  const move = moveOf(payload);
  if (move !== null) return [move];
  const after = AFTER_FIELDS.map((field) => payload[field]).find(isRecord);
  if (after === undefined || !isRecord(payload['before'])) return [];
  const before = payload['before'];
  const isPerMachine = isRecord(payload['values']);
  return Object.keys(after)
    .filter((name) => isPerMachine || textOf(before[name]) !== textOf(after[name]))
    .map((name) => ({ name, before: isPerMachine ? beforeOfMachines(before, name) : textOf(before[name]), after: textOf(after[name]) }));
}

/** A move names waves on both sides; a change of scope concerns only machines for which it was otherwise before. */
function moveOf(payload: Readonly<Record<string, unknown>>): Change | null {
  const { toWaveId, fromWaveIds, isInScope } = payload;
  if (typeof toWaveId === 'string' && Array.isArray(fromWaveIds))
    return { name: 'wave', before: fromWaveIds.length === 0 ? null : fromWaveIds.join(', '), after: toWaveId };
  if (typeof isInScope === 'boolean') return { name: 'isInScope', before: textOf(!isInScope), after: textOf(isInScope) };
  return null;
}

/** One value where all machines had the same, else how many different ones there were. */
function beforeOfMachines(before: Readonly<Record<string, unknown>>, name: string): string | null {
  const values = new Set(Object.values(before).map((machine) => textOf(isRecord(machine) ? machine[name] : undefined)));
  if (values.size === 0) return null;
  const [only] = values;
  return values.size === 1 ? (only ?? null) : `${values.size} different values`;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en');
  return JSON.stringify(value);
}

/** The payload as it stands in the file, indented; very long ones are cut, which is said. */
export function payloadText(payload: unknown): string {
  const text = JSON.stringify(payload, null, 2) ?? '';
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS)}\n… ${(text.length - MOST_CHARACTERS).toLocaleString('en')} more characters; the export holds all.`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
