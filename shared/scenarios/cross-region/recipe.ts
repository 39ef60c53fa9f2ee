import { recipeParts, type Recipe } from '../recipe.ts';

/** Operations in working order. */
export const recipe: Recipe = [
  recipeParts.startReplication,
  recipeParts.changeTargetSettings(['start-replication']),
  recipeParts.testFailover,
  recipeParts.cleanUpTest,
  recipeParts.failOver('UnplannedFailover'),
  recipeParts.changeRecoveryPoint,
  recipeParts.commit('commit-move', false),
  recipeParts.stopReplication({ stepId: 'disable-replication-after-move', needs: ['commit'], isOptional: false, canStartAgain: true }),
];
