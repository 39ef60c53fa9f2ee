import { stateLines, parseStateLines, type AzureState } from '../../shared/azure/azure-state.ts';
import { matchAzure, type AzureMatches } from '../../shared/azure/match-items.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { azureSide } from '../../shared/domain/azure.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import { giveWay, inSlices } from './in-slices.ts';
import { linesIn } from './lines-in.ts';
import { linesToBytes } from './lines-to-bytes.ts';
import type { Session } from './session.ts';

export interface StateStore {
  /** What was last read on the side that is worked with now; `null` = nothing yet. Needs no network. */
  readonly current: (session: Session) => Promise<Reply<AzureState | null>>;
  readonly matches: (session: Session, state: AzureState) => Promise<AzureMatches>;
  /** Writes the state down as the attachment of an entry. */
  readonly keep: (session: Session, state: AzureState) => Promise<Reply<unknown>>;
}

interface Parts {
  readonly prepareAttachment: (
    bytes: Uint8Array,
    about: { readonly name: string; readonly mediaType: string },
  ) => Promise<PreparedAttachment>;
}

/** The last known state of the vault, kept in the engagement and read back in slices. */
export function createStateStore({ prepareAttachment }: Parts): StateStore {
  const known = new WeakMap<Session, { readonly sha256: string; readonly state: AzureState }>();
  const matched = new WeakMap<AzureState, { readonly key: readonly unknown[]; readonly matches: Promise<AzureMatches> }>();
  return {
    async current(session) {
      const { read } = azureSide(session.engagement().azure);
      if (read === null) return success(null);
      const here = known.get(session);
      if (here?.sha256 === read.sha256) return success(here.state);
      const bytes = await session.journal.readAttachment(read.sha256);
      if (!bytes.ok) return bytes;
      await giveWay();
      try {
        const state = await inSlices(parseStateLines(linesIn(bytes.value)));
        known.set(session, { sha256: read.sha256, state });
        return success(state);
      } catch {
        return failed('journal-unavailable', 'What was read of the vault cannot be read back. Read the vault again.');
      }
    },
    matches(session, state) {
      const { machines, mergedInto, azure } = session.engagement();
      const decisions = azureSide(azure).matches;
      const key = [machines, mergedInto, decisions];
      const found = matched.get(state);
      if (found?.key.every((part, index) => part === key[index]) === true) return found.matches;
      const matches = inSlices(matchAzure(state, { machines, mergedInto, decisions }));
      matched.set(state, { key, matches });
      return matches;
    },
    async keep(session, state) {
      const bytes = await linesToBytes(stateLines(state));
      await giveWay();
      const attachment = await prepareAttachment(bytes, { name: `${state.vault.name}.jsonl`, mediaType: 'application/jsonl' });
      const appended = await session.append(
        'azure.state-read',
        {
          isRehearsal: state.isRehearsal,
          vaultId: state.vault.id,
          readAt: state.readAt,
          counts: {
            items: state.items.length,
            jobs: state.jobs.length,
            events: state.events.length,
            protectables: state.protectables.length,
            unreadable: state.unreadable.length,
          },
          state: attachment.ref,
        },
        [attachment],
      );
      if (appended.ok) known.set(session, { sha256: attachment.ref.sha256, state });
      return appended;
    },
  };
}
