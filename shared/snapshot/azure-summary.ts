import type { AzureSummary } from '../contract/azure-shapes.ts';
import { azureSide, type AzureCheck } from '../domain/azure.ts';
import { markKey, type Engagement } from '../domain/engagement.ts';
import { stepById } from '../scenarios/steps.ts';

/** Azure as every screen needs it, from the journal alone. */
export function azureSummary(engagement: Engagement): AzureSummary {
  const { azure } = engagement;
  const side = azureSide(azure);
  return {
    isRehearsing: azure.isRehearsing,
    target:
      azure.target === null
        ? null
        : {
            cloud: azure.target.cloud,
            tenantId: azure.target.tenantId,
            accountName: azure.target.accountName,
            subscriptionId: azure.target.subscriptionId,
            subscriptionName: azure.target.subscriptionName,
            vaultId: azure.target.vaultId,
            vaultName: azure.target.vaultId?.split('/').at(-1) ?? null,
          },
    lastRead:
      side.read === null
        ? null
        : {
            vaultId: side.read.vaultId,
            vaultName: side.read.vaultId.split('/').at(-1) ?? side.read.vaultId,
            readAt: side.read.readAt,
            by: side.read.by,
            counts: { ...side.read.counts },
          },
    checkCount: side.checks.size,
    driftCount: [...side.checks.values()].filter((check) => hasDrifted(check, engagement)).length,
  };
}

/** Done before - by Azure's data, or by a person before they were read - and by newer data not. A rehearsal has no ticks of people. */
export function hasDrifted(check: AzureCheck, engagement: Engagement): boolean {
  if (check.verdict !== 'not-done') return false;
  const mark = engagement.azure.isRehearsing ? undefined : engagement.marks.get(markKey(check.stepId, check.scope));
  if (mark?.state === 'not-applicable') return false;
  if (mark?.state === 'done') return mark.at < check.readAt;
  const verification = stepById(check.stepId)?.verification;
  // What the data show in part only was never done by them.
  return check.lastDoneAt !== null && !(verification?.kind === 'api' && verification.isPartial);
}
