import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ChangeQueue } from './change-queue.ts';
import type { Session } from './session.ts';

/** At most one engagement is open in a running Landfall; every service reaches it through this slot. */
export interface Slot {
  readonly current: () => Session | null;
  readonly set: (session: Session | null) => void;
  /** The open engagement, or the failure that says there is none. */
  readonly need: () => Reply<Session>;
  /** The same for a change: refused while the file is read-only, and run after the changes before it. */
  readonly change: <T>(act: (session: Session) => Promise<Reply<T>>) => Promise<Reply<T>>;
}

export function createSlot(queue: ChangeQueue): Slot {
  let session: Session | null = null;
  const need = (): Reply<Session> =>
    session === null ? failed('not-ready', 'No engagement is open. Open one or make a new one.') : success(session);
  return {
    current: () => session,
    set: (next) => {
      session = next;
    },
    need,
    change: (act) =>
      queue.run(async () => {
        const open = need();
        if (!open.ok) return open;
        const { readOnlyReason } = open.value.journal;
        return readOnlyReason === null ? await act(open.value) : failed('journal-unavailable', readOnlyReason);
      }),
  };
}
