import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { EngagementInfo, Snapshot } from '../../shared/contract/shapes.ts';
import type { Engagement } from '../../shared/domain/engagement.ts';
import type { ImportedInventory } from '../../shared/domain/machine.ts';
import { describeEntry } from '../../shared/journal/describe-entry.ts';
import type { Entry, EntryKind, EntryOf, EntryPayload } from '../../shared/journal/entry.ts';
import { applyEntry, foldEngagement, needsRefold } from '../../shared/journal/fold-engagement.ts';
import { undoState } from '../../shared/journal/undo-stack.ts';
import { derive, type Engines } from '../../shared/snapshot/derive.ts';
import { changedParts, rowChanges, type Derived } from '../../shared/snapshot/derived.ts';
import { factViews } from '../../shared/snapshot/engagement-facts.ts';
import { namesOf } from '../../shared/snapshot/names.ts';
import type { EventHub } from '../host/handlers.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import type { Journal } from '../journal/journal.ts';
import { inSlices } from './in-slices.ts';

/** The open engagement: its journal, the state folded from it, and what follows from that. */
export interface Session {
  readonly journal: Journal;
  readonly entries: () => readonly Entry[];
  readonly engagement: () => Engagement;
  readonly derived: () => Derived;
  /** Lamport time of the last entry; orders events for the renderer. */
  readonly seq: () => number;
  readonly info: () => EngagementInfo;
  readonly undo: () => Snapshot['undo'];
  /** Appends, folds, derives again, announces what changed. The entry is on disk before anything else happens. */
  readonly append: <K extends EntryKind>(
    kind: K,
    payload: EntryPayload<K>,
    attachments?: readonly PreparedAttachment[],
  ) => Promise<Reply<EntryOf<K>>>;
  /** Machines of an import about to be appended, so that the fold does not have to read them back. */
  readonly offerInventory: (sha256: string, inventory: ImportedInventory) => void;
  readonly close: () => void;
}

interface Parts {
  readonly journal: Journal;
  readonly hub: EventHub;
  readonly engines: Engines;
  readonly readInventory: (journal: Journal, sha256: string) => Promise<Reply<ImportedInventory>>;
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
  const folded = foldEngagement(entries, inventories);
  if (folded === null)
    return failed('journal-unavailable', 'This file holds no engagement: it was never finished. Delete it and make a new one.');
  let engagement = folded;
  let derived = await inSlices(derive(engagement, null, engines));
  let seq = entries.at(-1)?.lamport ?? 0;

  async function takeIn(entry: Entry): Promise<void> {
    const before = derived;
    const previousSeq = seq;
    for (const known of journalEntriesAfter(journal, entries)) entries.push(known);
    const next = needsRefold(entry) ? foldEngagement(entries, inventories) : applyEntry(engagement, entry, inventories);
    if (next === null) return;
    engagement = next;
    derived = await inSlices(derive(engagement, before, engines));
    seq = entry.lamport;
    const changed: Partial<Snapshot> = { ...changedParts(before, derived), engagement: info(), undo: undo() };
    if (before.engagement.facts !== engagement.facts) changed.facts = factViews(engagement.facts);
    if (before.engagement.imports !== engagement.imports) changed.imports = importSummaries(engagement);
    if (before.engagement.reports !== engagement.reports) changed.reports = reportList(engagement);
    hub.publish({
      name: 'engagement.changed',
      payload: { seq, previousSeq, parts: changed, machines: rowChanges(before.rows, derived.rows) },
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
    const state = undoState(entries, journal.replica);
    const nameOf = (entry: Entry | null): string | null => (entry === null ? null : describeEntry(entry, namesOf(engagement)).undoName);
    return { undo: nameOf(state.undo), redo: nameOf(state.redo) };
  }

  return success({
    journal,
    entries: () => entries,
    engagement: () => engagement,
    derived: () => derived,
    seq: () => seq,
    info,
    undo,
    async append(kind, payload, attachments = []) {
      const reply = journal.append(kind, payload, attachments);
      if (reply.ok) await takeIn(reply.value as Entry);
      return reply;
    },
    offerInventory: (sha256, inventory) => inventories.set(sha256, inventory),
    close: () => journal.close(),
  });
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
