import type { EngagementFactView } from '../../../shared/contract/shapes.ts';

export type FactValue = EngagementFactView['value'];
type FactKind = Pick<EngagementFactView, 'kind'>;

/** The text of a field for a value; empty stands for "not answered". */
export function textOfFact(value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** The value that a text stands for; `undefined` when it is none. An empty field forgets the answer. */
export function valueOfText({ kind }: FactKind, text: string): FactValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (kind === 'boolean') return trimmed === 'yes';
  if (kind !== 'number') return trimmed;
  const number = Number(trimmed.replace(',', '.'));
  return /^[\d.]+$/.test(trimmed.replace(',', '.')) && Number.isFinite(number) ? number : undefined;
}

/** Facts under the headings of their groups, in their order. */
export function factsByGroup(facts: readonly EngagementFactView[]): [string, EngagementFactView[]][] {
  return [...Map.groupBy(facts, (fact) => `${fact.group.charAt(0).toUpperCase()}${fact.group.slice(1)}`)];
}

export function answeredCount(facts: readonly Pick<EngagementFactView, 'value'>[]): number {
  return facts.filter((fact) => fact.value !== null).length;
}
