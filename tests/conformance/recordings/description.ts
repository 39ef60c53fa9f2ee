import { readFileSync } from 'node:fs';

import { fixture } from '../fixtures.ts';

/** The published description of the interface: which operation an address is, and which properties an answer may have. */
export interface Description {
  readonly operations: readonly Operation[];
  readonly addresses: readonly { readonly verb: string; readonly path: string; readonly operation: Operation }[];
  readonly operationOf: (method: string, path: string) => Operation | null;
  /** Whether an answer of an operation may hold a property, at a path of names; entries of lists are the name `[]`. */
  readonly declares: (operation: Operation, path: readonly string[], above: readonly unknown[]) => boolean;
  /** What an answer of an operation has that is not declared, or is of another type than declared. `null` says nothing of a type. */
  readonly strangeIn: (operation: Operation, body: unknown) => string[];
}

export interface Operation {
  readonly id: string;
  readonly group: string;
  /** As in the client: `replicationJobs` and `get`; the group is empty for the client itself. */
  readonly method: string;
  readonly isOfVaults: boolean;
  readonly isList: boolean;
  /** Answers 202 and goes on. */
  readonly isLong: boolean;
  readonly hasBody: boolean;
  /** Names between braces, in the order of the address. */
  readonly names: readonly string[];
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly schema: Schema | null;
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly discriminator?: string;
  readonly additionalProperties?: unknown;
  readonly type?: string;
  readonly 'x-ms-discriminator-value'?: string;
}

interface DescribedOperation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly in?: string; readonly name?: string; readonly $ref?: string }[];
  readonly responses?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly 'x-ms-long-running-operation'?: boolean;
  readonly 'x-ms-pageable'?: unknown;
  readonly 'x-ms-examples'?: Readonly<Record<string, { readonly $ref: string }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly parameters?: Readonly<Record<string, { readonly in?: string }>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

const FILES = [
  'site-recovery-2023-06-01.json',
  'vaults-2024-04-01-vaults.json',
  'vaults-2024-04-01-registeredidentities.json',
  'vaults-2024-04-01-replicationusages.json',
  'vaults-2024-04-01-vaultusages.json',
];

export function readDescription(): Description {
  const documents = FILES.map((file) => JSON.parse(readFileSync(fixture('site-recovery', 'openapi', file), 'utf8')) as Document);
  const routes = documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation.operationId === undefined
          ? []
          : [{ verb: method.toUpperCase(), path, operation: operationFrom(document, path, operation) }],
      ),
    ),
  );
  const definitions: Readonly<Record<string, Schema>> = Object.assign({}, ...documents.map((document) => document.definitions)) as Record<
    string,
    Schema
  >;
  return {
    addresses: routes,
    operations: routes.map(({ operation }) => operation),
    operationOf: (method, path) => routes.find(({ verb, operation }) => verb === method && operation.pattern.test(path))?.operation ?? null,
    declares: ({ schema }, path, above) => schema === null || holds(definitions, { schema, path, above }),
    strangeIn: ({ schema }, body) => (schema === null ? [] : strange(definitions, { schema, value: body, path: '' })),
  };
}

function operationFrom(document: Document, path: string, described: DescribedOperation): Operation {
  const id = described.operationId ?? '';
  const [group = '', method = ''] = id.includes('_') ? id.split('_') : ['', id];
  const schema = described.responses?.['200']?.schema ?? null;
  const parameters = (described.parameters ?? []).map((each) =>
    each.$ref === undefined ? each : (document.parameters?.[each.$ref.split('/').at(-1) ?? ''] ?? {}),
  );
  return {
    id,
    group: group === '' ? id : group,
    method: method.slice(0, 1).toLowerCase() + method.slice(1),
    isOfVaults: !document.definitions['ReplicationProtectedItem'],
    isList: described['x-ms-pageable'] !== undefined,
    isLong: described['x-ms-long-running-operation'] === true,
    hasBody: parameters.some((parameter) => parameter.in === 'body'),
    names: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? ''),
    pattern: patternOf(path),
    examples: Object.values(described['x-ms-examples'] ?? {}).map(({ $ref }) => $ref.split('/').at(-1) ?? ''),
    schema,
  };
}

function patternOf(path: string): RegExp {
  // eslint-disable-next-line security/detect-non-literal-regexp -- the published description's own paths
  return new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}/?$`, 'i');
}

interface Walk {
  readonly schema: Schema;
  readonly path: readonly string[];
  /** The value at each step: it says of which kind it is. */
  readonly above: readonly unknown[];
}

function holds(definitions: Readonly<Record<string, Schema>>, { schema, path, above }: Walk): boolean {
  const [name, ...rest] = path;
  const [sample, ...below] = above;
  if (name === undefined) return true;
  const resolved = schema.$ref === undefined ? schema : definitions[schema.$ref.split('/').at(-1) ?? ''];
  if (resolved === undefined) return true;
  if (name === '[]') {
    return resolved.items === undefined || holds(definitions, { schema: resolved.items, path: rest, above: below });
  }
  const all = propertiesOf(definitions, resolved, sample);
  const key = Object.keys(all).find((each) => each.toLowerCase() === name.toLowerCase());
  if (key === undefined)
    return resolved.additionalProperties !== undefined || (Object.keys(all).length === 0 && resolved.allOf === undefined);
  return holds(definitions, { schema: all[key] ?? {}, path: rest, above: below });
}

interface Look {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
}

function strange(definitions: Readonly<Record<string, Schema>>, { schema, value, path }: Look): string[] {
  if (value === null || value === undefined) return [];
  const resolved = schema.$ref === undefined ? schema : (definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const type = resolved.type ?? (resolved.properties === undefined && resolved.allOf === undefined ? undefined : 'object');
  if (type !== undefined && !isOfType(value, type)) return [`${path} is ${Array.isArray(value) ? 'array' : typeof value}, not ${type}`];
  if (Array.isArray(value)) {
    const { items } = resolved;
    return items === undefined ? [] : value.flatMap((each) => strange(definitions, { schema: items, value: each, path: `${path}[]` }));
  }
  if (typeof value !== 'object' || resolved.additionalProperties !== undefined) return [];
  const all = propertiesOf(definitions, resolved, value);
  if (Object.keys(all).length === 0 && resolved.allOf === undefined) return [];
  return Object.entries(value).flatMap(([name, own]) => {
    const known = Object.entries(all).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
    const at = path === '' ? name : `${path}.${name}`;
    return known === undefined ? [`${at} is not declared`] : strange(definitions, { schema: known, value: own, path: at });
  });
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return type === 'array' ? Array.isArray(value) : typeof value === type && !Array.isArray(value);
}

function valueOf(sample: unknown, name: string): unknown {
  if (typeof sample !== 'object' || sample === null) return undefined;
  return Object.entries(sample).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] as unknown;
}

/** Own properties, those of its bases, and those of the kind that the sample says it is. */
function propertiesOf(definitions: Readonly<Record<string, Schema>>, schema: Schema, sample: unknown): Readonly<Record<string, Schema>> {
  const bases = (schema.allOf ?? []).map((base) =>
    propertiesOf(definitions, base.$ref === undefined ? base : (definitions[base.$ref.split('/').at(-1) ?? ''] ?? {}), null),
  );
  const kind = schema.discriminator === undefined ? undefined : valueOf(sample, schema.discriminator);
  const own = Object.values(definitions).find(
    (each) => kind !== undefined && each['x-ms-discriminator-value'] === kind && isBasedOn(definitions, each, schema),
  );
  return Object.assign(
    {},
    ...bases,
    schema.properties,
    own === undefined ? {} : propertiesOf(definitions, { ...own, allOf: [] }, null),
  ) as Record<string, Schema>;
}

function isBasedOn(definitions: Readonly<Record<string, Schema>>, schema: Schema, base: Schema): boolean {
  return (schema.allOf ?? []).some((each) => {
    const found = definitions[each.$ref?.split('/').at(-1) ?? ''];
    return found !== undefined && (found === base || isBasedOn(definitions, found, base));
  });
}
