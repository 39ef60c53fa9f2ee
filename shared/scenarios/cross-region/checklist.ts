import type { StepId } from '../../domain/ids.ts';

/** Steps in working order. */
export const stepIds: readonly StepId[] = [
  'choose-tool-route',
  'import-inventory',
  'assess-readiness',
  'choose-target-region',
  'map-dependencies',
  'plan-target-size',
  'plan-network-and-ip',
  'plan-waves',
  'plan-licences',
  'agree-rollback-rules',

  'grant-azure-roles',
  'check-policy-blockers',
  'check-target-quota',
  'create-vault',
  'create-target-rg',
  'create-target-network',
  'create-test-network',
  'create-cache-storage',
  'prepare-target-security',
  'connect-target-network',
  'subscribe-alerts',

  'check-azure-vm-state',
  'update-root-certificates',
  'open-a2a-outbound',
  'list-source-network-objects',

  'create-replication-policy',
  'create-a2a-mappings',

  'enable-replication',
  'set-target-settings',
  'create-recovery-plan',

  'watch-initial-replication',
  'confirm-first-recovery-point',
  'confirm-replication-healthy',
  'check-component-versions',

  'run-test-failover',
  'validate-test-vm',
  'cleanup-test-failover',
  'sign-off-test',

  'check-cutover-readiness',
  'freeze-and-notify',
  'stop-source-workload',
  'run-failover',
  'validate-migrated-vm',
  'change-recovery-point',
  'commit-move',
  'disable-replication-after-move',

  'restore-connectivity',
  'verify-vm-agent',
  'apply-hybrid-benefit',
  'reinstall-extensions',
  'enable-backup',
  'enable-dr-after-migration',
  'decommission-source',
  'remove-replication-leftovers',
  'remove-replication-infrastructure',
  'close-engagement',
];
