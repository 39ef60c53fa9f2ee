import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { EngagementInfo, Snapshot } from '../../shared/contract/shapes.ts';
import type { Engagement } from '../../shared/domain/engagement.ts';
import type { ImportedInventory } from '../../shared/domain/machine.ts';
import { describeEntry } from '../../shared/journal/describe-entry.ts';
import type { Entry, EntryKind, EntryOf, EntryPayload } from '../../shared/journal/entry.ts';
import { applyEntry, foldInSteps, needsRefold } from '../../shared/journal/fold-engagement.ts';
import { keepSame } from '../../shared/journal/keep-same.ts';
import { undoState } from '../../shared/journal/undo-stack.ts';
import { azureSummary } from '../../shared/snapshot/azure-summary.ts';
import type { Engines } from '../../shared/snapshot/derive.ts';
import { changedParts, rowChanges, type Derived } from '../../shared/snapshot/derived.ts';
import { factViews } from '../../shared/snapshot/engagement-facts.ts';
import { namesOf } from '../../shared/snapshot/names.ts';
import type { EventHub } from '../host/handlers.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import type { Journal } from '../journal/journal.ts';
import { createDerivedState, type DeriveWhen } from './derived-state.ts';
import { giveWay, inSlices } from './in-slices.ts';

/** The open engagement: its journal, the state folded from it, and what follows from that. */
export interface Session {
  readonly journal: Journal;
  readonly entries: () => readonly Entry[];
  readonly engagement: () => Engagement;
  readonly derived: () => Derived;
  /** Only the numbers of `derived`: much less work where nothing was derived yet. */
  readonly readiness: () => Derived['readiness'];
  /** Lamport time of the last entry; orders events for the renderer. */
  readonly seq: () => number;
  readonly info: () => EngagementInfo;
  readonly undo: () => Snapshot['undo'];
  /** Appends, folds, derives again, announces what changed. The entry is on disk before anything else happens. Hosts without a window skip the last two. */
  readonly append: <K extends EntryKind>(
    kind: K,
    payload: EntryPayload<K>,
    attachments?: readonly PreparedAttachment[],
  ) => Promise<Reply<EntryOf<K>>>;
  /** Whether anything was appended since it was opened. */
  readonly hasChanged: () => boolean;
  /** Of the rules that this version assesses with. */
  readonly ruleSetVersion: string;
  /** Machines of an import about to be appended, so that the fold does not have to read them back. */
  readonly offerInventory: (sha256: string, inventory: ImportedInventory) => void;
  readonly close: () => void;
}

interface Parts {
  readonly journal: Journal;
  readonly hub: EventHub;
  readonly engines: Engines;
  readonly readInventory: (journal: Journal, sha256: string) => Promise<Reply<ImportedInventory>>;
  readonly deriveWhen: DeriveWhen;
  /** Called once, before the first entry is appended. */
  readonly beforeFirstChange?: (session: Session) => Promise<void>;
}

/** Folds the journal of a file that was just opened. Fails when it holds no engagement. */
export async function openSession(parts: Parts): Promise<Reply<Session>> {
  const { journal, hub, engines } = parts;
  const { entries } = journal.readAll();
  const inventories = new Map<string, ImportedInventory>();
  for (const entry of entries) {
    if (entry.kind !== 'inventory.imported') continue;
    // One after another: each may be large, and the next is not needed earlier.
    // oxlint-disable-next-line no-await-in-loop
    const inventory = await parts.readInventory(journal, entry.payload.inventory.sha256);
    if (inventory.ok) inventories.set(entry.payload.inventory.sha256, inventory.value);
  }
  await giveWay();
  const folded = await inSlices(foldInSteps(entries, inventories));
  await giveWay();
  if (folded === null)
    return failed('journal-unavailable', 'This file holds no engagement: it was never finished. Delete it and make a new one.');
  let engagement = folded;
  const state = await createDerivedState(engagement, engines, parts.deriveWhen);
  let seq = entries.at(-1)?.lamport ?? 0;

  async function takeIn(entry: Entry): Promise<void> {
    const previousSeq = seq;
    for (const known of journalEntriesAfter(journal, entries)) entries.push(known);
    const isAnew = needsRefold(entry);
    const next = await inSlices(isAnew ? foldInSteps(entries, inventories) : applyEntry(engagement, entry, inventories));
    if (next === null) return;
    engagement = isAnew ? await inSlices(keepSame(engagement, next)) : next;
    await giveWay();
    const derived = await state.follow(engagement);
    seq = entry.lamport;
    if (derived === null) return;
    const { before, after } = derived;
    const changed: Partial<Snapshot> = { ...changedParts(before, after), engagement: info(), undo: undo() };
    if (before.engagement.facts !== engagement.facts) changed.facts = factViews(engagement.facts);
    if (before.engagement.imports !== engagement.imports) changed.imports = importSummaries(engagement);
    if (before.engagement.azure !== engagement.azure || before.engagement.marks !== engagement.marks)
      changed.azure = azureSummary(engagement);
    if (before.engagement.reports !== engagement.reports) changed.reports = reportList(engagement);
    hub.publish({
      name: 'engagement.changed',
      payload: { seq, previousSeq, parts: changed, machines: rowChanges(before.rows, after.rows) },
    });
  }

  function info(): EngagementInfo {
    return {
      id: engagement.id,
      path: journal.path,
      fileName: journal.path.split(/[\\/]/).at(-1) ?? journal.path,
      createdAt: engagement.createdAt,
      settings: { ...engagement.settings, scenarios: [...engagement.settings.scenarios] },
      isReadOnly: journal.readOnlyReason !== null,
      readOnlyReason: journal.readOnlyReason,
      entryCount: entries.length,
      lastSavedAt: entries.at(-1)?.recordedAt ?? null,
      replica: journal.replica,
    };
  }

  function undo(): Snapshot['undo'] {
    const acts = undoState(entries, journal.replica);
    const nameOf = (entry: Entry | null): string | null => (entry === null ? null : describeEntry(entry, namesOf(engagement)).undoName);
    return { undo: nameOf(acts.undo), redo: nameOf(acts.redo) };
  }

  let hasChanged = false;
  const session: Session = {
    journal,
    entries: () => entries,
    engagement: () => engagement,
    derived: state.current,
    readiness: state.readiness,
    seq: () => seq,
    info,
    undo,
    hasChanged: () => hasChanged,
    ruleSetVersion: engines.readiness.ruleSet.version,
    async append(kind, payload, attachments = []) {
      if (!hasChanged) {
        hasChanged = true;
        await parts.beforeFirstChange?.(session);
      }
      const reply = journal.append(kind, payload, attachments);
      if (!reply.ok) return reply;
      await giveWay();
      await takeIn(reply.value);
      return reply;
    },
    offerInventory: (sha256, inventory) => inventories.set(sha256, inventory),
    close: () => journal.close(),
  };
  return success(session);
}

/** New entries of the file: usually one, two when this laptop joins with its first act. */
function journalEntriesAfter(journal: Journal, known: readonly Entry[]): Entry[] {
  return journal.readSince(known.at(-1)?.lamport ?? 0);
}

export function importSummaries(engagement: Engagement): Snapshot['imports'] {
  return engagement.imports.map((record) => ({
    id: record.id,
    entryId: record.entryId,
    fileName: record.fileName,
    fileSha256: record.fileSha256,
    formatId: record.inventory.formatId,
    formatTitle: record.inventory.formatTitle,
    exportedAt: record.inventory.exportedAt ?? null,
    importedAt: record.importedAt,
    importedBy: record.importedBy,
    machineCount: record.inventory.machines.length,
    newMachineCount: record.newMachineCount,
    skipped: record.inventory.skipped.map((row) => ({ ...row })),
    warnings: [...record.inventory.warnings],
  }));
}

export function reportList(engagement: Engagement): Snapshot['reports'] {
  return engagement.reports.map((report) => ({
    at: report.at,
    by: report.by,
    preset: report.preset,
    files: report.files.map((file) => ({ ...file })),
  }));
}
