import { scenarioById } from '../../scenarios/index.ts';
import { momentWords } from '../local-time.ts';
import type { ReportContext } from '../report-context.ts';
import { REPORT_TITLES, type ReportBlock, type ReportFact, type ReportSection } from '../report.ts';
import { compareWords, listWords } from '../words.ts';

export const SAMPLE_NOTICE =
  'Fictional data. This is Landfall’s sample engagement: no machine, person or customer in it exists. Not for use in a real migration.';

/** What the document is, of which state, and who stands behind it. */
export function coverSection(context: ReportContext): ReportSection {
  const { settings } = context.engagement;
  const notice: ReportBlock[] = settings.isSample ? [{ kind: 'note', tone: 'warning', text: SAMPLE_NOTICE }] : [];
  return {
    id: 'cover',
    title: REPORT_TITLES[context.preset],
    place: 'cover',
    blocks: [
      ...notice,
      { kind: 'facts', facts: factsOf(context) },
      {
        kind: 'signatures',
        title: 'Reviewed and approved',
        lines: ['For the customer', 'For the consultancy'],
      },
    ],
  };
}

function factsOf(context: ReportContext): ReportFact[] {
  const { engagement, derived, timeZone, entries, appVersion } = context;
  const { settings, plan } = engagement;
  const last = entries.at(-1);
  const authors = [...new Set(entries.map((entry) => entry.actor))].toSorted(compareWords);
  const scenarios = settings.scenarios.map((id) => scenarioById(id)?.title ?? id);
  return [
    { label: 'Customer', value: settings.customer === '' ? 'not named' : settings.customer },
    { label: 'Engagement', value: settings.name },
    { label: scenarios.length === 1 ? 'Scenario' : 'Scenarios', value: scenarios.length === 0 ? 'not chosen' : listWords(scenarios, 8) },
    {
      label: 'State of this document',
      value: last === undefined ? 'unknown' : `${momentWords(last.recordedAt, timeZone)} – ${momentWords(last.recordedAt, 'UTC')}`,
    },
    { label: 'Inventory data', value: derived.dataAt === null ? 'none imported' : momentWords(derived.dataAt, timeZone) },
    {
      label: 'Rule set',
      value: `${derived.readiness.ruleSetVersion} of ${derived.readiness.ruleSetDate}`,
    },
    { label: 'Plan in force', value: plan === null ? 'none' : `since ${momentWords(plan.adoptedAt, timeZone)}, by ${plan.adoptedBy}` },
    { label: 'Work recorded by', value: listWords(authors, 8) },
    { label: 'Status', value: 'Draft until it is signed below' },
    { label: 'Journal hash of this state', value: last?.hash ?? 'unknown', isCode: true },
    { label: 'Made with', value: `Landfall ${appVersion}` },
  ];
}
