import { z } from 'zod';

import { methods, type MethodName } from '../../shared/contract/methods.ts';
import { wholeNumber } from '../support/seeded-random.ts';

/** As much of JSON Schema as the contract's inputs become. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
}

type Random = () => number;

export function inputShape(method: MethodName): Shape {
  return z.toJSONSchema(methods[method].input, { io: 'input', unrepresentable: 'any' }) as Shape;
}

/** A value of every JSON kind, and some that only a call inside one process can carry. */
const VALUES: Readonly<Record<string, (random: Random) => unknown>> = {
  null: () => null,
  boolean: (random) => random() < 0.5,
  integer: (random) => wholeNumber(random, 2_000_000) - 1_000_000,
  number: (random) => random() * 1000 + 0.5,
  string: (random) => TEXTS[wholeNumber(random, TEXTS.length)],
  array: (random) => [{}, [], 0, 'x', null].slice(0, wholeNumber(random, 6)),
  object: (random) => OBJECTS[wholeNumber(random, OBJECTS.length)],
  strange: (random) => STRANGE[wholeNumber(random, STRANGE.length)],
  instance: (random) => INSTANCES[wholeNumber(random, INSTANCES.length)],
};
const TEXTS = [
  '',
  ' ',
  'x',
  '../../etc',
  '\u0000',
  '💥',
  '<script>',
  "'; DROP TABLE entries; --",
  '=1+1',
  'x'.repeat(9000),
  '2026-02-30T00:00:00Z',
];
const OBJECTS = [
  {},
  { a: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  { length: 3 },
  { toString: 'no' },
  { then: 'later' },
];
const STRANGE = [Number.NaN, Number.POSITIVE_INFINITY, 10n, Symbol('s'), () => 1];
/** Objects to a schema, and nothing else. */
const INSTANCES = [new Date(0), new Map(), new Uint8Array(3), /x/];

/** Kinds of value that a place takes; `null` where it takes anything. */
function kindsOf(shape: Shape): ReadonlySet<string> | null {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) {
    const kinds = choices.map(kindsOf);
    return kinds.includes(null) ? null : new Set(kinds.flatMap((kind) => [...(kind ?? [])]));
  }
  if (shape.enum !== undefined) return new Set(shape.enum.map((value) => typeof value));
  if (shape.const !== undefined) return new Set([typeof shape.const]);
  if (shape.type === undefined) return null;
  return new Set(shape.type === 'number' ? ['number', 'integer'] : [shape.type]);
}

/** A value of a kind that this place certainly does not take. */
function wrongKind(shape: Shape, random: Random): unknown {
  const allowed = kindsOf(shape);
  if (allowed === null) throw new Error('any value is right here, so none is wrong');
  const taken = new Set([...allowed, ...(allowed.has('number') ? ['integer'] : []), ...(allowed.has('object') ? ['instance'] : [])]);
  const wrong = Object.keys(VALUES).filter((kind) => !taken.has(kind));
  return VALUES[wrong[wholeNumber(random, wrong.length)] ?? 'null']?.(random);
}

/** Broken: something that breaks a bound of this place, or `null` where it has none. */
function outOfBounds(shape: Shape, random: Random): { readonly value: unknown } | null {
  if (shape.enum !== undefined || shape.const !== undefined) return { value: `not-${wholeNumber(random, 1000)}` };
  const offers: unknown[] = [];
  if (shape.type === 'string' && (shape.minLength ?? 0) > 0) offers.push('');
  if (shape.type === 'string' && shape.maxLength !== undefined && shape.maxLength < 20_000) offers.push('x'.repeat(shape.maxLength + 1));
  if (shape.minimum !== undefined) offers.push(shape.minimum - 1, shape.minimum - random() * 1e6 - 1);
  if (shape.exclusiveMinimum !== undefined) offers.push(shape.exclusiveMinimum, shape.exclusiveMinimum - 1);
  if (shape.maximum !== undefined && shape.maximum < Number.MAX_SAFE_INTEGER) offers.push(shape.maximum + 1);
  if (shape.type === 'integer') offers.push(1.5, wholeNumber(random, 1000) + 0.25);
  if (shape.type === 'array' && (shape.minItems ?? 0) > 0) offers.push([]);
  if (shape.type === 'array' && shape.maxItems !== undefined && shape.maxItems <= 500)
    offers.push(Array.from({ length: shape.maxItems + 1 }, () => ({})));
  return offers.length === 0 ? null : { value: offers[wholeNumber(random, offers.length)] };
}

/** A value like those a place takes. It need not be perfect: one break is made for certain elsewhere. */
function likely(shape: Shape, random: Random): unknown {
  const [choice] = shape.anyOf ?? shape.oneOf ?? [];
  if (choice !== undefined) return likely(choice, random);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[wholeNumber(random, shape.enum.length)];
  if (shape.type === 'object') return likelyObject(shape, random);
  if (shape.type === 'array') return shape.prefixItems?.map((item) => likely(item, random)) ?? [likely(shape.items ?? {}, random)];
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1);
  return shape.type === 'boolean' ? true : 'some-text';
}

function likelyObject(shape: Shape, random: Random): Record<string, unknown> {
  const entries = Object.entries(shape.properties ?? {}).filter(([name]) => shape.required?.includes(name) === true || random() < 0.5);
  return Object.fromEntries(entries.map(([name, inner]) => [name, likely(inner, random)]));
}

/** Replaces one place of a likely value, top or deep, by what it certainly does not take. */
function breakSomewhere(shape: Shape, random: Random): unknown {
  const names = Object.keys(shape.properties ?? {}).filter((name) => kindsOf(shape.properties?.[name] ?? {}) !== null);
  if (shape.type === 'object' && names.length > 0) {
    const name = names[wholeNumber(random, names.length)] ?? '';
    return { ...likelyObject(shape, random), [name]: breakSomewhere(shape.properties?.[name] ?? {}, random) };
  }
  const mayGoDeeper = shape.type === 'array' && shape.items !== undefined && kindsOf(shape.items) !== null;
  if (mayGoDeeper && random() < 0.6) return [breakSomewhere(shape.items ?? {}, random)];
  const broken = random() < 0.5 ? outOfBounds(shape, random) : null;
  return broken === null ? wrongKind(shape, random) : broken.value;
}

function breakAtTop(shape: Shape, random: Random): unknown {
  const value = likelyObject(shape, random);
  const needed = shape.required ?? [];
  if (needed.length > 0 && random() < 0.5) {
    delete value[needed[wholeNumber(random, needed.length)] ?? ''];
    return value;
  }
  const stray = ['extra', 'constructor', 'toString', '', 'Offset', `field${wholeNumber(random, 1e6)}`];
  return { ...value, [stray[wholeNumber(random, stray.length)] ?? '']: VALUES['string']?.(random) };
}

/** An input that this method cannot take, whatever else is in it. Same numbers, same input. */
export function malformedInput(shape: Shape, random: Random): unknown {
  const kind = random();
  if (kind < 0.01) return undefined;
  if (kind < 0.15) return wrongKind({ type: 'object' }, random);
  const hasPlaces = Object.values(shape.properties ?? {}).some((inner) => kindsOf(inner) !== null);
  if (kind < 0.45 || !hasPlaces) return breakAtTop(shape, random);
  return breakSomewhere(shape, random);
}
