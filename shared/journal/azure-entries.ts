import { z } from 'zod';

import { CLOUD_IDS } from '../domain/azure.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const armId = z.string().min(1).max(2000);

const scopeSchema = z.object({ kind: z.enum(['engagement', 'vault', 'site', 'wave', 'machine']), id: z.string().min(1).max(200) });

export const azureTargetSchema = z.object({
  cloud: z.enum(CLOUD_IDS),
  tenantId: z.string().min(1).max(200),
  accountName: z.string().max(300),
  clientId: z.string().max(100),
  subscriptionId: z.string().max(100).nullable(),
  subscriptionName: z.string().max(300).nullable(),
  vaultId: armId.nullable(),
});

/**
 * Kinds of entry about Azure. A kind is only ever added, never changed or removed.
 * SECURITY: no token, key or signed address belongs in any of them.
 */
export const azurePayloadSchemas = {
  'azure.target-set': z.object({ target: azureTargetSchema.nullable(), before: azureTargetSchema.nullable() }),
  'azure.rehearsal-switched': z.object({ isOn: z.boolean() }),
  /** The state of a vault as it was read, as an attachment. */
  'azure.state-read': z.object({
    isRehearsal: z.boolean(),
    vaultId: armId,
    readAt: z.iso.datetime(),
    counts: z.record(z.string().max(60), z.number()),
    state: z.object({
      sha256,
      storedSha256: sha256,
      sizeBytes: z.number().int().nonnegative(),
      mediaType: z.string().max(200),
      name: z.string().max(300),
    }),
  }),
  'azure.item-matched': z.object({
    isRehearsal: z.boolean(),
    itemId: armId,
    itemName: z.string().max(300),
    machineId: z.string().max(200).nullable(),
    machineName: z.string().max(300).nullable(),
    reason: z.string().max(2000),
  }),
  /** What the data of Azure say about checklist items. `sweptStepIds`: steps whose other items say the same as before. */
  'checklist.checked': z.object({
    isRehearsal: z.boolean(),
    stateSha256: sha256,
    readAt: z.iso.datetime(),
    sweptStepIds: z.array(z.string().max(80)).max(500),
    results: z.array(
      z.object({
        stepId: z.string().max(80),
        scope: scopeSchema,
        verdict: z.enum(['done', 'not-done', 'unknown']),
        text: z.string().max(2000),
        read: z.array(z.string().max(500)).max(50),
      }),
    ),
  }),
} as const;
