import { recordAtClosing, recordAtOpening } from '../../shared/snapshot/rule-set-history.ts';
import type { Session } from './session.ts';

/**
 * Keeps in the journal what the rule set says in numbers: at closing where they changed, and at opening where the rule set
 * is a new one. Between the two no data change, so that their difference is what the new rules change. A file that cannot
 * be written is left as it is.
 */
export async function recordReadiness(session: Session, moment: 'opening' | 'closing'): Promise<void> {
  if (session.journal.readOnlyReason !== null) return;
  const { ruleSets } = session.engagement();
  const { readiness } = session.derived();
  const record = moment === 'opening' ? recordAtOpening(readiness, ruleSets) : recordAtClosing(readiness, ruleSets);
  if (record !== null) await session.append('readiness.recorded', record);
}
