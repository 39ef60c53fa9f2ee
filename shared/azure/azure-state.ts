import { z } from 'zod';

/**
 * What is kept of a vault: rows in our words, made field by field from the answers.
 * SECURITY: what no field asks for is left behind, so that a key or a signed address in an answer goes no further.
 */
const text = z.string().nullable();

export const healthRowSchema = z.object({
  code: text,
  level: text,
  category: text,
  message: text,
  causes: text,
  action: text,
  at: text,
});
export type HealthRow = z.infer<typeof healthRowSchema>;

export const itemRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  friendlyName: z.string(),
  provider: text,
  fabric: text,
  container: text,
  state: text,
  stateWords: text,
  activeLocation: text,
  testFailoverState: text,
  allowedOperations: z.array(z.string()),
  running: z.object({ scenario: z.string(), jobId: z.string(), startedAt: text }).nullable(),
  replicationHealth: text,
  failoverHealth: text,
  health: z.array(healthRowSchema),
  policyName: text,
  protectableItemId: text,
  lastTestFailoverAt: text,
  lastFailoverAt: text,
  percent: z.number().nullable(),
  rpoSeconds: z.number().nullable(),
  rpoAt: text,
  lastPointAt: text,
  /** Ids of the source machine, in lower case, to know it again by. */
  sourceIds: z.array(z.string()),
  addresses: z.array(z.string()),
  targetName: text,
  targetSize: text,
  targetGroupId: text,
  targetNetworkId: text,
  testNetworkId: text,
  targetAddresses: z.array(z.string()),
  licence: text,
  agentVersion: text,
  agentExpiresAt: text,
  agentUpdate: z.boolean().nullable(),
  resyncRequired: z.boolean().nullable(),
  /** `null` = the answer does not say. */
  disks: z.array(z.object({ id: z.string(), isReplicated: z.boolean().nullable(), pendingMb: z.number().nullable() })).nullable(),
  /** Disks of the machine that are not replicated; `null` = the answer does not say. */
  unprotectedDiskCount: z.number().nullable().default(null),
  /** Newest first, of an item that somebody asked about; `null` = not read. */
  points: z
    .array(z.object({ at: text, kind: text }))
    .nullable()
    .default(null),
  pointsAt: text.default(null),
  /** Name of the machine that a test makes, where the item says it. */
  testVmName: text.default(null),
  switchState: text,
  switchErrors: z.number(),
  /** When the item itself was read; `null` = only its entry in the list. */
  detailsAt: text,
  /** What of the list entry decides whether the item has to be read again. */
  fingerprint: z.string(),
});
export type ItemRow = z.infer<typeof itemRowSchema>;

export const jobRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: text,
  scenario: text,
  state: z.string(),
  targetName: text,
  /** Id of what the job is about, in lower case. */
  targetId: text.default(null),
  startedAt: text,
  endedAt: text,
});
export type JobRow = z.infer<typeof jobRowSchema>;

export const eventRowSchema = z.object({
  id: z.string(),
  code: text,
  description: text,
  kind: text,
  severity: text,
  objectName: text,
  at: text,
});
export type EventRow = z.infer<typeof eventRowSchema>;

/** A machine that can be protected: from the container's list, or discovered by the appliance. */
export const protectableRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: text,
  /** As the BIOS states it; other ids tell nothing about it. */
  biosId: text,
  sourceIds: z.array(z.string()),
  addresses: z.array(z.string()),
  problems: z.array(z.string()),
  facts: z.record(z.string(), z.string()),
});
export type ProtectableRow = z.infer<typeof protectableRowSchema>;

export const componentRowSchema = z.object({
  kind: z.string(),
  name: z.string(),
  health: text,
  version: text,
  heartbeatAt: text,
  problems: z.array(z.string()),
  /** Measures that are not healthy, such as `diskUsageStatus Critical`. */
  strains: z.array(z.string()).default([]),
  itemCount: z.number().nullable(),
});
export type ComponentRow = z.infer<typeof componentRowSchema>;

export const fabricRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: text,
  health: text,
  problems: z.array(healthRowSchema),
  components: z.array(componentRowSchema),
  agents: z.array(z.object({ name: text, biosId: text })),
  vmwareSiteId: text,
  physicalSiteId: text,
  location: text,
  /** Only its entry in the list could be read, which leaves out its servers. */
  isPartial: z.boolean().default(false),
});
export type FabricRow = z.infer<typeof fabricRowSchema>;

export const providerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  fabric: text,
  connection: text,
  version: text,
  expiresAt: text,
  heartbeatAt: text,
  problems: z.array(healthRowSchema),
});

export const policyRowSchema = z.object({ id: z.string(), name: z.string(), kind: text, values: z.record(z.string(), z.string()) });
export const mappingRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: text,
  health: text,
  policyName: text,
  source: text,
  target: text,
});
export const networkRowSchema = z.object({ id: z.string(), name: z.string(), fabric: text });
export const networkMappingRowSchema = z.object({ id: z.string(), name: z.string(), state: text, source: text, targetId: text });
export const planRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  allowedOperations: z.array(z.string()),
  itemIds: z.array(z.string()),
  lastTestAt: text,
});

/** A resource beside the vault, with the properties that a check looks at, all as text. */
export const neighbourRowSchema = z.object({ id: z.string(), name: z.string(), location: text, facts: z.record(z.string(), z.string()) });
export type NeighbourRow = z.infer<typeof neighbourRowSchema>;

export const unreadableSchema = z.object({
  part: z.string(),
  why: z.string(),
  /** The right that is missing, as Azure names it; `null` when that is not the reason. */
  missingAction: text,
});

export const vaultRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  subscriptionId: z.string(),
  location: text,
  provisioningState: text,
  identityId: text,
  tagKeys: z.array(z.string()),
});
export type VaultRow = z.infer<typeof vaultRowSchema>;

const permissionSchema = z.object({ actions: z.array(z.string()), notActions: z.array(z.string()) });
export type Permission = z.infer<typeof permissionSchema>;

export const azureHeadSchema = z.object({
  version: z.literal(1),
  readAt: z.string(),
  isRehearsal: z.boolean(),
  vault: vaultRowSchema,
  fabrics: z.array(fabricRowSchema),
  appliances: z.array(z.object({ name: z.string(), health: text, components: z.array(componentRowSchema) })),
  providers: z.array(providerRowSchema),
  containers: z.array(
    z.object({ id: z.string(), name: z.string(), fabric: text, kind: text, pairing: text, itemCount: z.number().nullable() }),
  ),
  mappings: z.array(mappingRowSchema),
  policies: z.array(policyRowSchema),
  networks: z.array(networkRowSchema),
  networkMappings: z.array(networkMappingRowSchema),
  plans: z.array(planRowSchema),
  alerts: z.array(z.object({ name: z.string(), toOwners: text, addressCount: z.number() })),
  migrationItemCount: z.number().nullable(),
  vaultProblems: z.array(z.string()).nullable(),
  /** Rights at the vault, at the resource group that machines go to and at the subscription; `null` = could not be read. */
  permissions: z.object({
    vault: z.array(permissionSchema).nullable(),
    target: z.array(permissionSchema).nullable(),
    subscription: z.array(permissionSchema).nullable().default(null),
  }),
  neighbours: z.record(z.string(), z.array(neighbourRowSchema)),
  unreadable: z.array(unreadableSchema),
});
export type AzureHead = z.infer<typeof azureHeadSchema>;

export interface AzureState extends AzureHead {
  readonly items: readonly ItemRow[];
  readonly protectables: readonly ProtectableRow[];
  readonly jobs: readonly JobRow[];
  readonly events: readonly EventRow[];
}

const LISTS = { items: itemRowSchema, protectables: protectableRowSchema, jobs: jobRowSchema, events: eventRowSchema } as const;
type ListName = keyof typeof LISTS;

/** One line of JSON for the head and one for each row: made and read in slices, however large the vault is. */
export function* stateLines({ items, protectables, jobs, events, ...head }: AzureState): Generator<string, void, void> {
  yield `${JSON.stringify(head)}\n`;
  const rows: Record<ListName, readonly unknown[]> = { items, protectables, jobs, events };
  for (const name of Object.keys(LISTS) as ListName[]) for (const row of rows[name]) yield `${JSON.stringify([name, row])}\n`;
}

/** Yields between rows. Throws when the lines are not what `stateLines` wrote. */
export function* parseStateLines(lines: Iterable<string>): Generator<void, AzureState, void> {
  let head: AzureHead | null = null;
  const rows: { items: ItemRow[]; protectables: ProtectableRow[]; jobs: JobRow[]; events: EventRow[] } = {
    items: [],
    protectables: [],
    jobs: [],
    events: [],
  };
  for (const line of lines) {
    if (line === '') continue;
    if (head === null) head = azureHeadSchema.parse(JSON.parse(line));
    else {
      const [name, row] = JSON.parse(line) as [ListName, unknown];
      const list = rows[name] as unknown[];
      list.push(LISTS[name].parse(row));
    }
    yield;
  }
  if (head === null) throw new Error('the state has no head');
  return { ...head, ...rows };
}
