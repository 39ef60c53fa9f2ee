import { z } from 'zod';

/** One method of the contract: what goes in, what comes out, and whether it changes the journal. */
export interface MethodDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

export function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodDefinition<I, O> {
  return { input, output };
}

/** Input of a method that takes nothing. Strict, so that a stray field is an error and not silence. */
export const nothing = z.strictObject({});
