import { recipeParts, type Recipe } from '../../recipe.ts';

/** Operations in working order. */
export const recipe: Recipe = [
  recipeParts.startReplication,
  recipeParts.changeTargetSettings(['start-replication']),
  recipeParts.testFailover,
  recipeParts.cleanUpTest,
  recipeParts.failOver('UnplannedFailover'),
  recipeParts.changeRecoveryPoint,
  recipeParts.completeMigration,
  recipeParts.commit('complete-migration', true),
  recipeParts.stopReplication({ stepId: 'complete-migration', needs: ['start-replication'], isOptional: true, canStartAgain: true }),
];
