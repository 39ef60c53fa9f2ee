import { gunzipSync } from 'node:zlib';

import { parse } from 'yaml';

/** One exchange as a recorder wrote it, before addresses and bodies are read. */
export interface RecordedExchange {
  readonly method: string;
  readonly address: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

type Words = Readonly<Record<string, unknown>>;

/**
 * The exchanges of one recorded session, whatever wrote it: lists of `Entries` (the test servers of .NET and PowerShell) or of
 * `interactions` (the cassettes of Python and Go), in JSON or YAML. A file that is neither has none.
 */
export function recordedIn(file: string, written: string): RecordedExchange[] {
  const plain = written.replace(/^\uFEFF/, '');
  const content = words(/\.json$/i.test(file) ? (JSON.parse(plain) as unknown) : parse(plain));
  if (Array.isArray(content['Entries'])) return content['Entries'].map(fromEntry).flatMap((each) => each ?? []);
  return Array.isArray(content['interactions']) ? content['interactions'].map(fromInteraction).flatMap((each) => each ?? []) : [];
}

function fromEntry(value: unknown): RecordedExchange | null {
  const entry = words(value);
  const [method, encoded] = methodAndAddress(text(entry['EncodedRequestUri']));
  return exchange({
    method: text(entry['RequestMethod']) ?? method,
    address: text(entry['RequestUri']) ?? encoded,
    requestBody: entry['RequestBody'],
    status: entry['StatusCode'],
    headers: words(entry['ResponseHeaders']),
    body: entry['ResponseBody'],
  });
}

/** `GET /subscriptions/…` in base 64; some recorders leave the method out. */
function methodAndAddress(encoded: string | null): readonly [string | null, string | null] {
  if (encoded === null) return [null, null];
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  const [, method, address] = /^([A-Z]+) (.*)$/.exec(plain) ?? [];
  return method === undefined || address === undefined ? [null, plain] : [method, address];
}

/** Python says `uri`, `status.code` and `body.string`; Go says `url`, `code` and plain text. */
function fromInteraction(value: unknown): RecordedExchange | null {
  const { request, response } = words(value);
  const [asked, answered] = [words(request), words(response)];
  return exchange({
    method: text(asked['method']),
    address: text(asked['uri']) ?? text(asked['url']),
    requestBody: bodyOf(asked['body']),
    status: answered['code'] ?? words(answered['status'])['code'],
    headers: words(answered['headers']),
    body: bodyOf(answered['body']),
  });
}

function bodyOf(body: unknown): unknown {
  const inner = words(body);
  const plain = inner['string'] ?? (typeof inner['base64_string'] === 'string' ? Buffer.from(inner['base64_string'], 'base64') : body);
  if (!(plain instanceof Uint8Array)) return plain;
  const isZipped = plain[0] === 0x1f && plain[1] === 0x8b;
  return Buffer.from(isZipped ? gunzipSync(plain) : plain).toString('utf8');
}

interface Found extends Omit<RecordedExchange, 'method' | 'address' | 'status'> {
  readonly method: string | null;
  readonly address: string | null;
  readonly status: unknown;
}

function exchange({ method, address, status, ...rest }: Found): RecordedExchange | null {
  const code = Number(status);
  return method === null || address === null || !Number.isInteger(code) || code < 100
    ? null
    : { ...rest, method: method.toUpperCase(), address, status: code };
}

function words(value: unknown): Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) ? (value as Words) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
