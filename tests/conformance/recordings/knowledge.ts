import type { Exchange } from './read-recordings.ts';

export type Bag = Readonly<Record<string, unknown>>;

export function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a recording says about each resource, by id in lower case, at a place in it: the last answer before, else the first after. */
export interface Knowledge {
  readonly about: (id: string, index: number) => Bag | null;
  /** The change that started a job. */
  readonly startOf: (jobName: string) => Exchange | null;
}

export function knowledgeOf(exchanges: readonly Exchange[]): Knowledge {
  const seen = new Map<string, { readonly index: number; readonly body: Bag }[]>();
  const starts = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    const { body, index, headers } = exchange;
    for (const entry of [body, ...list(bag(body)['value'])].map(bag)) {
      const id = text(entry['id'])?.toLowerCase();
      if (id === undefined || entry['properties'] === undefined) continue;
      seen.set(id, [...(seen.get(id) ?? []), { index, body: entry }]);
    }
    const job = URL.parse(headers['location'] ?? '')
      ?.pathname.split('/')
      .at(-1);
    if (exchange.status === 202 && job !== undefined) starts.set(job, exchange);
  }
  return {
    about(id, index) {
      const all = seen.get(id.toLowerCase()) ?? [];
      return (all.findLast((each) => each.index <= index) ?? all[0])?.body ?? null;
    },
    startOf: (jobName) => starts.get(jobName) ?? null,
  };
}
