import { deriveChecklist } from '../checklist/checklist.ts';
import { nextActions } from '../checklist/next-actions.ts';
import { provenanceOf } from '../domain/effective-facts.ts';
import { deriveGroups } from '../planner/derive-groups.ts';
import { readinessEngine } from '../readiness/index.ts';
import type { Engines } from './derive.ts';
import { groupViews, planView, planWithReadiness } from './plan-view.ts';

/** The engines of the product, as the session runs them after each entry. */
export const engines: Engines = {
  readiness: readinessEngine,
  provenanceOf,
  deriveGroups,
  groupViews,
  planView,
  planWithReadiness,
  deriveChecklist,
  nextActions,
};
