import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

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

/** All recordings below a folder, in both formats: lists of `interactions` (YAML) and of `Entries` (JSON). */
export function readRecordings(folder: string): Exchange[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(json|ya?ml)$/i.test(file))
    .toSorted();
  return files.flatMap((file) => readRecording(file, readFileSync(path.join(folder, file), 'utf8')));
}

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string; readonly body?: unknown };
  readonly response: {
    readonly status: { readonly code: number };
    readonly headers?: Readonly<Record<string, readonly string[]>>;
    readonly body?: { readonly string?: string };
  };
}

interface Entry {
  readonly RequestMethod: string;
  readonly RequestUri: string;
  readonly RequestBody?: string | null;
  readonly StatusCode: number;
  readonly ResponseHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly ResponseBody?: string | null;
}

function readRecording(file: string, text: string): Exchange[] {
  if (/\.json$/i.test(file)) {
    const { Entries: entries = [] } = JSON.parse(text) as { readonly Entries?: readonly Entry[] };
    return entries.map((entry, index) => ({
      file,
      index,
      method: entry.RequestMethod,
      url: new URL(entry.RequestUri, 'https://management.azure.com'),
      requestBody: parseBody(entry.RequestBody),
      status: entry.StatusCode,
      headers: lowerCase(entry.ResponseHeaders),
      body: parseBody(entry.ResponseBody),
      isStripped: false,
    }));
  }
  const { interactions = [] } = parse(text) as { readonly interactions?: readonly Interaction[] };
  return interactions.map(({ request, response }, index) => ({
    file,
    index,
    method: request.method,
    url: new URL(request.uri, 'https://management.azure.com'),
    requestBody: parseBody(request.body),
    status: response.status.code,
    headers: lowerCase(response.headers),
    body: parseBody(response.body?.string),
    isStripped: true,
  }));
}

function lowerCase(headers: Readonly<Record<string, readonly string[]>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(',')]));
}

function parseBody(text: unknown): unknown {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
