import type { Client } from '../../shared/contract/client.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import { events } from '../../shared/contract/events.ts';
import { failed, failureSchema, type Reply } from '../../shared/contract/failure.ts';

/** What the loopback client needs of a browser, so that it can be tested without one. */
export interface LoopbackParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly openEvents: (url: string) => EventStream;
}

export interface EventStream {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

type Listener = (payload: unknown) => void;

/**
 * The two verbs over HTTP on this computer: POST `/call/<method>`, GET `/events` as server-sent events. A host that does not
 * answer is the failure `offline`; an answer that is no reply is `internal`. One event stream serves all subscriptions.
 */
export function createLoopbackClient(parts: LoopbackParts): Client {
  const listeners = new Map<EventName, Set<Listener>>();
  let stream: EventStream | null = null;
  /** Settled as soon as events are heard (or cannot be): a call that went out earlier could change what nobody hears of. */
  let isListening: Promise<void> = Promise.resolve();

  function openStream(): void {
    if (stream !== null) return;
    const opened = parts.openEvents('/events');
    stream = opened;
    opened.onmessage = (message) => deliver(message.data);
    isListening = new Promise((resolve) => {
      opened.onopen = () => resolve();
      // The browser connects again by itself; meanwhile calls go out and say whether the host is there.
      opened.onerror = () => resolve();
    });
  }

  function deliver(text: string): void {
    const event = readEvent(text);
    if (event === null) return;
    for (const listener of listeners.get(event.name) ?? []) listener(event.payload);
  }

  return {
    async call(name, input) {
      await isListening;
      try {
        const response = await parts.fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          credentials: 'same-origin',
          body: JSON.stringify(input),
        });
        const body: unknown = await response.json();
        if (isReply(body)) return body;
        return failed('internal', `The local host gave an answer to ${name} that is not understood (HTTP ${response.status}).`);
      } catch {
        return failed('offline', 'The local host does not answer. It may have been stopped; start Landfall again.', 'now');
      }
    },
    subscribe<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) {
      const known = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, known);
      const own: Listener = (payload) => listener(payload as EventPayload<E>);
      known.add(own);
      openStream();
      return () => {
        known.delete(own);
        if ([...listeners.values()].some((set) => set.size > 0)) return;
        stream?.close();
        stream = null;
        isListening = Promise.resolve();
      };
    },
  };
}

function readEvent(text: string): { readonly name: EventName; readonly payload: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('name' in value) || !('payload' in value)) return null;
    const { name, payload } = value;
    return typeof name === 'string' && Object.hasOwn(events, name) ? { name: name as EventName, payload } : null;
  } catch {
    return null;
  }
}

/** Host and window come from one build, so a value's type is taken from the contract and not proven again here. */
function isReply(value: unknown): value is Reply<never> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  return value.ok === false && 'failure' in value && failureSchema.safeParse(value.failure).success;
}
