import { z } from 'zod';

import { dependencyRulesSchema } from '../../journal/entry.ts';
import { method, nothing } from '../define-method.ts';
import { idSchema, instantSchema } from '../shapes.ts';

const namedSchema = z.object({ id: z.string(), name: z.string() });

const tieViewSchema = z.object({
  from: namedSchema,
  to: namedSchema,
  ports: z.array(z.number()),
  count: z.number(),
  isLatencySensitive: z.boolean(),
  seenAt: instantSchema.nullable(),
  /** Where it stands: file and row. */
  source: z.string(),
  row: z.number(),
});

const cutViewSchema = z.object({
  sideA: z.array(namedSchema),
  sideB: z.array(namedSchema),
  ties: z.array(tieViewSchema),
  latencySensitiveTies: z.number(),
  connections: z.number(),
  /** Neither side is above the size limit afterwards. */
  isWithinLimit: z.boolean(),
});

/** What the rules about dependencies make of the estate. */
const effectSchema = z.object({
  groups: z.number(),
  /** Machines in the largest group. */
  largestGroup: z.number(),
  /** Groups above the size limit. */
  largeGroups: z.number(),
  ties: z.number(),
  /** Connections that tie nothing, because they are those of a shared service. */
  sharedConnections: z.number(),
  sharedMachines: z.number(),
});

export const dependencyMethods = {
  /** What the connections of all imports amount to: ties, what was folded away as shared, ends that fit no machine. */
  'dependency.summary': method(
    nothing,
    z.object({
      connectionCount: z.number(),
      tieCount: z.number(),
      rules: dependencyRulesSchema,
      foldedAway: z.array(z.object({ serviceId: z.string(), title: z.string(), connections: z.number(), machines: z.number() })),
      sharedMachines: z.array(z.object({ id: z.string(), name: z.string(), peers: z.number(), by: z.enum(['person', 'many-peers']) })),
      unknownEnds: z.array(z.object({ name: z.string(), connections: z.number(), why: z.enum(['unknown', 'ambiguous']) })),
      unknownEndCount: z.number(),
      /** Groups above the size limit, largest first. */
      largeGroups: z.array(z.object({ groupId: z.string(), title: z.string(), machines: z.number() })),
    }),
  ),
  /** How each group hangs together; groups without any tie are left out. */
  'dependency.groups': method(
    nothing,
    z.array(
      z.object({
        groupId: z.string(),
        tiesInside: z.number(),
        tiesOutside: z.number(),
        connectionsOutside: z.number(),
        latencySensitiveOutside: z.number(),
      }),
    ),
  ),
  /** Groups as nodes, calls between them as edges: the same numbers as a graph and as a table. Opened groups show their machines. */
  'dependency.graph': method(
    z.strictObject({ expanded: z.array(idSchema).max(100).default([]), mostNodes: z.number().int().min(2).max(2000).default(500) }),
    z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          machines: z.number(),
          /** `rest`: groups that were folded together, because they are too many or nothing ties them. */
          kind: z.enum(['group', 'machine', 'rest']),
          groupId: z.string().nullable(),
          groups: z.number(),
        }),
      ),
      edges: z.array(
        z.object({ from: z.string(), to: z.string(), connections: z.number(), ties: z.number(), latencySensitiveTies: z.number() }),
      ),
      edgesLeftOut: z.number(),
    }),
  ),
  /** What portfolios say that applications need of each other; it ties no machines by itself. */
  'dependency.applications': method(
    z.strictObject({ groupId: idSchema.optional() }),
    z.object({
      links: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          /** Groups that hold machines of the two; empty where no machine states the application. */
          fromGroupIds: z.array(z.string()),
          toGroupIds: z.array(z.string()),
          source: z.string(),
          row: z.number(),
        }),
      ),
      total: z.number(),
    }),
  ),
  'dependency.ties': method(
    z.strictObject({
      machineId: idSchema.optional(),
      groupId: idSchema.optional(),
      /** Only ties to this machine or group. */
      otherMachineId: idSchema.optional(),
      otherGroupId: idSchema.optional(),
      limit: z.number().int().positive().max(100_000).default(1000),
    }),
    z.object({ ties: z.array(tieViewSchema), total: z.number() }),
  ),
  /** Why two machines move together: the shortest way from one to the other. Empty when nothing ties them. */
  'dependency.why': method(
    z.strictObject({ from: idSchema, to: idSchema }),
    z.object({
      steps: z.array(
        z.object({
          from: namedSchema,
          to: namedSchema,
          reason: z.enum(['application', 'cluster', 'mutual-calls', 'latency', 'person']),
          detail: z.string(),
          /** Where it stands: file, sheet and row. Empty for what a person decided. */
          sources: z.array(z.object({ source: z.string(), sheet: z.string().nullable(), row: z.number().nullable() })),
        }),
      ),
      /** The group that a person made of both, whatever ties them. */
      byHand: z.object({ groupId: z.string(), title: z.string() }).nullable(),
      /** Calls between the two, also those that do not tie them. */
      calls: z.array(tieViewSchema),
    }),
  ),
  /** The cheapest ways to split a group, cheapest first. */
  'dependency.cuts': method(z.strictObject({ groupId: idSchema }), z.object({ cuts: z.array(cutViewSchema) })),
  'dependency.set-rules': method(
    z.strictObject({ rules: dependencyRulesSchema.partial(), what: z.string().trim().min(1).max(300) }),
    dependencyRulesSchema,
  ),
  /** What other rules would make of the estate, before they are set. */
  'dependency.preview-rules': method(
    z.strictObject({ rules: dependencyRulesSchema.partial() }),
    z.object({ now: effectSchema, then: effectSchema }),
  ),
  /** What a group of these machines would cut, before it is made: calls between machines that move together today. */
  'group.preview-change': method(
    z.strictObject({ machineIds: z.array(idSchema).min(1).max(100_000) }),
    z.object({
      cutTies: z.array(tieViewSchema),
      cutTieCount: z.number(),
      splitGroups: z.array(z.object({ groupId: z.string(), title: z.string() })),
    }),
  ),
  /** Puts machines together by hand, or changes such a group; an empty list gives them back to what ties them. */
  'group.change': method(
    z.strictObject({ groupId: idSchema.optional(), title: z.string().trim().min(1).max(300), machineIds: z.array(idSchema).max(100_000) }),
    z.object({ groupId: z.string(), cutTieCount: z.number() }),
  ),
} as const;
