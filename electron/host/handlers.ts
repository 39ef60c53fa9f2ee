import type { AnyEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { MethodName, MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';

export type HostKind = 'electron' | 'loopback' | 'command-line' | 'in-process';

/** What a handler may know of the call besides its input. */
export interface CallContext {
  /** Aborted when the caller is gone or asked to stop. */
  readonly signal: AbortSignal;
}

/** One function per method of the contract; services provide them, `dispatch` calls them. */
export type Handlers = {
  readonly [M in MethodName]: (input: ParsedInput<M>, context: CallContext) => Promise<Reply<MethodOutput<M>>> | Reply<MethodOutput<M>>;
};

/** Unknown in, Reply out, never throws: the border between the two worlds. */
export type Dispatch = (method: unknown, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;

export interface EventHub {
  readonly publish: (event: AnyEvent) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: AnyEvent) => void) => () => void;
}
