import { engagementFields, type EngagementField } from './engagement-fields.data.ts';

const byName: ReadonlyMap<string, EngagementField> = new Map(engagementFields.map((field) => [field.name, field]));

export function engagementField(name: string): EngagementField | undefined {
  return byName.get(name);
}

/** A value as it counts: a list is set as text, its members separated by commas; `none` is the empty list. */
export function valueOfFact(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || byName.get(name)?.kind !== 'list') return value;
  if (/^none$/i.test(value.trim())) return [];
  return value
    .split(/[,;\n]/)
    .map((member) => member.trim())
    .filter((member) => member !== '');
}

/** Why a value cannot be the answer, in one sentence, or `null` when it can. `null` as value forgets the answer. */
export function checkFactValue(name: string, value: string | number | boolean | null): string | null {
  const field = byName.get(name);
  if (field === undefined) return `values.${name.slice(0, 60)}: this is not asked for the whole engagement.`;
  if (value === null) return null;
  const { title, unit } = field;
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
        ? null
        : `${title}: give a number of 0 or more${unit === null ? '' : `, in ${unit}`}.`;
    case 'boolean':
      return typeof value === 'boolean' ? null : `${title}: give yes or no.`;
    case 'choice':
      return typeof value === 'string' && field.choices?.includes(value) === true
        ? null
        : `${title}: choose one of ${field.choices?.join(', ') ?? ''}.`;
    case 'list':
      return isText(value) ? null : `${title}: give the members separated by commas, or “none”.`;
    case 'text':
    default:
      return isText(value) ? null : `${title}: give a text.`;
  }
}

function isText(value: string | number | boolean): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
