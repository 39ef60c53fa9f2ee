import { expect, it } from 'vitest';

import type { AzureCheck } from '../../../shared/domain/azure.ts';
import { markKey, type ChecklistMark, type Engagement } from '../../../shared/domain/engagement.ts';
import { azureSummary } from '../../../shared/snapshot/azure-summary.ts';
import { emptyEngagement } from '../../support/empty-engagement.ts';

const SCOPE = { kind: 'machine', id: 'm1' } as const;

/** An engagement in which Azure showed a step done once and says now that it is not. */
function engagementWith(stepId: string, mark?: Pick<ChecklistMark, 'state' | 'at'>): Engagement {
  const key = markKey(stepId, SCOPE);
  const check: AzureCheck = {
    stepId,
    scope: SCOPE,
    verdict: 'not-done',
    text: 'Data are still pending.',
    read: [],
    readAt: '2026-11-03T00:00:00.000Z',
    by: '',
    lastDoneAt: '2026-11-02T00:00:00.000Z',
    stateSha256: '',
  };
  const empty = emptyEngagement();
  return {
    ...empty,
    azure: { ...empty.azure, real: { ...empty.azure.real, checks: new Map([[key, check]]) } },
    marks: mark === undefined ? empty.marks : new Map([[key, mark as ChecklistMark]]),
  };
}

it('is counted where the data had closed the step', () => {
  expect(azureSummary(engagementWith('enable-replication')).driftCount).toBe(1);
});

it('is none where the data show a part only, unless a person had said that it is done', () => {
  expect(azureSummary(engagementWith('stop-source-workload')).driftCount).toBe(0);
  expect(azureSummary(engagementWith('stop-source-workload', { state: 'done', at: '2026-11-02T12:00:00.000Z' })).driftCount).toBe(1);
  expect(azureSummary(engagementWith('stop-source-workload', { state: 'not-applicable', at: '2026-11-02T12:00:00.000Z' })).driftCount).toBe(
    0,
  );
});
