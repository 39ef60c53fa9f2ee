import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { Body } from './estate.ts';
import type { FaultAct } from './faults.ts';
import type { Simulator } from './simulator.ts';
import type { ThrowawayCertificate } from './throwaway-certificate.ts';

export interface ServedSimulator {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

interface ServeParts {
  readonly port?: number;
  /** With a certificate the server speaks https. */
  readonly certificate?: ThrowawayCertificate;
  readonly randomId: () => string;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The simulator on a port of this computer, and of no other. */
export async function serveSimulator(simulator: Simulator, { port = 0, certificate, randomId }: ServeParts): Promise<ServedSimulator> {
  let origin = '';
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void handle(simulator, { request, response, origin, randomId }).catch(() => request.socket.destroy());
  };
  const server =
    certificate === undefined
      ? createServer(onRequest)
      : createTlsServer({ key: certificate.key, cert: certificate.certificate }, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Handling {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: string;
  readonly randomId: () => string;
}

async function handle(simulator: Simulator, { request, response, origin, randomId }: Handling): Promise<void> {
  const body = await readBody(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
  const { answer, fault } = simulator.answer({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    headers,
    body,
    origin,
  });
  if (fault?.kind === 'reset-before' || fault?.kind === 'reset-after') return void request.socket.destroy();
  if (fault?.kind === 'no-answer') return void setTimeout(() => request.socket.destroy(), fault.afterMs).unref();
  const common: Record<string, string> = {
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': randomId(),
    'x-ms-client-request-id': headers['x-ms-client-request-id'] ?? '',
    'x-ms-correlation-request-id': randomId(),
    'x-ms-routing-request-id': `SIMULATED:${new Date(simulator.clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')}:${randomId()}`,
    server: 'Kestrel',
  };
  if (fault?.kind === 'answer') {
    response.writeHead(fault.status, {
      ...common,
      'content-type': fault.contentType ?? 'application/json; charset=utf-8',
      ...fault.headers,
    });
    return void response.end(fault.body ?? '');
  }
  const all = without({ ...common, ...answer.headers }, fault);
  if (answer.body === undefined) {
    response.writeHead(answer.status, { ...all, 'content-length': '0' });
    return void response.end();
  }
  const content = fault?.kind === 'rewrite' ? fault.change(structuredClone(answer.body) as Body) : answer.body;
  response.writeHead(answer.status, { ...all, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(content));
}

function without(headers: Record<string, string>, fault: FaultAct | null): Record<string, string> {
  if (fault?.kind !== 'drop-headers') return headers;
  const names = new Set(fault.names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > MAX_BODY_BYTES) throw new Error('the body is too large');
    pieces.push(piece as Buffer);
  }
  if (size === 0) return {};
  const value: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return typeof value === 'object' && value !== null ? (value as Body) : {};
}
