import type { ReadinessSummary } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import { deriveAssessments } from './derive-assessments.ts';
import type { Derived } from './derived.ts';
import type { ReadinessEngine } from './readiness-engine.ts';
import { readinessSummary } from './readiness-summary.ts';

/** Only what the rules say in numbers, for whoever asks for nothing else: groups, plan and checklist take as long again. */
export function* deriveReadiness(
  engagement: Engagement,
  before: Derived | null,
  engine: ReadinessEngine,
): Generator<void, ReadinessSummary, void> {
  const { assessments } = yield* deriveAssessments(engagement, before, engine);
  return yield* readinessSummary(engagement, assessments, engine.ruleSet, newestData(engagement));
}

/** When the newest source was exported (or imported, where the export does not say). */
export function newestData(engagement: Engagement): string | null {
  let newest: string | null = null;
  for (const { inventory, importedAt } of engagement.imports) {
    const at = inventory.exportedAt ?? importedAt;
    if (newest === null || at > newest) newest = at;
  }
  return newest;
}
