import { checklistView } from '../checklist/checklist.ts';
import { nextActions } from '../checklist/next-actions.ts';
import { provenanceOf } from '../domain/effective-facts.ts';
import { deriveGroups } from '../planner/derive-groups.ts';
import type { Engines } from './derive.ts';
import { groupViews, planView } from './plan-view.ts';

/** The engines of the product, as the session runs them after each entry. */
export const engines: Engines = {
  // Replaced by the engine of shared/readiness as soon as it is there; until then nothing is called ready.
  readiness: {
    ruleSet: { version: 'none', date: '2026-01-01', rules: [] },
    rulesFor: () => [],
    assessMachine: (machine) => ({ machineId: machine.id, verdict: 'undecided', findings: [] }),
  },
  provenanceOf,
  deriveGroups,
  groupViews,
  planView,
  checklistView,
  nextActions,
};
