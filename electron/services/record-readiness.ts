import { recordAtClosing, recordAtOpening } from '../../shared/snapshot/rule-set-history.ts';
import type { Session } from './session.ts';

/**
 * Keeps in the journal what the rule set says in numbers: at closing where they changed, and before the first change where the
 * rule set is a new one (a window does it at opening, to show the difference). Between the two no data change, so that their
 * difference is what the new rules change. Who only looks or verifies leaves no entry, and a file that cannot be written is
 * left as it is.
 */
export async function recordReadiness(session: Session, moment: 'opening' | 'closing'): Promise<void> {
  if (session.journal.readOnlyReason !== null) return;
  if (moment === 'closing' && !session.hasChanged()) return;
  const { ruleSets } = session.engagement();
  // Numbers are computed only where they may be needed.
  if (moment === 'opening' && (ruleSets.newest === null || ruleSets.newest.version === session.ruleSetVersion)) return;
  const readiness = session.readiness();
  const record = moment === 'opening' ? recordAtOpening(readiness, ruleSets) : recordAtClosing(readiness, ruleSets);
  if (record !== null) await session.append('readiness.recorded', record);
}
