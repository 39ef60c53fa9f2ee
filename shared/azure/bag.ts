import { cleanText } from './clean-text.ts';

/** An answer of the service, of which nothing is certain. */
export type Bag = Readonly<Record<string, unknown>>;

export function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

export function bags(value: unknown): readonly Bag[] {
  return Array.isArray(value) ? (value as unknown[]).map(bag) : [];
}

/** A text, cleaned of secrets; `null` when there is none. */
export function textIn(from: Bag, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = from[name];
    if (typeof value === 'string' && value !== '') return cleanText(value);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return null;
}

/** Some providers write numbers as text. */
export function numberIn(from: Bag, name: string): number | null {
  const value = from[name];
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** And booleans: "true", "True". */
export function booleanIn(from: Bag, ...names: readonly string[]): boolean | null {
  for (const name of names) {
    const value = from[name];
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string' && /^(true|false|yes|no)$/i.test(value)) return /^(true|yes)$/i.test(value);
  }
  return null;
}

export function textsIn(from: Bag, name: string): string[] {
  const value = from[name];
  return Array.isArray(value) ? (value as unknown[]).filter((each): each is string => typeof each === 'string').map(cleanText) : [];
}
