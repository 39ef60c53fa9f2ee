import { contextBridge, ipcRenderer } from 'electron';

import { BRIDGE_NAME, CALL_CHANNEL, EVENT_CHANNEL, KEPT_EVENT } from '../shared/contract/channels.ts';

/**
 * The bridge between the window and the main process: the two verbs of the contract, nothing else.
 * SECURITY: no Electron object, channel name or event reaches the page; what is called is checked in the main process.
 */
type Listener = (payload: unknown) => void;

interface HubEvent {
  readonly name: string;
  readonly payload: unknown;
}

const listeners = new Map<string, Set<Listener>>();
/** Commands that came before the window listened, at most this many. */
const MOST_KEPT = 10;
let kept: readonly HubEvent[] = [];

ipcRenderer.on(EVENT_CHANNEL, (_event, event: HubEvent) => {
  const known = listeners.get(event.name);
  if (known === undefined && event.name === KEPT_EVENT) kept = [...kept, event].slice(-MOST_KEPT);
  for (const listener of known ?? []) listener(event.payload);
});

function subscribe(name: string, listener: Listener): () => void {
  // Wrapped, so that the same function can listen twice and each subscription ends alone.
  const own: Listener = (payload) => listener(payload);
  const known = listeners.get(name) ?? new Set<Listener>();
  listeners.set(name, known.add(own));
  if (name === KEPT_EVENT) {
    for (const event of kept) own(event.payload);
    kept = [];
  }
  return () => void known.delete(own);
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  call: (name: unknown, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe,
});
