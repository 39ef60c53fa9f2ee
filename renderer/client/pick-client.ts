import type { Client } from '../../shared/contract/client.ts';
import { createLoopbackClient } from './loopback-client.ts';

declare global {
  interface Window {
    /** Put there by the preload of the desktop app; absent in a browser. */
    readonly landfall?: Client;
  }
}

/** The bridge of the desktop app where there is one, else the loopback host that served this page. */
export function pickClient(page: Window): Client {
  const bridge = page.landfall;
  if (bridge !== undefined) return { call: bridge.call, subscribe: bridge.subscribe };
  return createLoopbackClient({
    fetch: (url, init) => page.fetch(url, init),
    openEvents: (url) => new EventSource(url),
  });
}
