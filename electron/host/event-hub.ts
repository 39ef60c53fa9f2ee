import type { AnyEvent } from '../../shared/contract/events.ts';
import type { EventHub } from './handlers.ts';

/** Carries events to whoever listens. A listener that throws is reported and does not keep the others from hearing. */
export function createEventHub(onListenerError: (error: unknown) => void): EventHub {
  const listeners = new Set<(event: AnyEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      // Wrapped, so that the same function can listen twice and each subscription ends alone.
      const own = (event: AnyEvent): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
