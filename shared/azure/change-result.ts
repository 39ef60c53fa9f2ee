import type { ProtectedItem } from './protected-item.ts';

/** What may be asked for one machine, in our words. */
export type ChangeKind =
  | 'enable'
  | 'update'
  | 'test-failover'
  | 'clean-up-test'
  | 'planned-failover'
  | 'unplanned-failover'
  | 'change-recovery-point'
  | 'commit'
  | 'remove'
  | 'switch-provider';

/** The operation that an item must offer before it is asked for; `null`: it is not offered anywhere. */
export const NEEDED_OPERATION: Readonly<Record<ChangeKind, string | null>> = {
  enable: null,
  update: null,
  'test-failover': 'TestFailover',
  'clean-up-test': 'TestFailoverCleanup',
  'planned-failover': 'PlannedFailover',
  'unplanned-failover': 'UnplannedFailover',
  'change-recovery-point': 'ChangePit',
  commit: 'Commit',
  remove: 'DisableProtection',
  'switch-provider': null,
};

/**
 * Why a change may not be asked for now; `null` when it may. Decided by what the item offers and by nothing else: a change in a
 * wrong state is accepted by the service and fails in its job only.
 */
export function whyNotNow(kind: ChangeKind, item: ProtectedItem | null): string | null {
  if (kind === 'enable')
    return item === null ? null : `${item.friendlyName} is in the vault already. Read it again before anything is done.`;
  if (item === null) return 'The machine is not in the vault (any more). Read the vault again.';
  if (item.running !== null) return `${item.friendlyName} is busy: ${item.running.scenario} runs. Wait for it to end, then try again.`;
  const needed = NEEDED_OPERATION[kind];
  if (needed === null || item.allowedOperations.includes(needed)) return null;
  if (kind !== 'clean-up-test' && item.allowedOperations.includes('TestFailoverCleanup'))
    return `A test failover of ${item.friendlyName} still stands. Clean it up first.`;
  const offers = item.allowedOperations.length === 0 ? 'nothing now' : item.allowedOperations.join(', ');
  return `${item.friendlyName} does not offer ${needed}; it offers ${offers}. Follow what it offers.`;
}

/** Whether an item shows that a change has had its effect. It may show the old state for some minutes after the job. */
export function showsEffect(kind: ChangeKind, item: ProtectedItem | null): boolean {
  if (kind === 'remove') return item === null;
  if (item === null || item.running !== null) return false;
  switch (kind) {
    case 'enable':
      return item.protectionState !== 'UnprotectedStatesBegin';
    case 'test-failover':
      return item.testFailoverState === 'WaitingForCompletion';
    case 'clean-up-test':
      return item.testFailoverState !== 'WaitingForCompletion';
    case 'planned-failover':
    case 'unplanned-failover':
      return item.activeLocation === 'Recovery';
    case 'commit':
      return !item.allowedOperations.includes('Commit');
    case 'update':
    case 'change-recovery-point':
    case 'switch-provider':
      return true;
    default:
      return kind satisfies never;
  }
}
