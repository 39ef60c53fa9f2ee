import { z } from 'zod';

import { settingsSchema, waveSchema } from '../journal/entry.ts';
import { waveLimitsSchema } from '../journal/wave-limits-schema.ts';
import { azureSummarySchema } from './azure-shapes.ts';
import { idSchema, instantSchema, planFinishSchema, provenanceSchema, sha256Schema, verdictSchema } from './base-shapes.ts';
import { engagementFactSchema, readinessSummarySchema } from './readiness-shapes.ts';
import { waveForecastSchema } from './sizing-shapes.ts';

/** Shapes that several methods and events share. Everything here is plain data that survives JSON. */
export { idSchema, instantSchema, provenanceSchema, severitySchema, sha256Schema, verdictSchema } from './base-shapes.ts';
export {
  engagementFactSchema,
  findingSchema,
  readinessSummarySchema,
  ruleSetChangeSchema,
  ruleSummarySchema,
  type EngagementFactView,
  type ReadinessSummary,
  type RuleSetChange,
  type RuleSummary,
} from './readiness-shapes.ts';

/** A machine as the grid shows it: one flat row, `null` = unknown. Details come from `machine.get`. */
export const machineRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  scenario: z.string(),
  isInScope: z.boolean(),
  verdict: verdictSchema,
  blockerCount: z.number(),
  warningCount: z.number(),
  unknownCount: z.number(),
  waveId: z.string().nullable(),
  groupId: z.string().nullable(),
  application: z.string().nullable(),
  environment: z.string().nullable(),
  owner: z.string().nullable(),
  criticality: z.string().nullable(),
  osFamily: z.string().nullable(),
  osName: z.string().nullable(),
  powerState: z.string().nullable(),
  firmware: z.string().nullable(),
  cpuCount: z.number().nullable(),
  memoryMiB: z.number().nullable(),
  diskCount: z.number().nullable(),
  provisionedGiB: z.number().nullable(),
  inUseGiB: z.number().nullable(),
  nicCount: z.number().nullable(),
  ipAddresses: z.string().nullable(),
  fqdn: z.string().nullable(),
  cluster: z.string().nullable(),
  host: z.string().nullable(),
  vmwareToolsStatus: z.string().nullable(),
  snapshotCount: z.number().nullable(),
  sourceCount: z.number(),
  /** Field -> state, only where it is neither `one-source` nor `unknown` (a `null` above says unknown). */
  provenance: z.record(z.string(), provenanceSchema),
});
export type MachineRow = z.infer<typeof machineRowSchema>;

export const importSummarySchema = z.object({
  id: idSchema,
  entryId: z.string(),
  fileName: z.string(),
  fileSha256: sha256Schema,
  formatId: z.string(),
  formatTitle: z.string(),
  exportedAt: instantSchema.nullable(),
  importedAt: instantSchema,
  importedBy: z.string(),
  machineCount: z.number(),
  newMachineCount: z.number(),
  skipped: z.array(z.object({ sheet: z.string(), row: z.number(), what: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const groupViewSchema = z.object({
  id: idSchema,
  title: z.string(),
  reason: z.enum(['application', 'cluster', 'single', 'person', 'connections']),
  machineIds: z.array(idSchema),
  sizeGiB: z.number(),
  /** Machines whose size is unknown; their GiB are not in `sizeGiB`. */
  unknownSizeCount: z.number(),
  verdict: verdictSchema,
  waveId: z.string().nullable(),
});
export type GroupView = z.infer<typeof groupViewSchema>;

export const waveViewSchema = z.object({
  ...waveSchema.shape,
  machineCount: z.number(),
  sizeGiB: z.number(),
  unknownSizeCount: z.number(),
  /** GiB that its machines change in a day, as far as that is known. */
  dailyChurnGiB: z.number(),
  verdicts: z.record(verdictSchema, z.number()),
  loads: z.array(z.object({ resourceId: z.string(), title: z.string(), unit: z.string(), used: z.number(), limit: z.number().nullable() })),
  problems: z.array(z.string()),
  /** Whether it may be cut over as far as checklist and readiness say; if not, why, in sentences. */
  isReady: z.boolean(),
  notReadyBecause: z.array(z.string()),
  /** Fix tasks of its machines; open, begun and mended but unproven ones keep it from being ready. */
  tasks: z.object({
    open: z.number(),
    inProgress: z.number(),
    fixed: z.number(),
    accepted: z.number(),
    blocking: z.number(),
  }),
  /** Sizes, traffic, initial replication and cutover, each number with its inputs. */
  forecast: waveForecastSchema,
  /** The first open critical steps with how many of their items are open; `openCriticalCount` counts the items of all. */
  openCriticalItems: z.array(z.object({ stepId: z.string(), title: z.string(), open: z.number(), total: z.number() })),
  openCriticalCount: z.number(),
  /** Items of the wave and its machines by phase; phases without any are left out. */
  progress: z.array(z.object({ phase: z.string(), done: z.number(), total: z.number() })),
});
export type WaveView = z.infer<typeof waveViewSchema>;

export const planViewSchema = z.object({
  id: z.string(),
  adoptedAt: instantSchema,
  adoptedBy: z.string(),
  waves: z.array(waveViewSchema),
  limits: waveLimitsSchema,
  /** `null`: what was proven does not hold for the problem of today; the reason says why. */
  lowerBound: z.number().nullable(),
  lowerBoundReason: z.string(),
  /** "at least 7 are needed", for those who have no words of their own. */
  boundWords: z.string(),
  /** Where the plan aims at the earliest finish: when it ends, and when any plan ends at the earliest, as far as that is proven. */
  finish: planFinishSchema.nullable(),
  /** What was changed since the plan was made, so that its proof had to be looked at anew. */
  changedSince: z.enum(['limits', 'machines']).nullable(),
  /** How evenly the waves are loaded, the pilot and finished waves aside; 1 is a full window. `null` where nothing counts. */
  balance: z.object({ largest: z.number(), even: z.number(), text: z.string() }).nullable(),
  isValid: z.boolean(),
  violations: z.array(z.object({ rule: z.string(), text: z.string(), groupIds: z.array(z.string()), windowId: z.string().optional() })),
  leftOut: z.array(z.object({ groupId: z.string(), reason: z.string() })),
  handMoves: z.number(),
  /** Groups of today's inventory that the plan does not hold (imported later). */
  unplannedGroupIds: z.array(z.string()),
});
export type PlanView = z.infer<typeof planViewSchema>;

export const itemScopeShape = z.object({
  kind: z.enum(['engagement', 'vault', 'site', 'wave', 'machine']),
  id: z.string().min(1).max(200),
});

export const evidenceViewSchema = z.object({
  kind: z.enum(['note', 'link', 'file']),
  text: z.string(),
  url: z.string().optional(),
  fileName: z.string().optional(),
  sha256: z.string().optional(),
  mediaType: z.string().optional(),
  by: z.string(),
  at: instantSchema,
});

export const checklistItemSchema = z.object({
  stepId: z.string(),
  scope: itemScopeShape,
  scopeTitle: z.string(),
  state: z.enum(['open', 'done', 'not-applicable']),
  /** Empty when it can be done now; else why not, in words. */
  blockedBy: z.array(z.string()),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: instantSchema.nullable(),
  evidence: z.array(evidenceViewSchema),
  /** What the data of the engagement say; `null` where they say nothing. `against`: it may not be marked done. */
  seen: z.object({ verdict: z.enum(['done', 'against', 'open']), text: z.string(), at: instantSchema.nullable() }).nullable(),
  /** Why something that was marked done counts as open again. */
  drift: z.string().nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const stepViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.string(),
  what: z.array(z.string()),
  who: z.array(z.string()),
  per: z.string(),
  doneWhen: z.string(),
  verification: z.string(),
  /** Azure's data can show where it stands: “check now”. */
  isCheckable: z.boolean(),
  evidenceAsked: z.string().nullable(),
  typicalTime: z.string().nullable(),
  badOutcome: z.string(),
  badOutcomeRemedy: z.string(),
  sources: z.array(z.object({ code: z.string(), title: z.string(), date: z.string(), url: z.string() })),
  /** In which case the step is needed, and what is known about that here. */
  conditionText: z.string().nullable(),
  /** Offered as the reason when somebody marks it not applicable. */
  notApplicableReason: z.string().nullable(),
  /** Questions that the step decides or depends on. */
  questionIds: z.array(z.string()),
  isCritical: z.boolean(),
  needsEvidence: z.boolean(),
  scenarios: z.array(z.string()),
  /** How far its items are; steps per machine have one item per machine, fetched by `checklist.items`. */
  doneCount: z.number(),
  notApplicableCount: z.number(),
  totalCount: z.number(),
  blockedBy: z.array(z.string()),
});
export type StepView = z.infer<typeof stepViewSchema>;

/** A question only a person can answer; its answer shapes the checklist. */
export const questionViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  kind: z.enum(['one', 'many']),
  options: z.array(z.object({ value: z.string(), label: z.string(), meaning: z.string() })),
  needsReason: z.boolean(),
  answer: z
    .object({ values: z.array(z.string()), reason: z.string().nullable(), by: z.string().nullable(), at: instantSchema.nullable() })
    .nullable(),
});
export type QuestionView = z.infer<typeof questionViewSchema>;

export const checklistViewSchema = z.object({
  phases: z.array(z.object({ id: z.string(), title: z.string(), done: z.number(), total: z.number() })),
  steps: z.array(stepViewSchema),
  questions: z.array(questionViewSchema),
  /** Steps of the scenarios that nothing here needs, with the reason. */
  leftOut: z.array(z.object({ stepId: z.string(), title: z.string(), phase: z.string(), reason: z.string() })),
  /** Scenarios of the engagement with what is worth knowing before the first step. */
  scenarios: z.array(
    z.object({ id: z.string(), title: z.string(), description: z.string(), notes: z.array(z.string()), machineCount: z.number() }),
  ),
  notices: z.array(z.string()),
});
export type ChecklistView = z.infer<typeof checklistViewSchema>;

export const nextActionSchema = z.object({ title: z.string(), reason: z.string(), screen: z.string(), target: z.string().nullable() });

export const undoStateSchema = z.object({ undo: z.string().nullable(), redo: z.string().nullable() });

export const engagementInfoSchema = z.object({
  id: z.string(),
  path: z.string(),
  fileName: z.string(),
  createdAt: instantSchema,
  settings: settingsSchema,
  isReadOnly: z.boolean(),
  readOnlyReason: z.string().nullable(),
  entryCount: z.number(),
  lastSavedAt: instantSchema.nullable(),
  replica: z.string(),
});
export type EngagementInfo = z.infer<typeof engagementInfoSchema>;

/** The whole state as the renderer gets it, but for the machine rows. Parts are replaced whole by events. */
export const snapshotSchema = z.object({
  /** Lamport time of the last entry that is in it. */
  seq: z.number(),
  engagement: engagementInfoSchema,
  /** Rows come by `machine.list` in pages, so that no single message is large. */
  machineCount: z.number(),
  imports: z.array(importSummarySchema),
  readiness: readinessSummarySchema,
  /** What is asked once for the whole engagement besides its settings. */
  facts: z.array(engagementFactSchema),
  /** How the fix backlog stands; its tasks come by `backlog.list`. */
  backlog: z.object({
    counts: z.object({ open: z.number(), inProgress: z.number(), fixed: z.number(), accepted: z.number() }),
    owners: z.array(z.string()),
  }),
  groups: z.array(groupViewSchema),
  waveLimits: waveLimitsSchema,
  plan: planViewSchema.nullable(),
  checklist: checklistViewSchema,
  nextActions: z.array(nextActionSchema),
  azure: azureSummarySchema,
  undo: undoStateSchema,
  reports: z.array(
    z.object({
      at: instantSchema,
      by: z.string(),
      preset: z.string(),
      files: z.array(z.object({ name: z.string(), format: z.string(), sha256: z.string(), sizeBytes: z.number() })),
    }),
  ),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotParts = Partial<Omit<Snapshot, 'seq'>>;
