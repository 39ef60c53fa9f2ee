import type { EntryId } from '../domain/ids.ts';
import { UNDOABLE_KINDS, type Entry } from './entry.ts';

/** Ids of entries that are taken out of the fold: undone and not put back since. */
export function undoneEntries(entries: readonly Entry[]): ReadonlySet<EntryId> {
  const undone = new Set<EntryId>();
  for (const entry of entries) {
    if (entry.kind === 'journal.entry-undone') undone.add(entry.payload.entryId);
    else if (entry.kind === 'journal.entry-redone') undone.delete(entry.payload.entryId);
  }
  return undone;
}

export interface UndoState {
  readonly undo: Entry | null;
  readonly redo: Entry | null;
}

/**
 * What "Undo" and "Redo" would act on: this laptop's own last act that can be taken back, and the last one taken back
 * since. A new act clears what could be redone, as people expect.
 */
export function undoState(entries: readonly Entry[], replica: string): UndoState {
  const acts: Entry[] = [];
  const redoable: Entry[] = [];
  const byId = new Map<EntryId, Entry>();
  for (const entry of entries) {
    if (entry.replica !== replica) continue;
    byId.set(entry.id, entry);
    if (UNDOABLE_KINDS.has(entry.kind)) {
      acts.push(entry);
      redoable.length = 0;
    } else if (entry.kind === 'journal.entry-undone' || entry.kind === 'journal.entry-redone') {
      const target = byId.get(entry.payload.entryId);
      if (target === undefined) continue;
      const [from, to] = entry.kind === 'journal.entry-undone' ? [acts, redoable] : [redoable, acts];
      const place = from.lastIndexOf(target);
      if (place >= 0) from.splice(place, 1);
      to.push(target);
    }
  }
  return { undo: acts.at(-1) ?? null, redo: redoable.at(-1) ?? null };
}
