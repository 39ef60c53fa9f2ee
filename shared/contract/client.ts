import type { EventName, EventPayload } from './events.ts';
import type { Reply } from './failure.ts';
import type { MethodInput, MethodName, MethodOutput } from './methods.ts';

/** The two verbs. Every host gives the renderer exactly this, and nothing else. */
export interface Client {
  readonly call: <M extends MethodName>(name: M, input: MethodInput<M>) => Promise<Reply<MethodOutput<M>>>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
}
