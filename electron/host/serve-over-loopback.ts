import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { failed } from '../../shared/contract/failure.ts';
import { SECURITY_HEADERS } from './content-security-policy.ts';
import type { Dispatch, EventHub } from './handlers.ts';
import { createEventStreams, type EventStreams } from './loopback/event-streams.ts';
import { createGate, type Gate, type Knock, type Refusal } from './loopback/gate.ts';
import { MAX_BODY_BYTES, readBody } from './loopback/read-body.ts';
import { readRendererFile } from './renderer-files.ts';

interface Options {
  readonly dispatch: Dispatch;
  readonly hub: EventHub;
  /** The built window, out/renderer. */
  readonly rendererFolder: string;
  readonly maxBodyBytes?: number;
}

export interface LoopbackServer {
  readonly port: number;
  /** An address with a new one-time ticket; an earlier one that nobody used is worth nothing any more. */
  readonly newAddress: () => string;
  /** Ends open streams and calls under way. */
  readonly close: () => Promise<void>;
}

/**
 * The same contract over HTTP on this computer: POST `/call/<method>`, GET `/events`, and the files of the window. Listens on
 * 127.0.0.1 only, on a port the system chooses.
 */
export async function serveOverLoopback({
  dispatch,
  hub,
  rendererFolder,
  maxBodyBytes = MAX_BODY_BYTES,
}: Options): Promise<LoopbackServer> {
  const server = createServer();
  const port = await listen(server);
  const gate = createGate(port);
  const streams = createEventStreams(hub);
  const context: Context = { dispatch, gate, streams, rendererFolder, maxBodyBytes };
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    answer(request, response, context).catch(() => response.destroy());
  });
  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}/?ticket=${gate.newTicket()}`,
    close: () =>
      new Promise((resolve) => {
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Context {
  readonly dispatch: Dispatch;
  readonly gate: Gate;
  readonly streams: EventStreams;
  readonly rendererFolder: string;
  readonly maxBodyBytes: number;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const { gate, streams } = context;
  const knock = { method: request.method ?? 'GET', headers: request.headers };
  const url = readUrl(request.url);
  if (url === null) return refuseVisit(response, { status: 400, detail: 'This is not an address of Landfall.' });
  const isCall = url.pathname.startsWith('/call/');
  const refuse = isCall ? refuseCall : refuseVisit;
  const stranger = gate.refuseStranger(knock);
  if (stranger !== null) return refuse(response, stranger);
  const ticket = url.searchParams.get('ticket');
  if (ticket !== null && url.pathname === '/' && knock.method === 'GET') return letIn(response, gate, { ticket, knock });
  const refusal = gate.refuseWithoutCookie(knock) ?? (isCall ? gate.refuseForeignCall(knock) : refuseUnlessGet(knock.method));
  if (refusal !== null) return refuse(response, refusal);
  if (isCall) return await answerCall(request, response, { ...context, method: url.pathname.slice('/call/'.length) });
  if (url.pathname === '/events') return streams.open(response, request.headers['last-event-id'] as string | undefined);
  const file = await readRendererFile(context.rendererFolder, url.pathname);
  if (file === null) return refuseVisit(response, { status: 404, detail: 'There is no such file.' });
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.bytes.byteLength });
  response.end(knock.method === 'HEAD' ? undefined : file.bytes);
}

/** The ticket leaves the address at once, so that it does not stay in the history. Who is in already may come by an old address. */
function letIn(response: ServerResponse, gate: Gate, { ticket, knock }: { readonly ticket: string; readonly knock: Knock }): void {
  const cookie = gate.redeem(ticket);
  const refusal = cookie === null ? gate.refuseWithoutCookie(knock) : null;
  if (refusal !== null) return refuseVisit(response, refusal);
  response.writeHead(303, { location: '/', ...(cookie === null ? {} : { 'set-cookie': cookie }) });
  response.end();
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context & { readonly method: string },
): Promise<void> {
  const body = await readBody(request, context.maxBodyBytes);
  if (body.kind === 'gone') return;
  if (body.kind === 'too-large') {
    response.setHeader('connection', 'close');
    return refuseCall(response, { status: 413, detail: `A call may hold ${Math.floor(context.maxBodyBytes / 1024 / 1024)} MiB at most.` });
  }
  if (body.kind !== 'json') return refuseCall(response, { status: 400, detail: 'The call is not JSON.' });
  const caller = new AbortController();
  response.once('close', () => caller.abort());
  const reply = await context.dispatch(decodeMethod(context.method), body.value, caller.signal);
  sendJson(response, 200, reply);
}

function decodeMethod(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refuseUnlessGet(method: string): Refusal | null {
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, detail: 'This address is only read.' };
}

/** The refusal of a call is a reply as well, so that the client has one kind of answer to understand. */
function refuseCall(response: ServerResponse, { status, detail }: Refusal): void {
  sendJson(response, status, failed(status === 403 || status === 421 ? 'forbidden' : 'invalid-input', detail));
}

/** A person may be looking at this one: a sentence. */
function refuseVisit(response: ServerResponse, { status, detail }: Refusal): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(detail);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.byteLength });
  response.end(bytes);
}

function readUrl(text: string | undefined): URL | null {
  // SECURITY: only a path is taken; an address with a host in the request line is for proxies, which this is not.
  if (text === undefined || !/^\/(?![/\\])/.test(text)) return null;
  return URL.canParse(text, 'http://127.0.0.1') ? new URL(text, 'http://127.0.0.1') : null;
}
