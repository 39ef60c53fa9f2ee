import { z } from 'zod';

import { azureStatusSchema } from './azure-shapes.ts';
import { planStandingSchema } from './base-shapes.ts';
import { machineRowSchema, snapshotSchema } from './shapes.ts';

/** Everything the main process may announce: name -> payload. Events tell; to make something happen, call a method. */
export const events = {
  /** Parts of the snapshot that changed, each whole. `seq` older than the store's is ignored; `previousSeq` newer than it means a gap. */
  'engagement.changed': z.object({
    seq: z.number(),
    previousSeq: z.number(),
    parts: snapshotSchema.omit({ seq: true }).partial(),
    /** `reload`: too many rows changed for one message; fetch `machine.list` again. */
    machines: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('same') }),
      z.object({ kind: z.literal('changed'), rows: z.array(machineRowSchema), removedIds: z.array(z.string()) }),
      z.object({ kind: z.literal('reload') }),
    ]),
  }),
  'engagement.opened': z.object({ path: z.string() }),
  'engagement.closed': z.object({}),
  'task.progress': z.object({
    taskId: z.string(),
    kind: z.enum(['import', 'plan', 'report', 'verify', 'azure']),
    /** `null` = unknown, not zero. */
    done: z.number().min(0).max(1).nullable(),
    step: z.string(),
    detail: z.string(),
    /** How plan and bound stand, while planning. */
    plan: planStandingSchema.optional(),
  }),
  'task.finished': z.object({
    taskId: z.string(),
    kind: z.enum(['import', 'plan', 'report', 'verify', 'azure']),
    isOk: z.boolean(),
    detail: z.string(),
  }),
  /** Signing in or reading began, went on or ended. Whole, and without any secret. */
  'azure.changed': azureStatusSchema,
  /** Menu or operating system asks the window for something, e.g. a command of the palette or a file to open. */
  'app.command': z.object({ command: z.string(), argument: z.string().nullable() }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.output<Events[E]>;
export type AnyEvent = { [E in EventName]: { readonly name: E; readonly payload: EventPayload<E> } }[EventName];
