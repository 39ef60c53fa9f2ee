import type { z } from 'zod';

import { failed, type Reply } from '../../shared/contract/failure.ts';
import { isMethodName, methods } from '../../shared/contract/methods.ts';
import type { Log } from '../app-parts.ts';
import type { CallContext, Dispatch, Handlers } from './handlers.ts';
import { isWithinBounds } from './input-bounds.ts';

interface Options {
  readonly log: Log;
  /** Tests check outputs against the contract too; in the product that would cost time and protect nobody. */
  readonly checkOutputs?: boolean;
}

/**
 * The border between the worlds: unknown in, Reply out, never throws. Malformed input becomes `invalid-input` with the field
 * named; a bug is logged with its stack and becomes `internal`.
 */
export function createDispatch(handlers: Handlers, { log, checkOutputs = false }: Options): Dispatch {
  return async (name, input, signal = new AbortController().signal) => {
    if (!isMethodName(name)) return failed('invalid-input', `There is no method ${shorten(name)}.`);
    if (!isWithinBounds(input)) return failed('invalid-input', `${name}: the input is nested too deeply or far too large.`);
    try {
      const parsed = methods[name].input.safeParse(input);
      if (!parsed.success) return failed('invalid-input', sentenceOf(name, parsed.error));
      if (signal.aborted) return failed('cancelled', 'The call was cancelled before it began.');
      // The schema of this very method produced the input; the compiler cannot follow the pairing through the table.
      const handler = handlers[name] as (input: unknown, context: CallContext) => Promise<Reply<unknown>> | Reply<unknown>;
      const reply = await handler(parsed.data, { signal });
      if (checkOutputs && reply.ok) methods[name].output.parse(reply.value);
      return reply;
    } catch (error) {
      log.error('a handler threw', { method: name, stack: error instanceof Error ? error.stack : String(error) });
      return failed('internal', `Landfall made a mistake in ${name}; the log has the details. What the journal says still holds.`);
    }
  };
}

function sentenceOf(name: string, error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the input' : issue.path.map(String).join('.');
  return `${name}: ${shorten(place)} – ${issue?.message ?? 'not as expected'}.`;
}

/** Names what was sent without echoing much of it: it may be large or hostile. */
function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : `(${typeof value})`;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
