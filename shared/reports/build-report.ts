import { reportContext, type ReportContext, type ReportSource } from './report-context.ts';
import { REPORT_TITLES, type Report, type ReportPreset, type ReportSection } from './report.ts';
import { checklistSection } from './sections/checklist.ts';
import { coverSection } from './sections/cover.ts';
import { decisionSection } from './sections/decisions.ts';
import { dependencySection } from './sections/dependencies.ts';
import { estateSection } from './sections/estate.ts';
import { forecastSection } from './sections/forecast.ts';
import { inventoryAppendix } from './sections/inventory.ts';
import { journalAppendix } from './sections/journal-extract.ts';
import { managementSummary } from './sections/management-summary.ts';
import { glossaryAppendix, methodAppendix } from './sections/method.ts';
import { moveGroupSection } from './sections/move-groups.ts';
import { openPointSection } from './sections/open-points.ts';
import { readinessSection } from './sections/readiness.ts';
import { roleSteps } from './sections/role-steps.ts';
import { scopeAndSources } from './sections/scope-and-sources.ts';
import { targetSection } from './sections/target.ts';
import { verifyAppendix } from './sections/verify.ts';
import { wavePages } from './sections/wave-pages.ts';
import { wavePlanSection } from './sections/wave-plan.ts';

/** Plain where the size of the engagement does not matter, in slices where it does. */
type SectionBuilder = (context: ReportContext) => ReportSection | Generator<void, ReportSection, void>;

const appendices: readonly SectionBuilder[] = [inventoryAppendix, journalAppendix, verifyAppendix, methodAppendix, glossaryAppendix];

/** What each preset holds, in reading order. A further section is a file beside these and a line here. */
const sectionsOf: Readonly<Record<ReportPreset, readonly SectionBuilder[]>> = {
  assessment: [
    coverSection,
    managementSummary,
    scopeAndSources,
    estateSection,
    readinessSection,
    targetSection,
    moveGroupSection,
    dependencySection,
    openPointSection,
    decisionSection,
    ...appendices,
  ],
  'wave-plan': [
    coverSection,
    managementSummary,
    wavePlanSection,
    forecastSection,
    wavePages,
    moveGroupSection,
    dependencySection,
    readinessSection,
    targetSection,
    roleSteps,
    openPointSection,
    decisionSection,
    scopeAndSources,
    ...appendices,
  ],
  completion: [
    coverSection,
    managementSummary,
    checklistSection,
    wavePlanSection,
    wavePages,
    readinessSection,
    openPointSection,
    decisionSection,
    scopeAndSources,
    ...appendices,
  ],
};

/**
 * The report as data from one state of the engagement. Pure, and without a clock: the same state gives the same report.
 * Yields often, so that ten thousand machines never hold the main process. `entries` must not be empty.
 */
export function* buildReport(source: ReportSource): Generator<void, Report, void> {
  const context = yield* reportContext(source);
  yield;
  const sections: ReportSection[] = [];
  for (const build of sectionsOf[source.preset]) {
    const made = build(context);
    sections.push('next' in made ? yield* made : made);
    yield;
  }
  const { settings } = context.engagement;
  const last = source.entries.at(-1);
  return {
    title: `${REPORT_TITLES[source.preset]}: ${settings.name}`,
    customer: settings.customer,
    preset: source.preset,
    isSample: settings.isSample,
    stateAt: last?.recordedAt ?? context.engagement.createdAt,
    stateHash: last?.hash ?? '',
    appVersion: source.appVersion,
    ruleSetVersion: context.derived.readiness.ruleSetVersion,
    timeZone: context.timeZone,
    sections,
  };
}
