import type { RuleContext } from '../../../shared/readiness/rule.ts';

/** An engagement about which nothing is known. */
export const EMPTY_CONTEXT: RuleContext = {
  scenario: 'vmware',
  targetRegion: null,
  vaultRegion: null,
  siteLinkMbps: null,
  isRouteDecided: false,
  duplicateBiosIds: new Set(),
  duplicateTargetNames: new Set(),
  shared: {},
  totals: { machineCount: 0, diskCount: 0, cpuCount: 0, peakChurnMBps: 0, machinesWithoutChurn: 0 },
  requiredFieldsMissing: [],
};
