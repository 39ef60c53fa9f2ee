import { z } from 'zod';

import { CLOUD_IDS } from '../domain/azure.ts';
import { instantSchema } from './base-shapes.ts';
import { failureSchema } from './failure.ts';

const readSchema = z.object({
  vaultId: z.string(),
  vaultName: z.string(),
  readAt: instantSchema,
  by: z.string(),
  counts: z.record(z.string(), z.number()),
});

/** Azure as every screen needs it: part of the snapshot, from the journal alone. */
export const azureSummarySchema = z.object({
  isRehearsing: z.boolean(),
  target: z
    .object({
      cloud: z.enum(CLOUD_IDS),
      tenantId: z.string(),
      accountName: z.string(),
      subscriptionId: z.string().nullable(),
      subscriptionName: z.string().nullable(),
      vaultId: z.string().nullable(),
      vaultName: z.string().nullable(),
    })
    .nullable(),
  /** Of the side that is worked with now: Azure, or the rehearsal. */
  lastRead: readSchema.nullable(),
  checkCount: z.number(),
  driftCount: z.number(),
});
export type AzureSummary = z.infer<typeof azureSummarySchema>;

/** What this computer does with Azure right now. Never a token; the code is for a person to type in. */
export const azureStatusSchema = z.object({
  isRehearsing: z.boolean(),
  signIn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed-out'), failure: failureSchema.nullable() }),
    z.object({
      kind: z.literal('waiting'),
      method: z.enum(['browser', 'device-code']),
      address: z.string().nullable(),
      code: z.string().nullable(),
    }),
    z.object({ kind: z.literal('signed-in'), accountName: z.string(), tenantId: z.string() }),
  ]),
  /** Whether the sign-in outlives the app; `false`: in memory only, because the system offers no encryption. */
  isKept: z.boolean(),
  isReading: z.boolean(),
  clouds: z.array(z.object({ id: z.enum(CLOUD_IDS), title: z.string() })),
  /** Vaults of the rehearsal; empty outside of one. */
  rehearsalVaults: z.array(z.object({ id: z.string(), name: z.string(), location: z.string() })),
});
export type AzureStatus = z.infer<typeof azureStatusSchema>;
