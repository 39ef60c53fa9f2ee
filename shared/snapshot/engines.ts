import { deriveChecklist } from '../checklist/checklist.ts';
import { nextActions } from '../checklist/next-actions.ts';
import { deriveTies } from '../dependencies/derive-ties.ts';
import { deriveMoveGroups, deriveWelds } from '../dependencies/weld-groups.ts';
import { provenanceOf } from '../domain/effective-facts.ts';
import type { Engines } from './derive.ts';
import { groupViews, planView, planWithReadiness } from './plan-view.ts';
import { readinessOf } from './scenario-readiness.ts';

/** The engines of the product, as the session runs them after each entry. */
export const engines: Engines = {
  readiness: readinessOf(),
  provenanceOf,
  deriveTies,
  deriveWelds,
  deriveGroups: deriveMoveGroups,
  groupViews,
  planView,
  planWithReadiness,
  deriveChecklist,
  nextActions,
};
