import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { EntryView, Verification } from '../../shared/contract/methods/journal-methods.ts';
import type { Snapshot } from '../../shared/contract/shapes.ts';
import { describeEntry } from '../../shared/journal/describe-entry.ts';
import { entriesAbout, type MachineTraces } from '../../shared/journal/entries-about.ts';
import { UNDOABLE_KINDS, type Entry } from '../../shared/journal/entry.ts';
import { currentMachineId } from '../../shared/journal/fold-merge.ts';
import { undoneEntries, undoState } from '../../shared/journal/undo-stack.ts';
import { namesOf } from '../../shared/snapshot/names.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Journal } from '../journal/journal.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { TaskList } from './task-list.ts';

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  readonly verify: (journal: Journal, options: { onProgress: (done: number) => void; signal: AbortSignal }) => Promise<Verification>;
}

export function entryView(entry: Entry, session: Session, undone: ReadonlySet<string>): EntryView {
  const { title, detail, screen, target } = describeEntry(entry, namesOf(session.engagement()));
  const { id, lamport, recordedAt, actor, kind, hash, payload } = entry;
  return { id, lamport, recordedAt, actor, kind, title, detail, screen, target, isUndone: undone.has(id), hash, payload };
}

/** A machine's own id and imports, with the ids of those that were merged into it. */
function tracesOf(session: Session, machineId: string): MachineTraces {
  const { machines, mergedInto } = session.engagement();
  const merged = [...mergedInto.keys()].filter((id) => currentMachineId({ mergedInto }, id) === machineId);
  const statements = machines.get(machineId)?.statements ?? [];
  return { ids: new Set([machineId, ...merged]), importIds: new Set(statements.map(({ importId }) => importId)) };
}

export function createJournalService({ slot, tasks, verify }: Parts) {
  async function undo(session: Session, target: Entry | null): Promise<Reply<Snapshot['undo']>> {
    if (target === null) return failed('not-ready', 'There is nothing to undo.');
    const { undoName } = describeEntry(target, namesOf(session.engagement()));
    const appended = await session.append('journal.entry-undone', { entryId: target.id, what: undoName });
    return appended.ok ? success(session.undo()) : appended;
  }

  return {
    'journal.list': (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const session = open.value;
      const undone = undoneEntries(session.entries());
      const about = input.machineId === undefined ? null : entriesAbout(session.entries(), tracesOf(session, input.machineId));
      const wanted = input.text?.toLowerCase() ?? '';
      const matching: EntryView[] = [];
      for (const entry of session.entries().toReversed()) {
        if (input.before !== undefined && entry.lamport >= input.before) continue;
        if (about?.has(entry.id) === false) continue;
        if (input.kind !== undefined && entry.kind !== input.kind) continue;
        if (input.actor !== undefined && entry.actor !== input.actor) continue;
        const view = entryView(entry, session, undone);
        if (wanted !== '' && !`${view.title} ${view.detail} ${view.actor}`.toLowerCase().includes(wanted)) continue;
        if (matching.length > input.limit) break;
        matching.push(view);
      }
      const hasMore = matching.length > input.limit;
      const actors = [...new Set(session.entries().map((entry) => entry.actor))];
      const kinds = [...new Set(session.entries().map((entry) => entry.kind))];
      return success({ entries: matching.slice(0, input.limit), total: session.entries().length, hasMore, actors, kinds });
    },
    'journal.verify': async (_input, context) => {
      const open = slot.need();
      if (!open.ok) return open;
      const task = tasks.start('verify', context.signal);
      try {
        const result = await verify(open.value.journal, {
          signal: task.signal,
          onProgress: (done) => task.report({ done, step: 'Verifying the journal', detail: '' }),
        });
        task.finish(
          result.isSound,
          result.isSound ? 'Every entry and attachment is as it was written.' : `${result.problems.length} problems found.`,
        );
        return success(result);
      } catch (error) {
        task.finish(false, 'Stopped.');
        if (task.signal.aborted) return failed('cancelled', 'The verification was stopped.');
        throw error;
      }
    },
    'journal.undo': () => slot.change((session) => undo(session, undoState(session.entries(), session.journal.replica).undo)),
    'journal.redo': () =>
      slot.change(async (session) => {
        const target = undoState(session.entries(), session.journal.replica).redo;
        if (target === null) return failed('not-ready', 'There is nothing to do again.');
        const { undoName } = describeEntry(target, namesOf(session.engagement()));
        const appended = await session.append('journal.entry-redone', { entryId: target.id, what: undoName });
        return appended.ok ? success(session.undo()) : appended;
      }),
    'journal.undo-entry': (input) =>
      slot.change(async (session) => {
        const target = session.entries().find((entry) => entry.id === input.entryId);
        if (target === undefined) return failed('not-found', `entryId: there is no entry ${input.entryId} in this journal.`);
        if (!UNDOABLE_KINDS.has(target.kind))
          return failed('conflict', 'This entry records something that happened and cannot be taken back.');
        if (undoneEntries(session.entries()).has(target.id)) return failed('conflict', 'This entry is undone already.');
        return await undo(session, target);
      }),
    'journal.add-note': (input) =>
      slot.change(async (session) => {
        const appended = await session.append('journal.note-added', { text: input.text, about: input.about });
        return appended.ok ? success(entryView(appended.value as Entry, session, new Set())) : appended;
      }),
  } satisfies Partial<Handlers>;
}
