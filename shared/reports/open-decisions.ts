import type { ReportContext } from './report-context.ts';

export interface OpenDecision {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** What only a person can decide and nobody has yet. */
export function openDecisions({ engagement, derived }: ReportContext): OpenDecision[] {
  const { settings } = engagement;
  const decisions: OpenDecision[] = [];
  const want = (isOpen: boolean, id: string, title: string, why: string): void => {
    if (isOpen) decisions.push({ id: `decision:${id}`, title, why });
  };
  for (const { id, title, why, answer } of derived.checklist.questions)
    want(answer === null || answer.values.length === 0, `question:${id}`, title, why);
  want(settings.targetRegion === null, 'target-region', 'Target region', 'limits, quota and prices differ from region to region.');
  want(
    settings.vaultRegion === null,
    'vault-region',
    'Region of the vault',
    'rules on the distance between vault and target cannot be checked.',
  );
  want(settings.siteLinkMbps === null, 'site-link', 'Speed of the line', 'without it nobody can say how long the first replication takes.');
  const { plan } = derived;
  want(
    plan !== null && !plan.isValid,
    'plan',
    'What to do about the rules that the plan breaks',
    'a plan that breaks a rule is not valid.',
  );
  want(
    plan !== null && plan.leftOut.length + plan.unplannedGroupIds.length > 0,
    'outside',
    'When the groups outside the plan move',
    'they are in scope and stand in no wave.',
  );
  return decisions;
}
