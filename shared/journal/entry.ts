import { z } from 'zod';

import type { EntryId, Instant, Sha256 } from '../domain/ids.ts';
import { azurePayloadSchemas } from './azure-entries.ts';
import { boundCertificateSchema } from './bound-certificate-schema.ts';
import { readinessPayloadSchemas } from './readiness-entries.ts';
import { waveLimitsSchema } from './wave-limits-schema.ts';

/**
 * Kinds of journal entry. A kind is only ever added, never changed or removed: files written today are read for years.
 * Payloads hold values a person decided or a thing that happened; everything computable is left out.
 */
const text = z.string().max(10_000);
const shortText = z.string().min(1).max(300);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** Bytes kept beside the journal under their SHA-256; `storedSha256` is that of the compressed bytes on disk. */
export const attachmentRefSchema = z.object({
  sha256,
  storedSha256: sha256,
  sizeBytes: z.number().int().nonnegative(),
  mediaType: z.string().max(200),
  name: z.string().max(300),
});
export type AttachmentRef = z.infer<typeof attachmentRefSchema>;

export const itemScopeSchema = z.object({
  kind: z.enum(['engagement', 'vault', 'site', 'wave', 'machine']),
  id: z.string().min(1).max(200),
});

const answerSchema = z.object({
  values: z.array(z.string().max(60)).min(1).max(20).readonly(),
  reason: z.string().max(2000).optional(),
  by: z.string().max(300).optional(),
  at: instant.optional(),
});

export const settingsSchema = z.object({
  name: shortText,
  customer: z.string().max(300),
  scenarios: z.array(z.string().max(60)).max(20),
  routeDecision: z.object({ route: z.enum(['site-recovery', 'azure-migrate', 'resource-mover']), reason: z.string().max(2000) }).nullable(),
  targetRegion: z.string().max(60).nullable(),
  vaultRegion: z.string().max(60).nullable(),
  siteLinkMbps: z.number().positive().max(1_000_000).nullable(),
  timeZone: z.string().min(1).max(60),
  isSample: z.boolean(),
  /** By question; a change of the settings holds only the answers that it changes. */
  answers: z.record(z.string().max(60), answerSchema).optional(),
});

const tieDecisionSchema = z.object({ a: z.string().max(200), b: z.string().max(200), reason: z.string().max(2000) });

export const dependencyRulesSchema = z.object({
  sharedServices: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        title: z.string().min(1).max(200),
        ports: z.array(z.number().int().min(0).max(65_535)).max(200),
      }),
    )
    .max(200),
  sharedMachineIds: z.array(z.string().max(200)).max(10_000),
  ownMachineIds: z.array(z.string().max(200)).max(10_000),
  cuts: z.array(tieDecisionSchema).max(100_000),
  together: z.array(tieDecisionSchema).max(100_000),
  largestGroup: z.number().int().positive().max(100_000),
  weldsLatencySensitive: z.boolean(),
});

const moveGroupSchema = z.object({
  id: z.string().max(200),
  title: z.string().max(300),
  machineIds: z.array(z.string().max(200)),
  reason: z.enum(['application', 'cluster', 'single', 'person', 'connections']),
});

const windowSchema = z.object({
  id: z.string().max(60),
  title: z.string().max(300),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string().max(60),
  isFrozen: z.boolean(),
});

export const waveSchema = z.object({
  id: z.string().max(60),
  number: z.number().int().positive(),
  title: z.string().max(300),
  window: windowSchema.nullable(),
  groupIds: z.array(z.string().max(200)),
});

export const evidenceSchema = z.object({
  kind: z.enum(['note', 'link', 'file']),
  text: z.string().max(10_000),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  attachment: attachmentRefSchema.optional(),
});

export const entryPayloadSchemas = {
  'engagement.created': z.object({ engagementId: z.string().max(60), settings: settingsSchema }),
  'engagement.settings-changed': z.object({ changes: settingsSchema.partial(), before: settingsSchema.partial() }),
  /** Written by whoever opens a file for the first time on a laptop: starts that laptop's chain. */
  'journal.replica-joined': z.object({ machineName: z.string().max(300) }),
  'journal.note-added': z.object({ text: text.min(1), about: z.string().max(300).nullable() }),
  /** Undo is a new entry that takes an earlier one out of the fold; redo puts it back. */
  'journal.entry-undone': z.object({ entryId: z.string().max(80), what: z.string().max(300) }),
  'journal.entry-redone': z.object({ entryId: z.string().max(80), what: z.string().max(300) }),
  'inventory.imported': z.object({
    importId: z.string().max(60),
    fileName: z.string().max(300),
    fileSha256: sha256,
    fileSizeBytes: z.number().int().nonnegative(),
    formatId: z.string().max(60),
    machineCount: z.number().int().nonnegative(),
    newMachineCount: z.number().int().nonnegative(),
    skippedRowCount: z.number().int().nonnegative(),
    /** The normalised machines, as `ImportedInventory` in JSON. */
    inventory: attachmentRefSchema,
    /** The file as it came, so that it can be read again by a better reader. */
    original: attachmentRefSchema,
  }),
  'machine.values-set': z.object({
    machineIds: z.array(z.string().max(200)).min(1),
    values: z.record(z.string().max(60), z.unknown()),
    before: z.record(z.string().max(200), z.record(z.string().max(60), z.unknown())),
    reason: z.string().max(2000).optional(),
  }),
  /** What one source says of a field counts for these machines, whatever other sources say; the values as they were then. */
  'machine.source-chosen': z.object({
    field: z.string().max(60),
    importId: z.string().max(60),
    fileName: z.string().max(300),
    values: z.record(z.string().max(200), z.unknown()),
    before: z.record(z.string().max(200), z.unknown()),
  }),
  'machine.scope-set': z.object({ machineIds: z.array(z.string().max(200)).min(1), isInScope: z.boolean(), reason: z.string().max(2000) }),
  /** Two or more machines of the list are one: the first takes over what was stated of the others. */
  'machine.merged': z.object({
    keepId: z.string().max(200),
    mergedIds: z.array(z.string().max(200)).min(1),
    names: z.array(z.string().max(300)),
    reason: z.string().max(2000),
  }),
  'machine.kept-apart': z.object({
    machineIds: z.array(z.string().max(200)).length(2),
    names: z.array(z.string().max(300)),
    reason: z.string().max(2000),
  }),
  'machine.scenario-set': z.object({
    machineIds: z.array(z.string().max(200)).min(1),
    scenario: z.string().max(60),
    before: z.record(z.string().max(200), z.string().max(60)),
  }),
  'group.changed': z.object({ groupId: z.string().max(200), title: z.string().max(300), machineIds: z.array(z.string().max(200)) }),
  'dependencies.rules-changed': z.object({ rules: dependencyRulesSchema, what: z.string().max(300) }),
  'plan.limits-changed': z.object({ limits: waveLimitsSchema, before: waveLimitsSchema }),
  'plan.adopted': z.object({
    planId: z.string().max(60),
    groups: z.array(moveGroupSchema),
    waves: z.array(waveSchema),
    limits: waveLimitsSchema,
    lowerBound: z.number().int().nonnegative(),
    lowerBoundReason: z.string().max(2000),
    boundCertificate: boundCertificateSchema.optional(),
    problemKey: z.string().max(60).optional(),
    leftOut: z.array(z.object({ groupId: z.string().max(200), reason: z.string().max(2000) })),
  }),
  'plan.groups-moved': z.object({
    groupIds: z.array(z.string().max(200)).min(1),
    toWaveId: z.string().max(60),
    fromWaveIds: z.array(z.string().max(60)),
  }),
  'checklist.items-marked': z.object({
    items: z.array(z.object({ stepId: z.string().max(80), scope: itemScopeSchema })).min(1),
    state: z.enum(['open', 'done', 'not-applicable']),
    reason: z.string().max(2000).nullable(),
    evidence: z.array(evidenceSchema).max(50),
  }),
  'checklist.evidence-added': z.object({ stepId: z.string().max(80), scope: itemScopeSchema, evidence: evidenceSchema }),
  ...readinessPayloadSchemas,
  ...azurePayloadSchemas,
  'report.exported': z.object({
    preset: z.string().max(60),
    files: z.array(z.object({ name: z.string().max(300), format: z.string().max(20), sha256, sizeBytes: z.number().int().nonnegative() })),
  }),
} as const;

export type EntryKind = keyof typeof entryPayloadSchemas;
export type EntryPayload<K extends EntryKind> = z.infer<(typeof entryPayloadSchemas)[K]>;

/** What the hash of an entry covers, besides the hash of the entry before it in the same chain. */
export interface EntryContent {
  /** Place in this laptop's own chain, from 1 without a gap. */
  readonly seq: number;
  /** Which laptop's chain. */
  readonly replica: string;
  /** One more than the highest known when it was written; order of the engagement = (lamport, replica). */
  readonly lamport: number;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly kind: string;
  /** Canonical JSON. */
  readonly payload: string;
  readonly appVersion: string;
}

export interface StoredEntry extends EntryContent {
  /** Empty string for the first entry of a chain. */
  readonly previousHash: Sha256;
  readonly hash: Sha256;
}

/** An entry whose kind is known and whose payload passed its schema. */
export type Entry = {
  [K in EntryKind]: {
    readonly id: EntryId;
    readonly seq: number;
    readonly replica: string;
    readonly lamport: number;
    readonly recordedAt: Instant;
    readonly actor: string;
    readonly appVersion: string;
    readonly hash: Sha256;
    readonly kind: K;
    readonly payload: EntryPayload<K>;
  };
}[EntryKind];

export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

export function entryId(entry: { readonly replica: string; readonly seq: number }): EntryId {
  return `${entry.replica}-${entry.seq}`;
}

/** Kinds that a person can take back. Facts about the world (a report was handed out) and undo itself cannot be undone. */
export const UNDOABLE_KINDS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'engagement.settings-changed',
  'inventory.imported',
  'machine.values-set',
  'machine.source-chosen',
  'machine.scope-set',
  'machine.scenario-set',
  'machine.merged',
  'machine.kept-apart',
  'group.changed',
  'dependencies.rules-changed',
  'plan.limits-changed',
  'plan.adopted',
  'plan.groups-moved',
  'checklist.items-marked',
  'checklist.evidence-added',
  'engagement.facts-set',
  'finding.overridden',
  'finding.override-withdrawn',
  'backlog.changed',
  'machine.sizes-adopted',
  'azure.item-matched',
]);
