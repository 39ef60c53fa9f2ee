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
  /** Whether the clock can be moved and the requests be read, below `/simulator/`. */
  readonly hasControl?: boolean;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The simulator on a port of this computer, and of no other. */
export async function serveSimulator(
  simulator: Simulator,
  { port = 0, certificate, randomId, hasControl = false }: ServeParts,
): Promise<ServedSimulator> {
  let origin = '';
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void handle(simulator, { request, response, origin, randomId, hasControl }).catch(() => request.socket.destroy());
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
  readonly hasControl: boolean;
}

async function handle(simulator: Simulator, { request, response, origin, randomId, hasControl }: Handling): Promise<void> {
  const body = await readBody(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
  const url = new URL(request.url ?? '/', origin);
  if (hasControl && url.pathname.startsWith('/simulator/')) return control(simulator, { request, response, body, path: url.pathname });
  const { answer, fault } = simulator.answer({
    method: request.method ?? 'GET',
    url,
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

interface Control {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Body;
  readonly path: string;
}

/** Moves the clock, and tells what was asked. A page of a browser cannot send this content type without being let in. */
function control(simulator: Simulator, { request, response, body, path }: Control): void {
  const answer = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  };
  if (request.method === 'GET' && path === '/simulator/requests') return answer(200, simulator.seen);
  if (path !== '/simulator/clock') return answer(404, { error: 'There is /simulator/clock and /simulator/requests.' });
  const { seconds } = body;
  if (request.method === 'POST') {
    const isJson = request.headers['content-type']?.startsWith('application/json') === true;
    if (!isJson || typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0 || seconds > MOST_SECONDS)
      return answer(400, { error: 'Send {"seconds": N} as application/json; time goes forward only.' });
    simulator.clock.advance(seconds * 1000);
  }
  return answer(200, { now: new Date(simulator.clock.now()).toISOString() });
}

/** Ten years. */
const MOST_SECONDS = 315_360_000;

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
