import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { printChecklist, type ChecklistSheet } from '../../shared/reports/print-checklist.ts';
import type { Report } from '../../shared/reports/report.ts';
import { ROLE_TITLES } from '../../shared/reports/words.ts';
import { inSlices } from './in-slices.ts';
import type { Session } from './session.ts';

/** The checklist of a role or wave as a page to print, or why there is none to print. */
export async function checklistSheet(session: Session, sheet: ChecklistSheet, appVersion: string): Promise<Reply<Report>> {
  const { engagement, checklistFacts, readiness } = session.derived();
  const { settings, plan } = engagement;
  if (sheet.role !== null && ROLE_TITLES[sheet.role] === undefined)
    return failed('invalid-input', `role: “${sheet.role}” is not one of ${Object.keys(ROLE_TITLES).join(', ')}.`);
  const wave = sheet.waveId === null ? null : plan?.waves.find(({ id }) => id === sheet.waveId);
  if (wave === undefined) return failed('not-found', 'This wave is not in the plan in force (any more).');
  const sections = await inSlices(printChecklist(checklistFacts, sheet));
  if (sections.length === 0) return failed('not-ready', 'There is no step to print: nobody of this role has one here.');
  const last = session.entries().at(-1);
  return success({
    title: `Checklist: ${settings.name}${wave === null ? '' : `, ${wave.title}`}`,
    customer: settings.customer,
    preset: 'completion',
    kindTitle: 'Checklist',
    isSample: settings.isSample,
    stateAt: last?.recordedAt ?? engagement.createdAt,
    stateHash: last?.hash ?? '',
    appVersion,
    ruleSetVersion: readiness.ruleSetVersion,
    timeZone: settings.timeZone,
    sections,
  });
}
