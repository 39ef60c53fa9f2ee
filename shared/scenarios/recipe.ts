import type { StepId } from '../domain/ids.ts';

/** What can be asked of Azure for one machine. */
export type OperationKind =
  | 'start-replication'
  | 'move-to-modernized'
  | 'change-target-settings'
  | 'test-failover'
  | 'clean-up-test'
  | 'fail-over'
  | 'change-recovery-point'
  | 'commit'
  | 'complete-migration'
  | 'stop-replication';

/** One operation of a scenario: what it needs before it, what offers it, what takes it back. */
export interface RecipeStep {
  readonly kind: OperationKind;
  /** The checklist step it carries out. */
  readonly stepId: StepId;
  /** Operations that must have succeeded before, and must not have been taken back since. */
  readonly needs: readonly OperationKind[];
  /** Value that `allowedOperations` of the item must hold; `null` where there is no item yet or the service gates it elsewhere. */
  readonly offeredAs: string | null;
  /** Optional operations may be left out on the way to the end. */
  readonly isOptional: boolean;
  /** The operation that takes it back; `null` with a sentence where nothing does. */
  readonly undoneBy: OperationKind | null;
  readonly undoWords: string;
  /** Operations that together reach the same end where this one is not offered. */
  readonly otherwise?: readonly OperationKind[];
}

/** In working order. */
export type Recipe = readonly RecipeStep[];

const startReplication: RecipeStep = {
  kind: 'start-replication',
  stepId: 'enable-replication',
  needs: [],
  offeredAs: null,
  isOptional: false,
  undoneBy: 'stop-replication',
  undoWords: 'Stopping replication removes the item and its replica data; the source stays as it is.',
};

const moveToModernized: RecipeStep = {
  kind: 'move-to-modernized',
  stepId: 'move-classic-to-modernized',
  needs: [],
  offeredAs: null,
  isOptional: true,
  undoneBy: null,
  undoWords: 'A finished move is not taken back; the item goes on in the modernized vault.',
};

function changeTargetSettings(needs: readonly OperationKind[]): RecipeStep {
  return {
    kind: 'change-target-settings',
    stepId: 'set-target-settings',
    needs,
    offeredAs: null,
    isOptional: false,
    undoneBy: 'change-target-settings',
    undoWords: 'Settings are changed back by changing them again before the failover.',
  };
}

const testFailover: RecipeStep = {
  kind: 'test-failover',
  stepId: 'run-test-failover',
  needs: ['change-target-settings'],
  offeredAs: 'TestFailover',
  isOptional: false,
  undoneBy: 'clean-up-test',
  undoWords: 'The clean-up deletes the test machine; replication was never interrupted.',
};

const cleanUpTest: RecipeStep = {
  kind: 'clean-up-test',
  stepId: 'cleanup-test-failover',
  needs: ['test-failover'],
  offeredAs: 'TestFailoverCleanup',
  isOptional: false,
  undoneBy: null,
  undoWords: 'A test that is needed again is run again.',
};

function failOver(offeredAs: 'UnplannedFailover' | 'PlannedFailover'): RecipeStep {
  return {
    kind: 'fail-over',
    stepId: 'run-failover',
    needs: ['clean-up-test'],
    offeredAs,
    isOptional: false,
    undoneBy: null,
    undoWords: 'A failover is never cancelled: replication has stopped before it starts. The way back is powering the source on.',
  };
}

const changeRecoveryPoint: RecipeStep = {
  kind: 'change-recovery-point',
  stepId: 'change-recovery-point',
  needs: ['fail-over'],
  offeredAs: 'ChangePit',
  isOptional: true,
  undoneBy: 'change-recovery-point',
  undoWords: 'Another point can be chosen until commit or completion.',
};

function commit(stepId: StepId, isOptional: boolean): RecipeStep {
  return {
    kind: 'commit',
    stepId,
    needs: ['fail-over'],
    offeredAs: 'Commit',
    isOptional,
    undoneBy: null,
    undoWords: 'Committing deletes the other recovery points.',
  };
}

const completeMigration: RecipeStep = {
  kind: 'complete-migration',
  stepId: 'complete-migration',
  needs: ['fail-over'],
  offeredAs: 'CompleteMigration',
  isOptional: false,
  undoneBy: null,
  undoWords: 'Completion cannot be undone: no recovery points, no way back.',
  otherwise: ['commit', 'stop-replication'],
};

function stopReplication(how: {
  readonly stepId: StepId;
  readonly needs: readonly OperationKind[];
  readonly isOptional: boolean;
  /** False where the service refuses new protection. */
  readonly canStartAgain: boolean;
}): RecipeStep {
  return {
    kind: 'stop-replication',
    stepId: how.stepId,
    needs: how.needs,
    offeredAs: 'DisableProtection',
    isOptional: how.isOptional,
    undoneBy: how.canStartAgain ? 'start-replication' : null,
    undoWords: how.canStartAgain
      ? 'Starting again means a full initial replication.'
      : 'The service refuses to protect the machine again; only a modernized vault can take it.',
  };
}

/** The operations that recipes are put together from. */
export const recipeParts = {
  startReplication,
  moveToModernized,
  changeTargetSettings,
  testFailover,
  cleanUpTest,
  failOver,
  changeRecoveryPoint,
  commit,
  completeMigration,
  stopReplication,
} as const;
