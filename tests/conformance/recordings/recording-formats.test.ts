import { describe, expect, test } from 'vitest';

import { exchangesIn } from './read-recordings.ts';

const PATH = '/subscriptions/s/resourceGroups/r/providers/Microsoft.RecoveryServices/vaults/v/replicationFabrics?api-version=2023-06-01';
const ADDRESS = `https://management.azure.com${PATH}`;
const BODY = { value: [{ id: '/fabrics/f', name: 'f' }] };
const text = JSON.stringify(BODY);

const WAYS: Readonly<Record<string, readonly [file: string, content: string]>> = {
  'a test server, with texts and lists of headers': [
    'a.json',
    JSON.stringify({
      Entries: [
        { RequestMethod: 'GET', RequestUri: PATH, StatusCode: 200, ResponseHeaders: { 'X-Ms-Request-Id': ['a', 'b'] }, ResponseBody: text },
      ],
    }),
  ],
  'a test server that doubles the slash, behind a byte order mark': [
    'b.json',
    `\uFEFF${JSON.stringify({
      Entries: [
        {
          RequestMethod: 'GET',
          RequestUri: `/${PATH}`,
          StatusCode: 200,
          ResponseHeaders: { 'x-ms-request-id': ['a,b'] },
          ResponseBody: text,
        },
      ],
    })}`,
  ],
  'a test server that tells the encoded address only': [
    'c.json',
    JSON.stringify({
      Entries: [
        {
          EncodedRequestUri: Buffer.from(`GET ${PATH}`).toString('base64'),
          StatusCode: 200,
          ResponseHeaders: { 'x-ms-request-id': 'a,b' },
          ResponseBody: text,
        },
      ],
    }),
  ],
  'a proxy, with whole addresses, parsed bodies and plain headers': [
    'd.json',
    JSON.stringify({
      Entries: [
        { RequestMethod: 'GET', RequestUri: ADDRESS, StatusCode: 200, ResponseHeaders: { 'x-ms-request-id': 'a,b' }, ResponseBody: BODY },
      ],
    }),
  ],
  'a cassette of Python': [
    'e.yaml',
    `interactions:
- request: {body: null, method: GET, uri: '${ADDRESS}'}
  response: {status: {code: 200, message: OK}, headers: {x-ms-request-id: [a, b]}, body: {string: '${text}'}}`,
  ],
  'a cassette of Python in JSON, with bytes': [
    'f.json',
    JSON.stringify({
      interactions: [
        {
          request: { method: 'GET', uri: ADDRESS, body: null },
          response: {
            status: { code: 200 },
            headers: { 'x-ms-request-id': ['a', 'b'] },
            body: { base64_string: Buffer.from(text).toString('base64') },
          },
        },
      ],
    }),
  ],
  'a cassette of Go': [
    'g.yaml',
    `interactions:
- request: {body: '', method: GET, url: '${ADDRESS}', headers: {}}
  response: {body: '${text}', status: 200 OK, code: 200, headers: {X-Ms-Request-Id: [a, b]}}`,
  ],
};

describe('formats of recorded sessions', () => {
  test.each(Object.entries(WAYS))('%s', (_, [file, content]) => {
    const [only, ...others] = exchangesIn(file, content);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ method: 'GET', status: 200, body: BODY, headers: { 'x-ms-request-id': 'a,b' }, isStripped: false });
    expect(only?.url.href).toBe(ADDRESS);
    expect(only?.requestBody).toBeUndefined();
  });

  test('what is no recording has no exchanges, and an entry without an answer is left out', () => {
    expect(exchangesIn('settings.json', '{"a":1}')).toEqual([]);
    expect(exchangesIn('list.yaml', '- 1\n- 2')).toEqual([]);
    expect(exchangesIn('half.json', JSON.stringify({ Entries: [{ RequestMethod: 'GET', RequestUri: PATH }] }))).toEqual([]);
  });
});
