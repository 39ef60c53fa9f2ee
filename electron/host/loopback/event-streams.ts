import type { ServerResponse } from 'node:http';

import type { AnyEvent } from '../../../shared/contract/events.ts';
import type { EventHub } from '../handlers.ts';

/** Carries events to open pages as server-sent events. */
export interface EventStreams {
  /** Answers one request with a stream; `lastEventId` is what the page saw before its connection broke. */
  readonly open: (response: ServerResponse, lastEventId: string | undefined) => void;
  readonly close: () => void;
}

interface SentEvent {
  readonly id: number;
  readonly text: string;
}

/** A silent connection is taken for dead by proxies and by some browsers. */
const HEARTBEAT_MS = 15_000;
/** A page that does not read (asleep, stopped in a debugger) must not fill the memory; it connects again later. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
/** How many events a page may miss while it connects again; after more it sees a gap and fetches a snapshot. */
const REMEMBERED = 100;

export function createEventStreams(hub: EventHub): EventStreams {
  const open = new Set<ServerResponse>();
  const remembered: SentEvent[] = [];
  let lastId = 0;

  function send(response: ServerResponse, text: string): void {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else response.write(text);
  }

  function take(event: AnyEvent): void {
    lastId += 1;
    const text = `id: ${lastId}\ndata: ${JSON.stringify(event)}\n\n`;
    remembered.push({ id: lastId, text });
    if (remembered.length > REMEMBERED) remembered.shift();
    for (const response of open) send(response, text);
  }

  const unsubscribe = hub.subscribe(take);
  const heartbeat = setInterval(() => {
    for (const response of open) send(response, ': still here\n\n');
  }, HEARTBEAT_MS);

  return {
    open(response, lastEventId) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      // Sent at once, so that the page knows that it hears everything from here on.
      response.write('retry: 1000\n\n');
      const seen = Number(lastEventId);
      if (lastEventId !== undefined && Number.isInteger(seen))
        for (const event of remembered) if (event.id > seen) send(response, event.text);
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      for (const response of open) response.destroy();
      open.clear();
    },
  };
}
