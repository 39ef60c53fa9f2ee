import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { recordedIn, type RecordedExchange } from './recording-formats.ts';

/** One request of a recorded session with the real service, and its answer. */
export interface Exchange {
  readonly file: string;
  readonly index: number;
  readonly method: string;
  readonly url: URL;
  readonly requestBody: unknown;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed answer; `undefined` when it was empty. */
  readonly body: unknown;
  /** The recorder took away some headers, so that their absence says nothing. */
  readonly isStripped: boolean;
}

const HOST = 'https://management.azure.com';

/** All recordings below a folder. A file that cannot be read is named, and the others are read all the same. */
export function readRecordings(folder: string): Exchange[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(json|ya?ml)$/i.test(file))
    .toSorted();
  return files.flatMap((file) => {
    try {
      return exchangesIn(file, readFileSync(path.join(folder, file), 'utf8'));
    } catch (error) {
      process.stderr.write(`Not a recording: ${file} (${error instanceof Error ? error.message : String(error)})\n`);
      return [];
    }
  });
}

export function exchangesIn(file: string, text: string): Exchange[] {
  const recorded = recordedIn(file, text).map((each) => ({ ...each, headers: lowerCase(each.headers) }));
  // Every answer of the service names its request: where none does, the recorder took such headers away.
  const isStripped = recorded.every(({ headers }) => headers['x-ms-request-id'] === undefined);
  return recorded.flatMap((each, index) => {
    const url = urlOf(each);
    return url === null
      ? []
      : [{ ...each, file, index, url, isStripped, requestBody: parseBody(each.requestBody), body: parseBody(each.body) }];
  });
}

/** Addresses were written with and without their host; one recorder doubles the first slash. */
function urlOf({ address }: Pick<RecordedExchange, 'address'>): URL | null {
  return URL.parse(address.replace(/^\/{2,}/, '/'), HOST);
}

/** A header may be told once, or as a list of its values. */
function lowerCase(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.map(String).join(',') : String(value),
    ]),
  );
}

/** A body is text, or JSON that the recorder has parsed already. */
function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body ?? undefined;
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
