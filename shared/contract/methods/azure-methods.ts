import { z } from 'zod';

import { azureHeadSchema, eventRowSchema, itemRowSchema, jobRowSchema } from '../../azure/azure-state.ts';
import { CLOUD_IDS } from '../../domain/azure.ts';
import { MATCH_KINDS } from '../../domain/identity-keys.ts';
import { azureStatusSchema } from '../azure-shapes.ts';
import { idSchema, instantSchema } from '../base-shapes.ts';
import { method, nothing } from '../define-method.ts';
import { itemScopeShape } from '../shapes.ts';

const armIdSchema = z.string().min(1).max(2000).startsWith('/');
const guidSchema = z.guid();
const page = { offset: z.number().int().nonnegative().default(0), limit: z.number().int().positive().max(2000).default(200) };
const taskId = idSchema.optional();

const matchSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['item', 'protectable']),
  state: z.enum(['matched', 'doubtful', 'none']),
  machineId: z.string().nullable(),
  machineName: z.string().nullable(),
  by: z.enum([...MATCH_KINDS, 'person']).nullable(),
  candidates: z.array(
    z.object({ machineId: z.string(), name: z.string(), by: z.enum(MATCH_KINDS), against: z.array(z.enum(MATCH_KINDS)) }),
  ),
});
export type AzureMatchView = z.infer<typeof matchSchema>;

const rightSchema = z.object({
  id: z.enum(['read', 'operate', 'contribute', 'target', 'register']),
  title: z.string(),
  allows: z.string(),
  isHeld: z.boolean().nullable(),
  missing: z.array(z.string()),
  role: z.string(),
});

const overviewSchema = z.object({
  head: azureHeadSchema,
  kind: z.object({
    kind: z.enum(['site-recovery', 'classic', 'azure-migrate', 'unused']),
    title: z.string(),
    advice: z.string().nullable(),
    isReadOnly: z.boolean(),
  }),
  rights: z.array(rightSchema),
  portal: z.string().nullable(),
  counts: z.object({
    items: z.number(),
    healthy: z.number(),
    jobs: z.number(),
    events: z.number(),
    protectables: z.number(),
    matched: z.number(),
    doubtful: z.number(),
    unmatched: z.number(),
  }),
});
export type AzureOverview = z.infer<typeof overviewSchema>;

const itemViewSchema = itemRowSchema.omit({ fingerprint: true, sourceIds: true }).extend({
  machineId: z.string().nullable(),
  machineName: z.string().nullable(),
  portal: z.string().nullable(),
});
export type AzureItemView = z.infer<typeof itemViewSchema>;

const jobViewSchema = jobRowSchema.extend({ portal: z.string().nullable() });

const machineViewSchema = z.object({
  item: itemViewSchema.nullable(),
  vaultName: z.string().nullable(),
  readAt: instantSchema.nullable(),
  by: z.string().nullable(),
  isRehearsal: z.boolean(),
  /** Jobs of the item, newest first. */
  jobs: z.array(jobViewSchema),
  /** What an appliance or host calls it, where it can be protected. */
  discovered: z.object({ name: z.string(), problems: z.array(z.string()) }).nullable(),
  /** What may be this machine, and nobody has said so yet. */
  doubtful: z.array(matchSchema),
  /** Wishes of the inventory, to compare with what is set. */
  planned: z.object({
    name: z.string().nullable(),
    size: z.string().nullable(),
    group: z.string().nullable(),
    network: z.string().nullable(),
  }),
});
export type AzureMachineView = z.infer<typeof machineViewSchema>;

const stepCheckSchema = z.object({
  stepId: z.string(),
  title: z.string(),
  /** The data show a part of the step; the rest a person confirms. */
  isPartial: z.boolean(),
  done: z.number(),
  notDone: z.number(),
  unknown: z.number(),
  drifted: z.number(),
  text: z.string(),
  read: z.array(z.string()),
  readAt: instantSchema,
});
export type AzureStepCheck = z.infer<typeof stepCheckSchema>;

/** Azure: signing in, reading, checking, matching. Nothing here changes anything in Azure, and no token comes out of it. */
export const azureMethods = {
  'azure.status': method(nothing, azureStatusSchema),
  'azure.sign-in': method(
    z.strictObject({
      cloud: z.enum(CLOUD_IDS).default('public'),
      /** Id or domain; without one it is the tenant of the account. */
      tenant: z
        .string()
        .trim()
        .max(200)
        .regex(/^[\w.-]+$/)
        .optional(),
      method: z.enum(['browser', 'device-code']).default('browser'),
      /** Of the customer's own app registration. */
      clientId: guidSchema.optional(),
    }),
    azureStatusSchema,
  ),
  'azure.cancel-sign-in': method(nothing, azureStatusSchema),
  'azure.sign-out': method(nothing, azureStatusSchema),
  'azure.subscriptions': method(nothing, z.array(z.object({ id: z.string(), name: z.string(), state: z.string() }))),
  'azure.vaults': method(
    z.strictObject({ subscriptionId: guidSchema }),
    z.array(z.object({ id: z.string(), name: z.string(), resourceGroup: z.string(), location: z.string() })),
  ),
  'azure.choose-vault': method(
    z.strictObject({ subscriptionId: guidSchema, subscriptionName: z.string().trim().max(300), vaultId: armIdSchema.nullable() }),
    azureStatusSchema,
  ),
  /** Forgets account, tenant and vault of the engagement; what was read stays. */
  'azure.disconnect': method(nothing, azureStatusSchema),
  'azure.rehearse': method(z.strictObject({ isOn: z.boolean() }), azureStatusSchema),
  /** `machineId`: of that machine also everything that only its item itself says, and its recovery points. */
  'azure.sync': method(z.strictObject({ taskId, machineId: idSchema.optional() }), azureStatusSchema),
  'azure.overview': method(nothing, overviewSchema.nullable()),
  'azure.items': method(
    z.strictObject({
      ...page,
      text: z.string().max(200).optional(),
      only: z.enum(['all', 'unhealthy', 'running', 'unmatched']).default('all'),
    }),
    z.object({ items: z.array(itemViewSchema), total: z.number() }),
  ),
  'azure.jobs': method(z.strictObject(page), z.object({ jobs: z.array(jobViewSchema), total: z.number() })),
  'azure.events': method(z.strictObject(page), z.object({ events: z.array(eventRowSchema), total: z.number() })),
  'azure.matches': method(
    z.strictObject({ ...page, state: z.enum(['all', 'doubtful', 'none', 'matched']).default('all') }),
    z.object({ matches: z.array(matchSchema), total: z.number() }),
  ),
  'azure.match': method(
    z.strictObject({ itemId: armIdSchema, machineId: idSchema.nullable(), reason: z.string().trim().max(2000).default('') }),
    z.object({}),
  ),
  /** What is known of one machine, for its page; no `item` = none is known. */
  'azure.machine': method(z.strictObject({ machineId: idSchema }), machineViewSchema),
  /** Reads afresh (unless told to use what was read) and says what it shows: for the items given, else for all. */
  'azure.check': method(
    z.strictObject({
      items: z
        .array(z.strictObject({ stepId: idSchema, scope: itemScopeShape }))
        .min(1)
        .max(10_000)
        .optional(),
      usesLastRead: z.boolean().default(false),
      taskId,
    }),
    z.object({
      done: z.number(),
      notDone: z.number(),
      unknown: z.number(),
      drifted: z.number(),
      readAt: instantSchema,
      isRehearsal: z.boolean(),
    }),
  ),
  /** What was checked, by step, with drift first. */
  'azure.checks': method(nothing, z.object({ steps: z.array(stepCheckSchema), isRehearsal: z.boolean() })),
} as const;
